import type { Page } from '@playwright/test';
import { expect, test } from './site';

test('a large company says how many people are there while it is made, and is given up when it is stopped', async ({
	page,
	watch
}) => {
	await page.goto('./#/');
	await page.getByRole('button', { name: 'Contoso Harbour Group' }).click();
	await page.getByRole('menuitem', { name: /New company/ }).click();
	const form = page.getByRole('dialog', { name: 'New company' });
	await form.getByRole('textbox', { name: 'Name of the session' }).fill('A hundred thousand');
	await form.getByRole('combobox', { name: 'Size' }).selectOption('100000');
	// The one that takes longest to make: there is time to stop it.
	await form.getByRole('combobox', { name: 'Preset' }).selectOption({ label: 'Hybrid with HR: Workday' });
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(form.getByText(/^[\d,]+ of 100,000 people$/)).toBeVisible();
	await expect(form.getByRole('progressbar', { name: 'People made' })).toBeVisible();
	await form.getByRole('button', { name: 'Stop' }).click();
	await expect(form.getByRole('button', { name: 'Cancel' })).toBeVisible();

	await form.getByRole('textbox', { name: 'Name of the session' }).fill('Five hundred');
	await form.getByRole('combobox', { name: 'Size' }).selectOption('500');
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(page.getByRole('button', { name: 'Five hundred' })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('every session is found again, is called what somebody calls it, and goes when the list is closed', async ({
	page,
	watch
}) => {
	await page.goto('./#/');
	const bar = page.getByRole('banner');
	const company = async (command: string) => {
		await bar.getByRole('button').first().click();
		await page.getByRole('menuitem', { name: command }).click();
	};
	for (const name of ['One', 'Two', 'Two', 'Four', 'Five', 'Six', 'Seven']) {
		await company('New company');
		const form = page.getByRole('dialog', { name: 'New company' });
		const field = form.getByRole('textbox', { name: 'Name of the session' });
		// A name that no session may have cannot be typed.
		await field.fill('x'.repeat(201));
		await expect(field).toHaveAttribute('maxlength', '200');
		await field.fill(name);
		await form.getByRole('button', { name: 'Create' }).click();
		await expect(form).toBeHidden();
		await expect(bar.getByRole('button', { name })).toBeVisible();
	}
	// Two of one name are told apart; One is not among the six that were opened last.
	await bar.getByRole('button', { name: 'Seven' }).click();
	await expect(page.getByRole('menuitemradio', { name: /^Two last opened \d/ })).toHaveCount(2);
	await expect(page.getByRole('menuitemradio', { name: 'One' })).toHaveCount(0);
	await page.keyboard.press('Escape');

	await company('All sessions');
	const list = page.getByRole('dialog', { name: 'All sessions' });
	const rows = list.getByRole('list', { name: 'Other sessions' }).getByRole('listitem');
	await expect(rows).toHaveCount(7);
	await list
		.getByRole('textbox', { name: 'Name of this session' })
		.fill('  The last of seven, for the board on Monday ');
	await page.keyboard.press('Enter');
	await expect(bar.getByRole('button', { name: 'The last of seven, for', includeHidden: true })).toBeAttached();
	await list.getByRole('button', { name: 'Remove Four' }).click();
	await list.getByRole('button', { name: 'Remove Five' }).click();
	await list.getByRole('button', { name: 'Keep Five' }).click();
	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();

	// The long name leaves room for the rest of the bar, as on a projector of 1280 points at 125 %.
	await page.setViewportSize({ width: 1024, height: 576 });
	await expect.poll(() => bar.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);

	await company('All sessions');
	await expect(rows).toHaveCount(6);
	await expect(list.getByText('Four')).toHaveCount(0);
	await list.getByRole('button', { name: 'Open One' }).click();
	await expect(bar.getByRole('button', { name: 'One' })).toBeVisible();
	await expect(list).toBeHidden();
	expect(watch.complaints).toEqual([]);
});

test('a session that another tab has removed is said to be gone, and leaves the menu', async ({ page, context }) => {
	const menu = (tab: Page) => tab.getByRole('banner').getByRole('button').first();
	const first = (tab: Page) => tab.getByRole('menuitemradio', { name: 'Contoso Harbour Group' });
	await page.goto('./#/');
	await menu(page).click();
	await page.getByRole('menuitem', { name: 'New company' }).click();
	await page.getByRole('textbox', { name: 'Name of the session' }).fill('Mine');
	await page.getByRole('button', { name: 'Create' }).click();
	await expect(menu(page)).toHaveText('Mine');

	const other = await context.newPage();
	await other.goto('./#/');
	await other.getByRole('button', { name: 'Take over here' }).click();
	await menu(other).click();
	await other.getByRole('menuitem', { name: 'All sessions' }).click();
	await other.getByRole('button', { name: 'Remove Contoso Harbour Group' }).click();
	await other.keyboard.press('Escape');
	await menu(other).click();
	await expect(other.getByRole('menuitem', { name: 'New company' })).toBeVisible();
	await expect(first(other)).toHaveCount(0);
	await other.close();
	await page.getByRole('button', { name: 'Take over here' }).click();
	await expect(page.getByRole('button', { name: 'Take over here' })).toBeHidden();

	await menu(page).click();
	await first(page).click();
	await expect(page.getByText('This session is not stored in this browser.')).toBeVisible();
	await expect(menu(page)).toHaveText('Mine');
	await menu(page).click();
	await expect(page.getByRole('menuitem', { name: 'New company' })).toBeVisible();
	await expect(first(page)).toHaveCount(0);
});

test('what the menus of the bar do is found by its words', async ({ page }) => {
	await page.goto('./#/');
	await expect(page.getByRole('button', { name: 'Contoso Harbour Group' })).toBeVisible();
	const search = page.getByRole('dialog', { name: 'Search or run a command' });
	for (const [words, found] of [
		['portal of 2019', 'Portal of 2019 Generation'],
		['branch from', 'New branch from here Branch'],
		['new comp', 'New company Company']
	] as const) {
		await page.keyboard.press('Control+k');
		await search.getByRole('combobox').fill(words);
		await expect(search.getByRole('option', { name: found })).toBeVisible();
		if (words === 'new comp') continue;
		await page.keyboard.press('Escape');
	}
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'New company' })).toBeVisible();
});

test('an empty list says so, and what was wrong with a list goes with its last sign', async ({ page }) => {
	await page.goto('./#/users/import');
	const list = page.getByRole('group', { name: 'The list' });
	const file = { name: 'nobody.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeff\r\n') };
	await list.locator('input[type=file]').setInputFiles(file);
	await expect(list.getByRole('alert')).toHaveText('nobody.csv is empty: its first line must name the columns.');
	await list.getByRole('textbox').fill('a,b');
	await expect(list.getByRole('alert')).toContainText('has no column userPrincipalName');
	await list.getByRole('textbox').fill('');
	await expect(list.getByRole('alert')).toHaveCount(0);

	// A file that cannot be read takes nothing of what stands there away.
	await list.getByRole('textbox').fill('userPrincipalName\nada@contoso.com');
	await expect(page.getByRole('button', { name: 'Import 1 user' })).toBeVisible();
	await list.locator('input[type=file]').setInputFiles(file);
	await expect(list.getByRole('alert')).toHaveText('nobody.csv is empty: its first line must name the columns.');
	await expect(list.getByRole('textbox')).toHaveValue('userPrincipalName\nada@contoso.com');
});

test('a link that is longer than mail and chat carry says so, and names the file instead', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('./#/users/import');
	const copied = async (told: RegExp) => {
		await page.getByRole('button', { name: 'Contoso Harbour Group' }).click();
		await page.getByRole('menuitem', { name: 'Copy link' }).click();
		await expect(page.getByText(told)).toBeVisible();
		return (await page.evaluate(() => navigator.clipboard.readText())).length;
	};
	expect(await copied(/carries what you did/)).toBeLessThan(8000);
	const people = Array.from({ length: 400 }, (_, at) => `u${(at * 7919) % 100_003}@x.org,${Math.sin(at)}`);
	const list = page.getByRole('group', { name: 'The list' });
	await list.getByRole('textbox').fill(['userPrincipalName,displayName', ...people].join('\n'));
	await page.getByRole('button', { name: 'Import 400 users' }).click();
	await expect(page).toHaveURL(/#\/users$/);
	expect(await copied(/It has [\d,]+ characters, and mail or chat may cut it/)).toBeGreaterThan(8000);
});

test('who opens another company on the page of an application is not shown that of the company before', async ({
	page
}) => {
	const create = async (slack: boolean) => {
		await page.getByRole('banner').getByRole('button').first().click();
		await page.getByRole('menuitem', { name: 'New company' }).click();
		const form = page.getByRole('dialog', { name: 'New company' });
		await form.getByRole('checkbox', { name: 'Slack' }).setChecked(slack);
		await form.getByRole('button', { name: 'Create' }).click();
		await expect(form).toBeHidden();
	};
	await page.goto('./#/');
	for (const part of ['', '/provisioning', '/accounts', '/console', '/faults']) {
		await create(true);
		await page.goto(`./#/apps/slack${part}`);
		await expect(page.getByRole('main').getByText(/Slack/).first()).toBeVisible();
		await create(false);
		await expect(page.getByText('There is no application slack in this tenant.')).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Current Status' })).toBeHidden();
		await expect(page.getByRole('main').getByRole('table')).toHaveCount(0);
	}
});
