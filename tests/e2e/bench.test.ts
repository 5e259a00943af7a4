import type { Page } from '@playwright/test';
import { expect, test } from './site';

const result = (page: Page) => page.getByRole('region', { name: 'Result' });
const everybody = (page: Page) => page.getByRole('region', { name: 'For everybody' });
const suggestion = (page: Page, text: string) => page.locator('.suggest-widget').getByText(text).first();
const address = (text: string) => `./#/bench?app=byoa&target=displayName&text=${encodeURIComponent(text)}`;

test('the bench completes, judges and evaluates what is typed, without a complaint of the policy', async ({
	page,
	watch
}) => {
	await page.goto(address(''));
	const editor = page.getByRole('textbox', { name: 'Expression', exact: true });
	await expect(page.locator('.monaco-editor').first()).toBeVisible();
	await editor.focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('ToUpp');
	await expect(suggestion(page, 'ToUpper')).toBeVisible();
	await page.keyboard.press('Enter');
	await page.keyboard.type('[displayNa');
	await expect(suggestion(page, 'displayName')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(result(page).locator('output')).toHaveText(/^"[^a-z]+"$/);
	await expect(everybody(page)).toContainText(/26 of 26 users: 0 null, 0 errors/);

	await editor.focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('Join(');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+End');
	await page.keyboard.press('Delete');
	await expect(result(page)).toContainText(/Line 1, column \d+/);
	expect(watch.complaints).toEqual([]);
});

test.describe('without what was stored for offline', () => {
	test.use({ serviceWorkers: 'block' });

	test('where the editor cannot be loaded, a plain text area does the same', async ({ page }) => {
		await page.route(/MonacoExpression|monaco|editor\.worker/i, (route) => route.abort());
		await page.goto(address('IIF([displayName]="x","a",[displayName])'));
		const area = page.getByRole('textbox', { name: 'Expression', exact: true });
		await expect(area).toHaveValue(/IIF/);
		await expect(page.getByText('this is a plain text area')).toBeVisible();
		await area.fill('IIF([displayName]="x","a")');
		await expect(result(page)).toContainText('Line 1');
		await area.fill('IIF([displayName]="x","a",Append("b", "c"))');
		await expect(result(page).locator('output')).toHaveText('"bc"');
		await expect(result(page).getByText(/not evaluated: the condition is False/)).toBeVisible();
		await page.getByRole('button', { name: 'Add expression' }).click();
		await expect(page.getByRole('row', { name: /^displayName/ }).first()).toContainText('Append("b", "c")');
		await expect(page.getByText('1 change not saved')).toBeVisible();
	});
});

test('what is typed on the bench outlives a reload after a link to it, and comes back where a link takes its place', async ({
	page
}) => {
	await page.route(/MonacoExpression|monaco|editor\.worker/i, (route) => route.abort());
	const area = page.getByRole('textbox', { name: 'Expression', exact: true });
	await page.goto(address('Append("a & b", "+c")'));
	await expect(area).toHaveValue('Append("a & b", "+c")');
	await area.fill('ToUpper("typed")');
	await page.reload();
	await expect(area).toHaveValue('ToUpper("typed")');
	await page.goto('./#/bench?app=byoa');
	await expect(page).toHaveURL(/#\/bench$/);
	await expect(area).toHaveValue('ToUpper("typed")');
	await page.goto(address('ToLower("LINK")'));
	await expect(area).toHaveValue('ToLower("LINK")');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(area).toHaveValue('ToUpper("typed")');
});

test('every function has a page with examples that lead to the bench', async ({ page }) => {
	await page.goto('./#/functions');
	await expect(page.getByText('53 of 53 functions')).toBeVisible();
	await page.getByLabel('Search by name or purpose').fill('switch');
	await page.getByRole('row', { name: /^Switch/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Switch' })).toBeVisible();
	await page.getByRole('link', { name: 'Try it in the Expression bench' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Expression bench' })).toBeVisible();
	await expect(result(page)).toContainText('Australia/Sydney');
});
