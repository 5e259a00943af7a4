import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { build, expect, holdTime, test } from './site';

const line = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).first();
const editor = (page: Page) => page.getByRole('textbox', { name: 'Script', exact: true });

test('a scenario is found by its rule, every line of it passes, and it opens as a session that leads back', async ({
	page,
	watch
}) => {
	await page.goto('./#/scenarios');
	await page.getByLabel('Search by words or rule').fill('C-189 unassign first');
	await expect(page.getByText(/^1 of \d+ scenarios/)).toBeVisible();
	await page.getByRole('row', { name: /S-32/ }).click();
	await expect(page.getByText('5 expected lines, not run yet')).toBeVisible();
	await run(page).dblclick();
	await expect(page.getByText('5 of 5 expected lines passed')).toBeVisible();
	await expect(line(page, 'Passed')).toHaveCount(5);
	expect(await barriers(page)).toEqual([]);

	await page.getByRole('button', { name: 'Open in the company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	await expect(page.getByRole('button', { name: /S-32 Unassign first/ })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	await expect(page.getByRole('button', { name: /S-32 Unassign first/ })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('a wrong number in an own script says what was different, after a reload and in the file too', async ({
	page
}) => {
	await page.goto('./#/scenarios/S-32');
	await page.getByRole('button', { name: 'Edit a copy' }).click();
	await expect(page.locator('.monaco-editor').first()).toBeVisible();
	const script = 'world cloud-only\ndo 08:12 assign(byoa, 7 8)\ndo 08:20 start(byoa)\n=> 08:20 byoa initial: create ';
	const typed = async (text: string) => {
		await editor(page).focus();
		await page.keyboard.press('Control+A');
		await page.keyboard.insertText(text);
	};
	// What can be done, and to whom, is offered as one types.
	await typed('world cloud-only\ndo 08:12 assi');
	const offered = page.getByRole('listbox', { name: 'Suggest' }).locator('.monaco-list-row');
	await page.keyboard.press('Control+Space');
	await expect(offered.filter({ hasText: 'assign' }).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await page.keyboard.type('byoa, zo');
	await expect(offered.filter({ hasText: '7 Zoë Müller' })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.locator('.monaco-editor').first()).toContainText('assign(byoa, 7)');
	await typed(`${script}many`);
	await expect(page.getByText(/Line 4, column \d+: create many is not an operation/).first()).toBeVisible();
	await typed(`${script}3`);
	await expect(page.getByText(/Line 4, column/)).toHaveCount(0);
	await run(page).click();
	await expect(line(page, 'Failed')).toContainText('expected create 3, saw create 2');

	await page.reload();
	await expect(editor(page)).toBeAttached();
	await run(page).click();
	await expect(line(page, 'Failed')).toHaveCount(1);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as file' }).click()
	]);
	expect(readFileSync(await file.path(), 'utf8')).toBe(`${script}3`);
});

test('scenarios run one after another beside the open session, and stop when told to', async ({ page }) => {
	await page.goto('./#/scenarios');
	await page.getByLabel('Search by words or rule').fill('purge');
	await page.getByRole('button', { name: /^Run these \d+/ }).click();
	await expect(page.getByText(/(\d+) of \1 scenarios that were run passed/)).toBeVisible();
	await page.getByLabel('Search by words or rule').fill('');
	await page.getByRole('button', { name: 'Run all' }).click();
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden();
});

test('a scenario that is started passes its lines as their moments come', async ({ page }) => {
	await page.goto('./#/scenarios');
	await page.getByRole('button', { name: /^Shows:/ }).click();
	await page.getByRole('menuitemradio', { name: 'Rollback' }).click();
	await expect(page.getByText(/^4 of \d+ scenarios/)).toBeVisible();
	await page.getByRole('row', { name: /S-75/ }).click();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByText('0 of 6 expected lines so far, 0 failed')).toBeVisible();
	const next = page.getByRole('button', { name: 'Next line' });
	await next.click();
	await next.click();
	await next.click();
	await expect(page.getByText('1 of 6 expected lines so far, 0 failed')).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	await page.reload();
	await expect(page.getByText('1 of 6 expected lines so far, 0 failed')).toBeVisible();
	await page.getByRole('button', { name: 'Line before' }).click();
	await expect(page.getByText('0 of 6 expected lines so far, 0 failed')).toBeVisible();
});

test('a scenario that is a table is shown as one', async ({ page }) => {
	await page.goto('./#/scenarios/S-79');
	await expect(page.getByRole('columnheader')).toHaveText(['Sandbox', 'Entry', 'AD', 'Entra ID', 'SaaS', 'Minutes']);
	await expect(page.getByRole('row')).toHaveCount(6);
	expect(await barriers(page)).toEqual([]);
});

test('a scenario whose command was undone claims nothing of what would have come of it', async ({ page }) => {
	await holdTime(page);
	await page.goto('./#/scenarios/S-02');
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	const next = page.getByRole('button', { name: 'Next line' });
	for (let line = 0; line < 7; line++) {
		const before = await page.locator('.clock time').textContent();
		await next.click();
		await expect(page.locator('.clock time')).not.toHaveText(before!);
	}
	await expect(page.getByText('5 of 5 expected lines so far, 0 failed')).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press('z');
	await expect(page.getByText(/^From Mon 2 Mar, 09:05 on this company does not do/)).toBeVisible();
	await expect(next).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press(']');
	await page.keyboard.press(']');
	await expect(page.locator('.clock time')).toContainText('10:20');
	await expect(page.getByText('0 of 5 expected lines so far, 0 failed')).toBeVisible();
	await page.reload();
	await expect(page.getByText(/^From Mon 2 Mar, 09:05 on this company does not do/)).toBeVisible();
});

test('the key of an offer takes that back, and no command of the session', async ({ page }) => {
	await page.goto('./#/scenarios/S-32');
	await page.getByRole('button', { name: 'Edit a copy' }).click();
	const written = page.locator('.monaco-editor').first();
	await expect(written).toContainText('unassign');
	await page.getByRole('button', { name: 'Record this session' }).click();
	await expect(written).not.toContainText('unassign');
	await page.locator('main').focus();
	await page.keyboard.press('z');
	await expect(written).toContainText('unassign');
	await expect(page.getByText(/^Undone/)).toHaveCount(0);
});

test('a session is recorded as a script, and the script goes round by link without running', async ({ page }) => {
	await page.goto('./#/scenarios/S-02');
	await page.getByRole('button', { name: 'Open in the company' }).click();
	await expect(page.getByRole('button', { name: /S-02 Row 2/ })).toBeVisible();
	await page.goto('./#/scenarios/own');
	await page.getByRole('button', { name: 'Record this session' }).click();
	await expect(page.getByText(/The session is your own script now/)).toBeVisible();
	await run(page).click();
	await expect(page.getByText('Everything came as expected.')).toBeVisible();
	await page.evaluate(() => {
		Object.defineProperty(navigator, 'clipboard', {
			value: {
				writeText: (text: string) => ((window as never as { copied: string }).copied = text) && Promise.resolve()
			}
		});
	});
	await page.getByRole('button', { name: 'Copy link' }).click();
	await expect(page.getByText(/The link to this script is in the clipboard/)).toBeVisible();
	const link = await page.evaluate(() => (window as never as { copied: string }).copied);
	await page.goto('about:blank');
	await page.goto(link);
	await expect(page.getByText('Nothing of it has run.')).toBeVisible();
	await expect(page.locator('.monaco-editor').first()).toContainText('groupRemove');
	await expect(line(page, 'Passed')).toHaveCount(0);
	await expect(page).toHaveURL(/scenarios\/own$/);
});

test('a script that expects nothing says that it ran, and not that it came as expected', async ({ page }) => {
	await page.goto('./#/scenarios/own');
	await expect(editor(page)).toBeAttached();
	await editor(page).focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText('world cloud-only\ndo 08:12 assign(byoa, 7)');
	await run(page).click();
	await expect(page.getByText('It ran to its end. Nothing was expected: no line begins with => or ??.')).toBeVisible();
});

test.describe('an editor that is still loading', () => {
	test.use({ serviceWorkers: 'block' });

	test('lets whoever types in its place go on typing when it comes', async ({ page }) => {
		const folder = join(build, '_app/immutable/chunks');
		const size = (name: string) => statSync(join(folder, name)).size;
		const [monaco] = readdirSync(folder).sort((one, other) => size(other) - size(one));
		let come = () => {};
		const held = new Promise<void>((resolve) => (come = resolve));
		await page.route(`**/${monaco}`, async (route) => {
			await held;
			await route.continue();
		});
		await page.goto('./#/scenarios/own');
		await expect(page.locator('textarea.mono')).toBeVisible();
		await editor(page).focus();
		await page.keyboard.press('Control+A');
		await page.keyboard.insertText('world \ndo 08:12 assign(byoa, 7)');
		for (let at = 0; at < 'do 08:12 assign(byoa, 7) '.length; at++) await page.keyboard.press('ArrowLeft');
		await page.keyboard.insertText('cloud-');
		come();
		await expect(page.locator('.monaco-editor').first()).toBeVisible();
		await page.keyboard.insertText('only');
		await run(page).click();
		await expect(line(page, 'world cloud-only')).toBeVisible();
		await expect(line(page, 'do 08:12 assign(byoa, 7)')).toBeVisible();
	});
});
