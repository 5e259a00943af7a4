import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './site';

const menu = (page: Page) => page.getByRole('banner').getByRole('button').first();

async function exported(page: Page): Promise<string> {
	await menu(page).click();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: 'Export session' }).click()
	]);
	return readFileSync(await file.path(), 'utf8');
}

async function imported(page: Page, name: string, text: string): Promise<void> {
	await menu(page).click();
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('menuitem', { name: 'Import session' }).click()
	]);
	await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') });
}

async function created(page: Page): Promise<void> {
	await page.goto('./#/groups');
	await page.getByRole('button', { name: 'New group' }).click();
	const form = page.getByRole('dialog', { name: 'New group' });
	await form.getByRole('textbox', { name: 'Group name' }).fill('Pilot of Monday');
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(form).toBeHidden();
}

test('a link opens the session that it was copied from, once, and a cut one says so and can be mended', async ({
	page,
	browser,
	baseURL,
	watch
}) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await created(page);
	await menu(page).click();
	await page.getByRole('menuitem', { name: 'Copy link' }).click();
	await expect(page.getByText(/The link to this session is in the clipboard/)).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());

	const stranger = await browser.newContext({ baseURL: baseURL!, serviceWorkers: 'block' });
	const other = await stranger.newPage();
	const errors: string[] = [];
	stranger.on('weberror', (error) => errors.push(String(error.error())));
	await other.goto(link.slice(0, -40));
	const field = other.getByRole('textbox', { name: 'Link' });
	await expect(other.getByText('Was all of it copied?')).toBeVisible();
	await expect(field).toHaveValue(/^p1:/);
	await field.fill(link);
	await field.press('Enter');
	await expect(other).toHaveURL(/#\/$/);
	await expect(other.getByText('Opened the session of the link.')).toBeVisible();
	await other.getByRole('link', { name: /^Groups/ }).click();
	await expect(other.getByRole('row', { name: /Pilot of Monday/ })).toBeVisible();

	await other.goto('about:blank');
	await other.goto(link);
	await expect(other).toHaveURL(/#\/$/);
	await other.reload();
	await menu(other).click();
	// The company of the first visit, and what the two links brought.
	await expect(other.getByRole('menuitemradio')).toHaveCount(3);
	expect([...errors, ...watch.complaints]).toEqual([]);
	await stranger.close();
});

test('a session comes back from its file as it was, and one that other rules made says where it differs', async ({
	page,
	watch
}) => {
	await created(page);
	const text = await exported(page);
	await imported(page, 'mine.json', text);
	await expect(page.getByText('Opened the session of mine.json.')).toBeVisible();
	expect(await exported(page)).toBe(text);

	const session = JSON.parse(text) as { commands: { verb: string }[]; end: { at: number }; options: object };
	const other = { ...session, commands: [{ ...session.commands[0]!, verb: 'fly' }, ...session.commands.slice(1)] };
	await imported(page, 'older.json', JSON.stringify(other));
	await expect(page.getByText(/Opened the session of older.json. Command 1 \(fly\) is refused today/)).toBeVisible();

	for (const [name, strange, why] of [
		[
			'schema.json',
			{ synchronizationRules: [] },
			/schema.json was not imported: format: this is not a session of Provlab/
		],
		[
			'far.json',
			{ ...session, end: { ...session.end, at: Date.UTC(2099, 0) } },
			/far.json was not imported: end.at: it is so far ahead/
		],
		['preset.json', { ...session, options: { preset: 'elsewhere' } }, /preset.json was not imported: options.preset/],
		['nobody.json', { ...session, name: ' ' }, /nobody.json was not imported: name: a session has a name/]
	] as const) {
		await imported(page, name, JSON.stringify(strange));
		await expect(page.getByText(why)).toBeVisible();
	}
	expect(watch.complaints).toEqual([]);
});
