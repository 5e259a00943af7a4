import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { afterFirstCycle, expect, test } from './site';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

async function newAccount(page: Page, userName: string): Promise<void> {
	await page.getByRole('button', { name: 'New account' }).click();
	const dialog = page.getByRole('dialog', { name: 'New account in Quillpad' });
	await dialog.getByRole('textbox', { name: /^userName/ }).fill(userName);
	await dialog.getByRole('button', { name: 'Create' }).click();
	await expect(dialog).toBeHidden();
}

test('accounts that were made by hand are discovered, and one of them comes under management', async ({
	page,
	watch
}) => {
	await afterFirstCycle(page);
	await page.getByRole('link', { name: 'Its admin page' }).click();
	await newAccount(page, 'svc-backup@contoso.com');
	await newAccount(page, 'marisol.vega@contoso.com');
	await page.getByRole('region', { name: 'Quillpad admin' }).getByRole('link', { name: 'Discover identities' }).click();
	await expect(page.getByText('It only reads')).toBeVisible();
	await page.locator('main').getByRole('button', { name: 'Discover identities' }).last().click();
	await page.getByRole('button', { name: 'Let time run' }).click();
	const onward = page.getByRole('button', { name: /^Run on to/ });
	await expect(onward).toBeVisible();

	// A report that runs goes on after the page was loaded anew.
	await page.reload();
	await onward.click();
	await page.getByRole('tab', { name: 'Local accounts 1' }).click();
	await expect(row(page, 'svc-backup@contoso.com')).toContainText('Local account');
	await page.getByRole('tab', { name: 'Unassigned users 1' }).click();
	await row(page, 'marisol.vega@contoso.com').getByText('marisol.vega@contoso.com').first().click();
	const details = page.getByRole('dialog', { name: /in Quillpad/ });
	await expect(details).toContainText('but was not assigned to Quillpad when the report was made');
	expect(await barriers(page)).toEqual([]);
	await details.getByRole('button', { name: 'Assign' }).click();
	await expect(page.getByText('Assigned Marisol Vega to Quillpad.')).toBeVisible();
	await expect(details).toContainText('Assigned since the report was made');
	await page.keyboard.press('Escape');
	await expect(row(page, 'marisol.vega@contoso.com')).toContainText('assigned since');
	await expect(row(page, 'marisol.vega@contoso.com')).toContainText('Nobody');

	// C-422: the next cycle that sees the assignment matches the account.
	const time = page.getByRole('region', { name: 'Stage' }).locator('time');
	await page.locator('main').focus();
	await page.keyboard.press(']');
	await expect(time).toContainText('09:0');
	await expect(row(page, 'marisol.vega@contoso.com')).toContainText('Provisioning');

	await page.getByRole('tab', { name: /All accounts/ }).click();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download' }).click()
	]);
	const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
	expect(lines[0]).toContain('Correlation status');
	expect(lines.filter((line) => line.includes('uncorrelated'))).toHaveLength(1);
	expect(watch.complaints).toEqual([]);
});
