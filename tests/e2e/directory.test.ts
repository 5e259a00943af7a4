import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { expect, test } from './site';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const place = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${name}`) });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const told = (page: Page, sentence: string) => page.getByText(sentence, { exact: true });

/** The first visit runs by itself: a touch stops it. */
async function start(page: Page, name: 'Users' | 'Groups'): Promise<void> {
	await page.goto('./#/');
	await expect(title(page, 'Home')).toBeVisible();
	await place(page, name).click();
	await expect(title(page, name)).toBeVisible();
}

test('an attribute is edited in place by keyboard, a wrong value stays in the field, and Undo takes it back', async ({
	page,
	watch
}) => {
	await start(page, 'Users');
	await page.getByRole('searchbox', { name: 'Search users' }).fill('becker');
	await expect(page.getByText('1 of 26 users')).toBeVisible();
	await row(page, 'Hannah Becker').click();
	await expect(title(page, 'Hannah Becker')).toBeVisible();
	await expect(page.getByText('Head of Sales: in no static Sales group')).toBeVisible();

	await page.getByRole('button', { name: 'Edit Employee hire date' }).press('Enter');
	await page.keyboard.type('2026-02-30');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('is not a calendar date');
	await expect(page.getByRole('textbox', { name: 'Employee hire date' })).toHaveValue('2026-02-30');
	await page.keyboard.press('Escape');

	const department = page.getByRole('button', { name: 'Edit Department' });
	await department.press('Enter');
	await page.keyboard.type('Harbour');
	await page.keyboard.press('Enter');
	await expect(told(page, 'Changed Department of Hannah Becker to Harbour.')).toBeVisible();
	await expect(department).toBeFocused();
	await page.getByRole('tab', { name: /Groups/ }).click();
	await expect(page.getByText('the dynamic rules of the tenant are evaluated at')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('tab', { name: 'Properties' }).click();
	await expect(page.getByRole('main').getByText('Sales', { exact: true })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('what is missing for an account is named, and one click mends it', async ({ page }) => {
	await start(page, 'Users');
	await row(page, 'Marisol Vega').click();
	await page.getByRole('tab', { name: /Applications/ }).click();
	await expect(page.getByText('Marisol Vega is not assigned to Quillpad.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Assign to Quillpad' }).click();
	await expect(page.getByText(/The service sees the assignment of Marisol Vega at/).first()).toBeVisible();
	await page.getByRole('button', { name: 'Block sign-in' }).click();
	await page.getByRole('button', { name: 'Unblock sign-in' }).last().click();
	await expect(page.getByText('Marisol Vega may sign in.')).toBeVisible();
});

test('a deleted user waits in the recycle bin, and comes back', async ({ page }) => {
	await start(page, 'Users');
	await row(page, 'Hannah Becker').click();
	await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByText('Hannah Becker is in the recycle bin')).toBeVisible();
	await place(page, 'Deleted users').click();
	await expect(row(page, 'Hannah Becker')).toContainText('30 d');
	await page.getByRole('button', { name: 'Restore user: Hannah Becker' }).click();
	await expect(page.getByText('No user is deleted.')).toBeVisible();
	await page.getByRole('link', { name: 'Show all users' }).click();
	await expect(row(page, 'Hannah Becker')).toBeVisible();
});

test('two clicks restore one, and not also who moves up to its place', async ({ page }) => {
	for (const name of ['Hannah Becker', 'Marisol Vega']) {
		await (name === 'Hannah Becker' ? start(page, 'Users') : page.goto('./#/users'));
		await row(page, name).click();
		await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
		await expect(page.getByText(`${name} is in the recycle bin`)).toBeVisible();
	}
	await place(page, 'Deleted users').click();
	const first = page.getByRole('button', { name: /^Restore user:/ }).first();
	// The pointer stays where the button was once nothing moves any more.
	await first.hover();
	await page.mouse.down();
	await page.mouse.up();
	await expect(page.getByText('1 of 1 deleted users')).toBeVisible();
	await page.mouse.down({ clickCount: 2 });
	await page.mouse.up({ clickCount: 2 });
	await expect(page.getByText('Restored Marisol Vega.')).toBeVisible();
	await page.getByRole('button', { name: 'Delete permanently: Hannah Becker' }).click();
	await expect(page.getByText('Deleted Hannah Becker permanently.')).toBeVisible();
});

test('a dynamic group is made by keyboard: suggestions, the error with its place, and whom the rule takes in', async ({
	page,
	watch
}) => {
	await start(page, 'Groups');
	await page.getByRole('button', { name: 'New group' }).click();
	await page.getByLabel('Group name').fill('Quay');
	await page.getByRole('radio', { name: /Dynamic User/ }).check();
	const rule = page.getByRole('textbox', { name: 'Rule syntax' });
	await rule.focus();
	await page.keyboard.type('user.dep');
	await expect(page.getByText('Attribute not supported, column 1.')).toBeVisible();
	await expect(
		page.getByRole('listbox', { name: 'What fits at the cursor' }).getByRole('option', { name: 'user.department' })
	).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(rule).toHaveValue('user.department ');
	await page.keyboard.type('-eq "Sales"');
	await expect(page.getByText('The rule includes 6 of 26 users as they are now.')).toBeVisible();
	await page.getByRole('button', { name: 'Create' }).dblclick();
	await expect(told(page, 'Created the group Quay.')).toHaveCount(1);

	await page.getByRole('searchbox', { name: 'Search groups' }).fill('Quay');
	await row(page, 'Quay').click();
	await page.getByRole('tab', { name: 'Dynamic membership rules' }).click();
	await expect(page.getByText('Evaluating, until')).toBeVisible();
	await page.getByRole('tab', { name: 'Validate Rules' }).click();
	await page.getByRole('combobox', { name: 'Add users' }).fill('Hannah');
	await page
		.locator('main')
		.getByRole('option', { name: /Hannah Becker/ })
		.click();
	const verdict = page.getByRole('region', { name: 'Hannah Becker' });
	await expect(verdict).toContainText('In group: joins when it is evaluated');
	await expect(verdict).toContainText('department is "Sales"');
	expect(watch.complaints).toEqual([]);
});

test('people are chosen by keyboard, added as one command, and one Undo takes all of them back', async ({ page }) => {
	await start(page, 'Groups');
	await page.getByRole('searchbox', { name: 'Search groups' }).fill('ORG-Sales');
	await row(page, 'ORG-Sales').click();
	await expect(page.getByText('3 of 3 members')).toBeVisible();
	await page.getByRole('button', { name: 'Add members' }).click();
	await page.getByRole('combobox', { name: 'Members' }).fill('john smith');
	await expect(page.getByRole('listbox', { name: 'Members' }).getByRole('option')).toHaveCount(2);
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Add 2 members' }).click();
	await expect(page.getByText('5 of 5 members')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('3 of 3 members')).toBeVisible();
});

test('a user is put into a group, and taken out of it, from the page of the user', async ({ page }) => {
	await start(page, 'Users');
	await row(page, 'Priya Raman').click();
	await page.getByRole('tab', { name: /Groups/ }).click();
	await page.getByRole('button', { name: 'Add memberships' }).click();
	await page.getByRole('combobox', { name: 'Groups' }).fill('ORG-Finance');
	await page
		.getByRole('dialog')
		.getByRole('option', { name: /ORG-Finance/ })
		.click();
	await page.getByRole('button', { name: 'Add to 1 group' }).click();
	await expect(row(page, 'ORG-Finance')).toBeVisible();
	await page.getByRole('button', { name: 'Remove from ORG-Finance' }).click();
	await expect(row(page, 'ORG-Finance')).toHaveCount(0);
});

test('a column that was chosen stays chosen after a reload', async ({ page }) => {
	await start(page, 'Users');
	const title = page.getByRole('columnheader', { name: 'Job title' });
	await expect(title).toHaveCount(0);
	await page.getByRole('button', { name: 'Columns' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'Job title' }).click();
	await expect(title).toBeVisible();
	await page.reload();
	await expect(title).toBeVisible();
});

test('the pages of one user and of one dynamic group keep nobody out in any look', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await start(page, 'Users');
	await row(page, 'Hannah Becker').click();
	for (const name of [/Properties/, /Groups/, /Applications/, /Timeline/]) {
		await page.getByRole('tab', { name }).click();
		await expect(page.getByRole('tabpanel')).toContainText(/\w/);
		expect(await barriers(page)).toEqual([]);
	}
	await place(page, 'Groups').click();
	await row(page, 'DYN-Dept-Sales').click();
	await page.getByRole('tab', { name: 'Dynamic membership rules' }).click();
	await expect(page.getByText(/The rule includes \d+ of \d+ users/)).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	await page.getByRole('tab', { name: 'Validate Rules' }).click();
	await expect(page.locator('main').getByRole('option', { name: /Hannah Becker/ })).toBeVisible();
	expect(await barriers(page)).toEqual([]);
});

test('a rule that is not saved yet outlives another tab and a reload, and comes back where it was discarded', async ({
	page
}) => {
	await page.goto('./#/groups/1?tab=rule');
	const rule = page.getByRole('textbox', { name: 'Rule syntax' });
	await rule.fill('user.city -eq "Bergen"');
	await page.getByRole('tab', { name: /^Members/ }).click();
	await page.getByRole('tab', { name: 'Dynamic membership rules' }).click();
	await expect(rule).toHaveValue('user.city -eq "Bergen"');
	await page.reload();
	await expect(rule).toHaveValue('user.city -eq "Bergen"');
	await page.getByRole('button', { name: 'Discard' }).click();
	await expect(rule).toHaveValue('user.department -eq "Engineering"');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(rule).toHaveValue('user.city -eq "Bergen"');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/^Changed the rule of/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Discard' })).toHaveAttribute('aria-disabled', 'true');
});

test('what is typed into a form outlives Back and a reload, until it is sent', async ({ page }) => {
	await page.goto('./#/users');
	const link = place(page, 'Groups');
	const user = page.getByRole('dialog', { name: 'New user' });
	const typed = user.getByRole('textbox', { name: 'Display name' });
	await link.click();
	await page.getByRole('button', { name: 'New group' }).click();
	const group = page.getByRole('dialog', { name: 'New group' });
	await group.getByRole('textbox', { name: 'Group name' }).fill('Half a group');
	await group.getByRole('radio', { name: /^Microsoft 365/ }).check();
	await page.goBack();
	await page.getByRole('button', { name: 'New user' }).click();
	await typed.fill('Half a user');
	await user.getByRole('checkbox', { name: 'Account enabled' }).uncheck();
	await page.reload();
	await page.getByRole('button', { name: 'New user' }).click();
	await expect(typed).toHaveValue('Half a user');
	await expect(user.getByRole('checkbox', { name: 'Account enabled' })).not.toBeChecked();
	await user.getByRole('textbox', { name: 'User principal name' }).fill('half@contoso.com');
	await user.getByRole('button', { name: 'Create' }).click();
	await expect(user).toBeHidden();
	await page.getByRole('button', { name: 'New user' }).click();
	await expect(typed).toHaveValue('');
	await page.keyboard.press('Escape');
	await link.click();
	await page.getByRole('button', { name: 'New group' }).click();
	await expect(group.getByRole('textbox', { name: 'Group name' })).toHaveValue('Half a group');
	await expect(group.getByRole('radio', { name: /^Microsoft 365/ })).toBeChecked();
});
