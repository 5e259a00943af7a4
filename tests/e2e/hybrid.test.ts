import type { Page } from '@playwright/test';
import { violations } from './judge';
import { expect, test } from './site';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const place = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${name}`) });

async function newCompany(page: Page, preset: string): Promise<void> {
	await page.goto('./#/');
	await expect(title(page, 'Home')).toBeVisible();
	await page.getByRole('button', { name: 'Contoso Harbour Group' }).click();
	await page.getByRole('menuitem', { name: 'New company' }).click();
	await page.getByLabel('Preset').selectOption(preset);
	await page.getByRole('checkbox', { name: 'Slack' }).check();
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(title(page, 'New company')).toBeHidden();
	await expect(page.getByRole('dialog')).toBeHidden();
}

test('a change in Active Directory reaches Entra ID with a run of Connect, and a refusal stays beside the field', async ({
	page,
	watch
}) => {
	await newCompany(page, 'hybrid');
	await place(page, 'Active Directory').click();
	await page.getByRole('treeitem', { name: /^Seattle/ }).click();
	await page.getByRole('row', { name: /Hannah Becker/ }).click();
	await expect(title(page, 'Hannah Becker')).toBeVisible();

	const jobTitle = page.getByRole('button', { name: 'Edit Job title' });
	await jobTitle.press('Enter');
	await page.getByRole('textbox', { name: 'Job title' }).fill('x'.repeat(140));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('CONSTRAINT_ATT_TYPE');
	await page.getByRole('textbox', { name: 'Job title' }).fill('Harbour master');
	await page.keyboard.press('Enter');
	await expect(jobTitle).toBeFocused();
	await expect(page.getByText('Not in Entra ID yet: title.')).toBeVisible();

	await place(page, 'Entra Connect').click();
	await expect(page.getByText('1 change', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Run delta cycle' }).first().click();
	await expect(page.getByRole('row', { name: /Hannah Becker.*Updated in Entra ID/ })).toBeVisible();

	await place(page, 'Users').click();
	await page.getByRole('searchbox', { name: 'Search users' }).fill('becker');
	await page.getByRole('row', { name: /Hannah Becker/ }).click();
	await expect(page.getByRole('main').getByText('Harbour master', { exact: true })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('the pages of Active Directory and Connect keep nobody out, and teach where there is none', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const found: string[] = [];
	const look = async (what: string) => {
		found.push(...(await violations(page)).map((one) => `${what} ${one}`));
	};
	await page.goto('./#/ad');
	await expect(page.getByText('This company has no Active Directory')).toBeVisible();
	await expect(place(page, 'Agents')).toBeHidden();
	await newCompany(page, 'hybrid-hr');
	await place(page, 'Active Directory').click();
	await page.getByRole('treeitem', { name: /^Users/ }).press('ArrowDown');
	await expect(page.getByRole('treeitem', { name: /^Austin/ })).toBeFocused();
	await look('tree');
	await page.getByRole('treeitem', { name: /^contoso/ }).click();
	await page.getByRole('row', { name: /Hannah Becker/ }).click();
	await expect(title(page, 'Hannah Becker')).toBeVisible();
	await look('account');
	await place(page, 'Entra Connect').click();
	await expect(page.getByText('On, every 30 min')).toBeVisible();
	await look('connect');
	await page.getByRole('tab', { name: 'OU filtering' }).click();
	await look('filter');
	await page.getByRole('tab', { name: 'Settings' }).click();
	await look('settings');
	const threshold = page.getByRole('spinbutton', { name: 'Export deletion threshold' });
	await threshold.fill('2');
	await threshold.press('Enter');
	await expect(page.getByText('A run stops at more than 2 deletions.')).toBeVisible();
	await expect(threshold).toHaveValue('2');
	expect(found).toEqual([]);
});

test('somebody gets another manager in Active Directory, and the schema gets an attribute', async ({ page, watch }) => {
	await newCompany(page, 'hybrid');
	await place(page, 'Active Directory').click();
	await page.getByRole('toolbar').getByRole('button', { name: 'Extend schema' }).click();
	const schema = page.getByRole('dialog', { name: 'Extend the schema' });
	const name = schema.getByRole('textbox', { name: /^LDAP display name/ });
	await name.fill('title');
	await schema.getByRole('button', { name: 'Add' }).click();
	await expect(schema.getByRole('alert')).toContainText('title is in the schema already.');
	await name.fill('contosoBadge');
	await schema.getByRole('button', { name: 'Add' }).click();
	await expect(schema.getByRole('list').getByText('contosoBadge')).toBeVisible();
	await schema.getByRole('button', { name: 'Close', exact: true }).last().click();

	await page.getByRole('treeitem', { name: /^Seattle/ }).click();
	await page.getByRole('row', { name: /Hannah Becker/ }).click();
	await expect(title(page, 'Hannah Becker')).toBeVisible();
	await expect(page.getByText('contosoBadge').first()).toBeVisible();
	await page.getByRole('toolbar').getByRole('button', { name: 'Change manager' }).click();
	const form = page.getByRole('dialog', { name: 'Manager of Hannah Becker' });
	await form.getByRole('searchbox', { name: 'Find an account' }).fill('Okafor');
	await form
		.getByRole('combobox', { name: 'Manager' })
		.selectOption({ label: 'Chidi Okafor, chidi.okafor@contoso.com' });
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('main').getByRole('link', { name: 'Chidi Okafor' })).toBeVisible();
	await expect(page.getByText('Not in Entra ID yet: manager.')).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('a group of Active Directory comes into the tenant with its member, and is mastered there', async ({
	page,
	watch
}) => {
	await newCompany(page, 'hybrid');
	await page.goto('./#/ad/groups');
	await page.getByRole('toolbar').getByRole('button', { name: 'New group' }).click();
	const form = page.getByRole('dialog', { name: 'New group in Active Directory' });
	await form.getByRole('textbox', { name: 'Group name' }).fill('Domain Users');
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(form.getByRole('alert')).toContainText('EntryAlreadyExists');
	await form.getByRole('textbox', { name: 'Group name' }).fill('Harbour team');
	await form.getByRole('button', { name: 'Create' }).click();
	await page.getByRole('button', { name: 'Add a member to Harbour team' }).click();
	const member = page.getByRole('combobox', { name: 'New member of Harbour team' });
	await page.getByRole('searchbox', { name: 'Find an account' }).fill('okafor');
	await member.selectOption({ label: 'Chidi Okafor, chidi.okafor@contoso.com' });
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByRole('list', { name: 'Members of Harbour team' })).toContainText('Chidi Okafor');
	expect(await violations(page, { part: 'main' })).toEqual([]);
	await place(page, 'Entra Connect').click();
	await page.getByRole('button', { name: 'Run delta cycle' }).first().click();
	await expect(page.getByRole('row', { name: /Harbour team.*Created in Entra ID/ })).toBeVisible();
	await page.goto('./#/ad/groups');
	await page.getByRole('link', { name: 'Show the group in Entra ID' }).click();
	await expect(title(page, 'Harbour team')).toBeVisible();
	await expect(page.getByRole('row', { name: /Chidi Okafor/ })).toBeVisible();
	await expect(page.getByRole('button', { name: /^Rename/ })).toHaveAttribute('aria-disabled', 'true');
	expect(watch.complaints).toEqual([]);
});
