import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from './judge';
import { afterFirstCycle, expect, test } from './site';

const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });
const stageMenu = (page: Page) => page.getByRole('button', { name: 'Stage', exact: true });
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Why' });

test('a change in the past starts a branch, and both are compared, renamed, discarded and taken back', async ({
	page,
	watch
}) => {
	await afterFirstCycle(page);
	await page.getByRole('button', { name: 'To the start' }).click();
	await expect(page.getByText('A change here starts a new branch')).toBeVisible();
	// By links: what a tab that dies loses is the save under way, and with it the place in the past.
	await page.getByRole('link', { name: /^Users \d/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
	await row(page, /Hannah Becker/).click();
	await page.getByRole('button', { name: 'Block sign-in' }).click();
	await expect(page.getByText('Sign-in blocked')).toBeVisible();

	await page.getByRole('button', { name: 'branch 1', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Compare branches' }).click();
	await expect(page.getByRole('region', { name: 'Commands of branch 1 alone' })).toContainText(
		'the first that differs'
	);
	const told = page.getByRole('region', { name: 'Accounts by system' });
	await expect(told.getByRole('row', { name: /Entra ID/ })).toContainText('1 of 26');
	await expect(row(page, /Hannah Becker Entra ID active sign-in blocked/)).toBeVisible();

	await page.getByRole('button', { name: 'At a moment' }).click();
	await expect(page.getByRole('slider')).toBeVisible();
	await page.goto('./#/branches?at=99999999999999');
	await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Mon 2 Mar/);
	await page.getByRole('button', { name: 'Rename main' }).click();
	await page.getByRole('dialog').getByLabel('Name').fill('as planned');
	await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
	await page.getByRole('button', { name: 'Discard as planned' }).click();
	await expect(page.getByText('There is one branch, so there is nothing to compare.')).toBeVisible();
	await page
		.getByRole('group', { name: /Discarded as planned/ })
		.getByRole('button', { name: 'Undo' })
		.click();
	await page.getByRole('button', { name: 'Open as planned' }).click();
	await expect(page.getByRole('banner').getByRole('button', { name: 'as planned', exact: true })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	expect(watch.complaints).toEqual([]);
});

test('branches of one name are compared, and by hand none gets the name of another one', async ({ page, watch }) => {
	await afterFirstCycle(page);
	await page.goto('./#/branches');
	const named = page.getByRole('dialog').getByLabel('Name');
	await page.getByRole('button', { name: 'Rename main' }).click();
	await named.fill('branch 1');
	await named.press('Enter');
	await expect(page.getByRole('button', { name: 'Rename branch 1' })).toBeVisible();
	// The name that it gets by itself.
	await page.getByRole('button', { name: 'New branch from here' }).first().click();
	const told = page.getByRole('region', { name: 'Accounts by system' });
	await expect(told.getByRole('columnheader', { name: 'Accounts, branch 1' })).toHaveCount(2);

	await page.getByRole('button', { name: 'Rename branch 1' }).first().click();
	await named.fill(' Branch 1');
	await named.press('Enter');
	await expect(named).toHaveAccessibleDescription(/Another branch has this name/);
	await named.fill('as planned');
	await named.press('Enter');
	await expect(told.getByRole('columnheader', { name: 'Accounts, as planned' })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('what the drawer explains is let go on another branch, where its number means something else', async ({
	page
}) => {
	await afterFirstCycle(page);
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByText('A change here starts a new branch')).toBeVisible();
	await page.getByRole('link', { name: /^Users \d/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
	await row(page, /Hannah Becker/).click();
	await page.getByRole('button', { name: 'Block sign-in' }).click();
	const branch = (name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });
	await expect(branch('branch 1')).toBeVisible();
	await page.getByRole('link', { name: 'Provisioning logs' }).click();
	await page.locator('main').focus();
	await page.keyboard.press(']');
	await expect(row(page, /Siobhán O'Connor/)).toBeVisible();
	await row(page, /Zoë Müller/).focus();
	await page.keyboard.press('w');
	await expect(drawer(page).getByRole('heading', { name: /Zoë Müller was created/ })).toBeVisible();
	await branch('branch 1').click();
	await page.getByRole('menuitemradio', { name: 'main' }).click();
	await expect(branch('main')).toBeVisible();
	await expect(drawer(page).getByText('Select a mark on the timeline or a row of the log')).toBeVisible();
	await expect(drawer(page).getByRole('heading', { level: 3, name: 'Why not?' })).toBeVisible();
});

test('the same commands under another configuration are counted, and kept as a branch', async ({ page, watch }) => {
	await afterFirstCycle(page);
	await page.goto('./#/what-if?app=byoa');
	await expect(page.getByRole('button', { name: 'Run both and compare' })).toHaveAttribute('aria-disabled', 'true');
	await page.getByLabel('Accidental deletion threshold').selectOption({ label: 'A number of deletions' });
	const deletions = page.getByRole('spinbutton', { name: 'Deletions in one cycle' });
	await deletions.fill('-1');
	await deletions.press('Tab');
	await expect(deletions).toHaveAccessibleDescription(/whole number from 0 to 1,000,000/);
	await page.getByLabel('Accidental deletion threshold').selectOption('as it was');
	await page.getByLabel('Sync all users and groups', { exact: true }).check();
	await page.getByLabel('Compared at').selectOption({ label: 'A day later' });
	// What was chosen outlives a reload.
	await page.reload();
	await expect(page.getByLabel('Sync all users and groups', { exact: true })).toBeChecked();
	await expect(page.getByLabel('Compared at')).toHaveValue('1d');
	await page.getByRole('button', { name: 'Run both and compare' }).click();
	const came = page.getByRole('region', { name: 'What came of it' });
	await expect(came.getByRole('row', { name: /Accounts created/ })).toContainText('+');
	await page.getByLabel('Person or group').fill('Priya');
	await expect(page).toHaveURL(/#\/what-if\?app=byoa&until=1d&search=Priya$/);
	expect(await violations(page)).toEqual([]);
	await page.getByLabel('Name of the branch').fill('everybody');
	await page.getByRole('button', { name: 'Keep as branch' }).click();
	await expect(page.getByText('Kept as the branch everybody, which is open now.')).toBeVisible();
	await expect(page.getByRole('banner').getByRole('button', { name: 'everybody', exact: true })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('a range that is taken on the timeline narrows the log, and its chip takes it back', async ({ page }) => {
	await afterFirstCycle(page);
	const timeline = page.getByRole('listbox', { name: /Events on the timeline/ });
	await timeline.focus();
	await page.keyboard.press('r');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('r');
	const chip = page.getByRole('button', { name: /^Date: .* to / });
	await expect(chip).toBeVisible();
	await expect(page.getByText(/No rows|rows/).first()).toBeVisible();
	await timeline.focus();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Date: any' })).toBeVisible();

	await stageMenu(page).click();
	await page.getByRole('menuitem', { name: 'Events as a table' }).click();
	await page
		.getByRole('grid', { name: 'Events of the timeline' })
		.getByRole('row', { name: /Zoë Müller/ })
		.click();
	await page.getByRole('button', { name: 'Begin a time range here' }).click();
	await page.getByRole('button', { name: 'End the time range here' }).click();
	// As on the canvas, single requests stand among the events of a short range.
	await expect(row(page, /Zoë Müller POST, 201/)).toBeVisible();
	await page.getByRole('link', { name: 'Provisioning logs of the range' }).click();
	await expect(row(page, /Zoë Müller Create Microsoft Entra ID/)).toBeVisible();
	await expect(page).toHaveURL(/since=\d+&until=\d+/);
});

test('a person is followed through the systems, printed, and why is one key away', async ({ page }) => {
	await afterFirstCycle(page);
	await row(page, /Zoë Müller/).focus();
	await page.keyboard.press('w');
	await expect(drawer(page).getByRole('heading', { name: /Zoë Müller was created/ })).toBeVisible();
	await page.keyboard.press('w');
	await expect(drawer(page)).toBeHidden();

	await stageMenu(page).click();
	await page.getByRole('menuitem', { name: 'Follow a person' }).click();
	const search = page.getByRole('combobox', { name: 'A name or a user principal name' });
	await search.fill('Zoë');
	await search.press('Enter');
	await page.getByRole('button', { name: 'Only Zoë Müller, remove this filter' }).click();

	await page.goto('./#/users/7/journey');
	await expect(page.getByRole('region', { name: /^Journey of/ })).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText(/^Journey of .* as of .* UTC/)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Stage' })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('time stops at a condition that somebody put together', async ({ page }) => {
	await afterFirstCycle(page);
	await page.getByRole('button', { name: /^Stop at/ }).click();
	await page.getByRole('menuitemradio', { name: 'a condition' }).click();
	await page.getByLabel('What happens').selectOption({ label: 'the start of a cycle' });
	await page.getByRole('button', { name: 'Stop there' }).click();
	await expect(page.getByRole('button', { name: 'Stop at: the start of a cycle' })).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press('Space');
	await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
	await expect(page.getByRole('toolbar', { name: 'Run bar' }).getByText(/09:00:00/)).toBeVisible();
});

test('the stage is saved as a picture', async ({ page, watch }) => {
	await afterFirstCycle(page);
	for (const [name, begins] of [
		['SVG, dark', '<?xml'],
		['PNG, light', '\u0089PNG']
	] as const) {
		await stageMenu(page).click();
		const download = page.waitForEvent('download');
		await page.getByRole('menuitem', { name }).click();
		const file = readFileSync(await (await download).path());
		expect(file.toString('latin1').slice(0, begins.length)).toBe(begins);
		expect(file.length).toBeGreaterThan(2000);
	}
	expect(watch.complaints).toEqual([]);
});

test('why not is one key away, with what would mend it', async ({ page }) => {
	await page.goto('./#/users/7');
	await page.getByRole('tab', { name: /Applications/ }).click();
	await expect(page.getByRole('list', { name: 'What has to hold' })).toBeVisible();
	await page.goto('./#/apps/byoa/users');
	const row = page.getByRole('grid', { name: 'Users and groups' }).getByRole('row').nth(1);
	await row.focus();
	await page.keyboard.press('w');
	const drawer = page.getByRole('complementary', { name: 'Why' });
	await expect(drawer.getByRole('list', { name: 'What has to hold' })).toContainText('Missing');
	await page.keyboard.press('w');
	await expect(drawer).toBeHidden();
});

test('who stands in the past and looks at the start page finds the own past again, and nothing of the story', async ({
	page
}) => {
	await afterFirstCycle(page);
	await page.getByRole('button', { name: 'To the start' }).click();
	await expect(page.getByText('A change here starts a new branch')).toBeVisible();
	const told = (name: RegExp) => page.getByRole('option', { name });
	await expect(told(/Zoë Müller, Create/)).toBeAttached();
	await page.goto('./#/start');
	await expect(told(/Workday/).first()).toBeAttached();
	// The first key stops the story where it stands.
	await page.keyboard.press('Control+k');
	await page.keyboard.type('audit logs');
	await expect(page.getByRole('option', { name: /Audit logs/ }).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Audit logs' })).toBeVisible();
	await expect(page.getByText('A change here starts a new branch')).toBeVisible();
	await expect(told(/Zoë Müller, Create/)).toBeAttached();
	await expect(told(/Workday/)).toHaveCount(0);
});
