import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from './judge';
import { afterFirstCycle, expect, test } from './site';

interface Schema {
	synchronizationRules: {
		objectMappings: { attributeMappings: { targetAttributeName: string; source: object | null }[]; colour?: string }[];
	}[];
}
const bar = (page: Page) => page.getByRole('region', { name: 'Changes that are not saved' });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Schema' });
/** The box that takes the keys is as large as the caret, which may be nothing: what stands in the editor is the text. */
const drawn = async (page: Page) => {
	await expect(editor(page)).toBeAttached();
	await expect(page.locator('.view-line').first()).toBeVisible();
};

async function downloaded(page: Page): Promise<string> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download' }).click()
	]);
	return readFileSync(await file.path(), 'utf8');
}

async function open(page: Page, name: string, text: string): Promise<void> {
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: 'Open a file' }).click()
	]);
	await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') });
}

test('a schema is downloaded, changed, compared, tried on a fork, saved, and downloaded again without loss', async ({
	page,
	watch
}) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/mappings');
	await page.getByRole('link', { name: 'Review your schema' }).click();
	await drawn(page);
	await expect(page.getByText(/No problem: \d+ parts of it act here/)).toBeVisible();
	expect(await violations(page)).toEqual([]);

	const schema = JSON.parse(await downloaded(page)) as Schema;
	const users = schema.synchronizationRules[0]!.objectMappings[0]!;
	const displayName = users.attributeMappings.find((row) => row.targetAttributeName === 'displayName')!;
	displayName.source = { type: 'Function', expression: 'ToUpper([displayName])' };
	users.attributeMappings = users.attributeMappings.filter((row) => row.targetAttributeName !== 'title');
	users.colour = 'blue';
	const changed = `\ufeff${JSON.stringify(schema, null, 2)}\r\n`;

	await open(page, 'changed.json', changed);
	const differences = page.getByRole('list', { name: 'Users' });
	await expect(differences.getByRole('listitem')).toHaveText([
		/displayName.*Changed.*\[displayName\].*ToUpper/s,
		/title.*Removed/s
	]);
	await expect(bar(page).getByText(/This will start a new initial cycle.*updates?/)).toBeVisible();
	await page.getByRole('tab', { name: /Not simulated/ }).click();
	await expect(page.getByText('The member colour is not known.')).toBeVisible();
	expect(await violations(page)).toEqual([]);

	await page.reload();
	await expect(bar(page)).toContainText('2 changes not saved');
	await bar(page).getByRole('button', { name: 'Save' }).click();
	await expect(bar(page)).toBeHidden();
	expect(await downloaded(page)).toBe(changed);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => downloaded(page)).not.toContain('colour');
	expect(watch.complaints).toEqual([]);
});

test('a schema with a mistake says where, and cannot be saved', async ({ page }) => {
	const row = { targetAttributeName: 'ShoeSize', source: { name: 'mail' }, matchingPriority: 1 };
	await page.goto('./#/apps/byoa/schema');
	await drawn(page);
	await open(page, 'broken.json', '{\n  "synchronizationRules": [],\n}');
	await page.getByRole('tab', { name: /Problems/ }).click();
	await expect(page.getByText('This is not JSON: there is a comma before the closing bracket.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Line 2, column 29' }).click();
	await expect(editor(page)).toBeFocused();
	await expect(bar(page).getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
	const strangers = {
		synchronizationRules: [{ objectMappings: [{ sourceObjectName: 'User', attributeMappings: [row] }] }]
	};
	await open(page, 'strangers.json', JSON.stringify(strangers));
	await expect(bar(page)).toContainText('Quillpad has none of these target attributes here');
	await page.getByRole('tab', { name: /Differences/ }).click();
	await expect(page.getByRole('list', { name: 'Users' }).getByRole('listitem').first()).toBeVisible();
	await open(page, 'large.json', JSON.stringify({ synchronizationRules: 'x'.repeat(2_000_000) }));
	await expect(bar(page)).toContainText('the file has 2000027 characters; at most 2000000 are read');
	await page.getByRole('tab', { name: /Problems/ }).click();
	await bar(page).getByRole('button', { name: 'Discard' }).click();
	await expect(bar(page)).toBeHidden();
	await expect(page.getByText(/No problem: \d+ parts of it act here/)).toBeVisible();
});

test('what is typed into the schema stays in it, and the key of the palette opens that from there', async ({
	page
}) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/schema');
	await drawn(page);
	await editor(page).focus();
	await page.keyboard.press('Control+Home');
	// Why, undo, to the cycle before, the keys: none of them is meant.
	await page.keyboard.type('wz[?');
	await expect(page.locator('.view-line').first()).toContainText('wz[?');
	await expect(page.getByText('Mon 2 Mar 2026, 08:20:28')).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(editor(page)).toBeFocused();
});
