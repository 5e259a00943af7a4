import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { afterFirstCycle, expect, test } from './site';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const details = (page: Page) => page.getByRole('region', { name: 'Provisioning log details' });

test('a row of the log tells its steps, its properties and its ids, and the filters are in the address', async ({
	page,
	watch
}) => {
	await afterFirstCycle(page);
	await page.getByRole('link', { name: 'Provisioning logs', exact: true }).last().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Provisioning logs' })).toBeVisible();
	await row(page, 'Zoë Müller').click();
	await expect(details(page).getByRole('heading', { name: /Import the object/ })).toBeVisible();
	await details(page)
		.getByRole('tab', { name: /Modified Properties/ })
		.click();
	await expect(details(page).getByRole('row', { name: /userName/ })).toBeVisible();
	await details(page).getByRole('tab', { name: 'Summary' }).click();
	await expect(details(page).getByText('Change ID')).toBeVisible();
	await expect(page).toHaveURL(/row=\d+/);
	await page.keyboard.press('Escape');
	await expect(details(page)).toBeHidden();
	await expect(page).not.toHaveURL(/row=/);

	await page.getByRole('button', { name: 'Status: any' }).click();
	await page.getByRole('menuitemradio', { name: 'Failure' }).click();
	await expect(page.getByText('No rows: Status is Failure.')).toBeVisible();
	await expect(page).toHaveURL(/app=byoa&status=Failure/);
	await page.reload();
	await expect(page.getByText('No rows: Status is Failure.')).toBeVisible();
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(row(page, 'Zoë Müller')).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('the CSV download is three files that the change id joins', async ({ page }) => {
	await afterFirstCycle(page);
	await page.getByRole('button', { name: 'Download' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: /CSV/ }).click();
	const files = unzipSync(readFileSync(await (await download).path()));
	expect(Object.keys(files)).toHaveLength(3);
	const text = new TextDecoder().decode(files['ProvisioningLogs_ModifiedProperties.csv']);
	expect(text).toContain('userName');
});

test('a wrong token is told by Test Connection and not saved, and a save is taken back by one undo', async ({
	page
}) => {
	await page.goto('./#/apps/byoa/provisioning/edit');
	await page.getByLabel('Secret Token').fill('wrong');
	await page.getByRole('button', { name: 'Test Connection' }).click();
	await expect(page.getByText(/You appear to have entered invalid credentials/)).toBeVisible();
	await page.getByRole('textbox', { name: 'Notification Email' }).fill('nobody');
	await expect(page.getByText('Enter a valid email address.')).toBeVisible();

	// What was typed is still there after a look at another page.
	await page.getByRole('link', { name: 'Overview', exact: true }).click();
	await expect(page.getByRole('textbox', { name: 'Notification Email' })).toBeHidden();
	await page.goBack();
	await expect(page.getByRole('textbox', { name: 'Notification Email' })).toHaveValue('nobody');
	await page.getByRole('textbox', { name: 'Notification Email' }).fill('it@contoso.com');
	await page.getByRole('toolbar').getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/Nothing was saved\. You appear to have entered invalid credentials/)).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Notification Email' })).toHaveValue('it@contoso.com');
	await page.getByLabel('Secret Token').fill('');
	await page.getByRole('toolbar').getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Saved the provisioning settings of Quillpad.')).toBeVisible();
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('textbox', { name: 'Notification Email' })).toHaveValue('admin@contoso.com');
	await page.getByRole('button', { name: 'Test Connection' }).click();
	await expect(page.getByText('The supplied credentials are authorized to enable provisioning.')).toBeVisible();
});

test('an application comes from the gallery, and one user is provisioned on demand with every step', async ({
	page,
	watch
}) => {
	await page.goto('./#/apps');
	await page.getByRole('button', { name: 'New application' }).click();
	// The second click of an impatient hand means nothing that stands below the gallery.
	await page.getByRole('button', { name: 'Create Zoom' }).dblclick();
	await expect(page.getByText('Object ID')).toBeVisible();
	await page.goto('./#/apps/byoa/demand');
	await page.getByRole('combobox', { name: 'Select a user or group' }).fill('Zoë');
	await page
		.getByRole('listbox', { name: 'Select a user or group' })
		.getByRole('option', { name: /Zoë Müller/ })
		.click();
	await page.getByRole('button', { name: 'Provision', exact: true }).click();
	await expect(page.getByRole('heading', { name: /Determine if user is in scope/ })).toBeVisible();
	await page.getByRole('button', { name: /View details of Determine/ }).click();
	await expect(page.getByText('Assigned to application')).toBeVisible();
	await expect(page.getByRole('heading', { name: /Perform action/ })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('the way to a page never calls an application by its key', async ({ page }) => {
	const seen: string[] = [];
	await page.exposeFunction('saw', (text: string) => seen.push(text));
	await page.addInitScript(() => {
		const { saw } = window as unknown as { saw: (text: string) => void };
		new MutationObserver(() => {
			for (const link of document.querySelectorAll('[aria-label=Breadcrumb] a, h1')) saw(link.textContent);
		}).observe(document, { subtree: true, childList: true, characterData: true });
	});
	for (const place of ['provisioning', 'mappings', 'scoping', 'accounts', 'users']) {
		await page.goto(`./#/apps/byoa/${place}`);
		await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByText('Quillpad').first()).toBeVisible();
	}
	expect(seen).toContain('Quillpad');
	expect(seen.filter((text) => text.includes('byoa'))).toEqual([]);
});

test('a job that holds removals back leads to the rows that it staged, and none of them failed', async ({ page }) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/provisioning/edit');
	await page.getByLabel('Prevent accidental deletions').check();
	await page.getByLabel('Accidental deletion threshold').fill('1');
	await page.getByRole('toolbar').getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/^Saved the provisioning settings of Quillpad/)).toBeVisible();
	for (const [slot, name] of [
		[7, 'Zoë Müller'],
		[8, 'José García-López']
	] as const) {
		await page.goto(`./#/users/${slot}`);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await page.getByRole('button', { name: 'Block sign-in' }).click();
		await expect(page.getByText(`Blocked sign-in of ${name}.`)).toBeVisible();
	}
	await page.goto('./#/apps/byoa/provisioning');
	await expect(page.getByText('Current cycle')).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press(']');
	const quarantine = page.getByRole('region', { name: 'Quarantine' });
	await quarantine.getByRole('link', { name: 'View provisioning logs' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Provisioning logs' })).toBeVisible();
	await expect(row(page, 'StagedDelete')).toHaveCount(2);
	await page.goto('./#/apps/byoa/provisioning');
	await quarantine.getByRole('button', { name: 'Allow deletes' }).click();
	await expect(page.getByText('Allowed 2 held removals in Quillpad.')).toBeVisible();
});

test('where the drawer or the details of a row cover the page, Back leaves them and then the page, and a link both', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await afterFirstCycle(page);
	await page.getByRole('button', { name: 'Navigation' }).click();
	await page.getByRole('dialog').getByRole('link', { name: 'Provisioning logs' }).click();
	const title = (name: string) => page.getByRole('heading', { level: 1, name });
	// The page that is left lists the same rows.
	await expect(title('Provisioning logs')).toBeAttached();
	await row(page, 'Zoë Müller').click();
	const drawer = page.getByRole('complementary', { name: 'Why' });
	const why = () => details(page).getByRole('button', { name: 'Why?' }).click();

	await why();
	await drawer.getByRole('link', { name: 'C-048' }).click();
	await expect(title('Rules and sources')).toBeAttached();
	await expect(drawer).toHaveCount(0);
	await page.goBack();
	await expect(title('Provisioning logs')).toBeAttached();

	await why();
	for (const panel of [drawer, details(page)]) {
		await expect(panel).toBeVisible();
		await page.goBack();
		await expect(panel).toHaveCount(0);
		await expect(title('Provisioning logs')).toBeAttached();
	}
	await page.goBack();
	await expect(title('Provisioning logs')).toHaveCount(0);
	await expect(page).toHaveURL(/apps\/byoa/);
});

test('a list that was narrowed is found again by Back as it was left, also when its own page was asked for all', async ({
	page
}) => {
	await page.goto('./#/users');
	const search = page.getByRole('main').getByRole('searchbox');
	await search.fill('smith');
	await expect(page).toHaveURL(/users\?search=smith$/);
	await row(page, 'John Smith').first().click();
	await expect(page).toHaveURL(/users\/\d+/);
	await page.goBack();
	await expect(search).toHaveValue('smith');
	await page
		.getByRole('navigation', { name: 'Places' })
		.getByRole('link', { name: /^Users/ })
		.click();
	await expect(search).toHaveValue('');
	await page.goBack();
	await expect(search).toHaveValue('smith');
	await expect(page).toHaveURL(/users\?search=smith$/);
});
