import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { expect, test } from './site';

/** A company in which a wrong mapping has run. */
async function wronged(page: Page): Promise<void> {
	await page.goto('./#/scenarios/S-72');
	await page.getByRole('button', { name: 'Open in the company' }).click();
	await expect(page.getByRole('button', { name: /S-72 Step 1/ })).toBeVisible();
	await page.goto('./#/rollback');
	await page.getByRole('row', { name: /cycle 3/ }).click();
	await expect(page.getByText('24 operations on 24 accounts')).toBeVisible();
}

test('the drill finds a wrong cycle, restores what only the application knew, and stops its clock', async ({
	page,
	watch
}) => {
	test.slow();
	await wronged(page);
	await expect(page.getByText('The company has been wrong for')).toBeVisible();
	await expect(
		page.getByRole('row', { name: /nickName.*24 of 24.*Hannah Becker: Han, Zoë Müller: Zo, 22 empty/ })
	).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'SCIM requests' }).click()
	]);
	expect(readFileSync(await file.path(), 'utf8').match(/^PATCH /gm)).toHaveLength(24);

	await page.getByRole('button', { name: 'Try a restart' }).click();
	await expect(page.getByText(/overwrites 48 of 48 values again/)).toBeVisible();
	await page.getByRole('button', { name: 'Restore the mappings from before' }).click();
	await page.getByRole('button', { name: 'Try a restart' }).click();
	await expect(page.getByText(/leaves all 48 values as they were before/)).toBeVisible();
	// Rows that are asked anew are faded until they come.
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	expect(await barriers(page)).toEqual([]);
	await page.getByRole('button', { name: 'Apply in the application' }).click();
	await expect(page.getByText('The company was wrong for')).toBeVisible();
	await expect(page.getByText('No value is wrong now.')).toBeVisible();
	expect(await barriers(page)).toEqual([]);

	await page.reload();
	await expect(page.getByText('The company was wrong for')).toBeVisible();
	await page.keyboard.press('z');
	await expect(page.getByText('The company has been wrong for')).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('an answer for one cycle does not stay on the page when another cycle is chosen', async ({ page }) => {
	await wronged(page);
	await page.getByRole('button', { name: 'Try a restart' }).click();
	await expect(page.getByText(/overwrites 48 of 48 values again/)).toBeVisible();
	await page.getByRole('row', { name: /^cycle 2\b/ }).click();
	await expect(page.getByText('Both are tried on a copy of the company: nothing here changes.')).toBeVisible();
	await page.getByRole('button', { name: 'Try the next cycle' }).click();
	await expect(page.getByText(/overwrites nothing: these operations changed no value/)).toBeVisible();
});

test('paper has every value of the drill, not those that fit into the box', async ({ page }) => {
	await wronged(page);
	const hidden = () =>
		page.getByRole('grid', { name: 'Values' }).evaluate((grid) => {
			const box = grid.parentElement!;
			return box.scrollHeight - box.clientHeight;
		});
	await expect.poll(hidden).toBeGreaterThan(100);
	await page.emulateMedia({ media: 'print' });
	await expect.poll(hidden).toBe(0);
});

test('the drill is narrowed to one person, and one value is restored by hand', async ({ page }) => {
	await wronged(page);
	await page.getByRole('searchbox', { name: 'Only one person' }).fill('zo');
	await page.getByRole('button', { name: 'Zoë Müller', exact: true }).click();
	await expect(page.getByText('1 operation on 1 account')).toBeVisible();
	await page.getByRole('button', { name: 'Restore nickName of Zoë Müller' }).click();
	await expect(page.getByRole('row', { name: /nickName.*0 of 1/ })).toBeVisible();
});
