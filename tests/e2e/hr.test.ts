import type { Page } from '@playwright/test';
import { violations } from './judge';
import { expect, test } from './site';

const place = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${name}`) });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const command = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

/** A company of its own preset, as a person makes one. */
async function found(page: Page, preset = 'hybrid-hr'): Promise<void> {
	await page.goto('./#/');
	await expect(title(page, 'Home')).toBeVisible();
	await page.getByRole('button', { name: 'Contoso Harbour Group' }).click();
	await page.getByRole('menuitem', { name: /New company/ }).click();
	const form = page.getByRole('dialog', { name: 'New company' });
	await form.getByRole('textbox', { name: 'Name of the session' }).fill('Harbour with HR');
	await form.getByRole('combobox', { name: 'Preset' }).selectOption(preset);
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(page.getByRole('button', { name: 'Harbour with HR' })).toBeVisible();
}

/** One cycle on, to its end: another press before that would end with the same one. */
async function next(page: Page, after: string): Promise<void> {
	await page.keyboard.press(']');
	await expect(page.getByText(`Next: ${after} Workday to Active Directory`)).toBeVisible();
}

test('somebody is hired, has a user after the next cycles, and leaves again; the page says when and why', async ({
	page,
	watch
}) => {
	await found(page);
	await place(page, 'Workers').click();
	await expect(title(page, 'Workers in Workday')).toBeVisible();
	await command(page, 'Hire').click();
	const hire = page.getByRole('dialog', { name: 'Hire somebody in Workday' });
	await hire.getByRole('button', { name: 'Hire' }).click();
	await expect(hire.getByText('A worker needs a name.')).toBeVisible();
	await hire.getByRole('textbox', { name: 'First name' }).fill('Nora');
	await hire.getByRole('textbox', { name: 'Last name' }).fill('Lindqvist');
	const id = hire.getByRole('textbox', { name: 'Worker ID' });
	const freeId = await id.inputValue();
	await id.fill('1000002');
	await hire.getByRole('button', { name: 'Hire' }).click();
	await expect(hire.getByRole('alert')).toContainText('is in use');
	await expect(hire.getByRole('textbox', { name: 'Last name' })).toHaveValue('Lindqvist');
	await id.fill(freeId);
	// Enter is held a little long: it means the hire, not the button that the focus goes back to.
	await hire.getByRole('button', { name: 'Hire' }).press('Shift');
	await page.keyboard.down('Enter');
	await expect(hire).toBeHidden();
	await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	await expect(hire).toBeHidden();
	await page.getByRole('searchbox', { name: 'Search workers' }).fill('lindqvist');
	await page.getByRole('row', { name: /Nora Lindqvist/ }).click();
	await expect(title(page, 'Nora Lindqvist')).toBeVisible();
	await expect(page.getByText('No job has linked Nora Lindqvist to an account yet.')).toBeVisible();

	for (const after of ['08:40', '09:20', '10:00']) await next(page, after);
	await expect(page.getByRole('link', { name: 'Show the user Nora Lindqvist' })).toBeVisible();
	await page.getByRole('combobox', { name: 'Attribute of the user' }).selectOption('surname');
	const way = page.getByRole('list', { name: 'The way of surname of Nora Lindqvist' });
	await expect(way.getByRole('listitem')).toHaveText([/^Workday/, /^Active Directory/, /^Microsoft Entra ID/]);

	const change = page.getByRole('dialog', { name: 'Change or transfer Nora Lindqvist' });
	const changed = change.getByRole('textbox', { name: 'Job title' });
	await command(page, 'Change or transfer').click();
	await changed.fill('Harbour Pilot');
	await page.reload();
	await command(page, 'Change or transfer').click();
	await expect(changed).toHaveValue('Harbour Pilot');
	await change.getByRole('button', { name: 'Change' }).click();
	await expect(change).toBeHidden();
	await expect(page.getByText('Harbour Pilot').first()).toBeVisible();

	await command(page, 'Terminate').click();
	await page.getByLabel('Last day of work').fill('2026-03-06');
	await page.getByRole('dialog').getByRole('button', { name: 'Terminate' }).click();
	const axis = page.getByRole('list', { name: /^What the record of Nora Lindqvist says/ });
	await expect(axis.getByRole('listitem').last()).toContainText('Sat 7 Mar 2026, 08:00');
	expect(await violations(page, { part: 'main' })).toEqual([]);
	expect(watch.complaints).toEqual([]);
});

test('who has two first names and no last one is hired as just that', async ({ page }) => {
	await found(page);
	await place(page, 'Workers').click();
	await command(page, 'Hire').click();
	const hire = page.getByRole('dialog', { name: 'Hire somebody in Workday' });
	await hire.getByRole('textbox', { name: 'First name' }).fill('Anna Maj');
	await hire.getByRole('button', { name: 'Hire' }).click();
	await page.getByRole('row', { name: /Anna Maj/ }).click();
	const fact = (name: string) => page.getByRole('term').filter({ hasText: name }).locator('+ dd');
	await expect(fact('FirstName')).toContainText('Anna Maj');
	await expect(fact('LastName')).toContainText('Not set');
});

test('an agent that is stopped says what becomes of the job, and starts again', async ({ page, watch }) => {
	await found(page);
	await place(page, 'Agents').click();
	await expect(page.getByText('The jobs reach Active Directory through agent1.')).toBeVisible();
	await page.getByRole('button', { name: 'Stop agent1' }).click();
	await expect(page.getByText(/^No agent is active/)).toBeVisible();
	// The cycle of this very moment fails at once: the clock need not move.
	await page.keyboard.press(']');
	await expect(page.getByText(/is in quarantine: HybridIdentityServiceNoActiveAgents/)).toBeVisible();
	await page.getByRole('button', { name: 'Start agent1' }).click();
	await expect(page.getByText('The jobs reach Active Directory through agent1.')).toBeVisible();
	expect(await violations(page, { part: 'main' })).toEqual([]);
	expect(watch.complaints).toEqual([]);
});

test('a company without human resources is told what it lacks, and gets a company that has it', async ({ page }) => {
	await page.goto('./#/');
	await expect(title(page, 'Home')).toBeVisible();
	await expect(place(page, 'Users')).toBeVisible();
	await expect(place(page, 'Workers')).toBeHidden();
	await page.goto('./#/hr');
	await expect(page.getByText('This company has no human-resources system.')).toBeVisible();
	await page.getByRole('button', { name: 'Create a company with HR' }).click();
	await expect(title(page, 'Workers in Workday')).toBeVisible();
});

test('the connection says what comes back empty, and what may be read waits for its activation', async ({
	page,
	watch
}) => {
	await found(page);
	await place(page, 'Connection').click();
	await expect(title(page, 'Connection to Workday')).toBeVisible();
	const url = page.getByRole('textbox', { name: 'Workday Web Services API URL' });
	await url.fill('workday.com');
	await page.getByRole('button', { name: 'Save the URL' }).click();
	await expect(page.getByText(/^The API URL is https/)).toBeVisible();
	await expect(url).toHaveValue('workday.com');
	await url.fill('https://wd3.workday.com/ccx/service/contoso/v34.0');
	await page.getByRole('button', { name: 'Save the URL' }).click();
	await expect(page.getByText(/These come back empty.*BusinessTitle/)).toBeVisible();
	await page.getByRole('checkbox', { name: 'Worker Data: Workers' }).uncheck();
	await page.getByRole('button', { name: 'Activate Pending Security Policy Changes' }).click();
	await expect(page.getByText(/These come back empty.*LastName/)).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press('z');
	const activate = page.getByRole('button', { name: /^Activate Pending/ });
	await expect(activate).toBeVisible();
	await page.keyboard.press('z');
	await expect(activate).toBeHidden();
	// Of two that were undone the last one can be done again.
	await expect(page.getByRole('button', { name: 'Redo' })).toHaveCount(1);
	await page.getByRole('button', { name: 'Redo' }).click();
	await expect(activate).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'Search or run a command' }).fill('redo');
	await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Redo');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/These come back empty.*LastName/)).toBeVisible();
	expect(await violations(page, { part: 'main' })).toEqual([]);
	expect(watch.complaints).toEqual([]);
});

test('a rehire with a new person profile shows the new record, and an upload becomes a user', async ({
	page,
	watch
}) => {
	await found(page, 'cloud-hr-successfactors');
	await place(page, 'Workers').click();
	await page.getByRole('searchbox', { name: 'Search workers' }).fill('1000007');
	await page.getByRole('row', { name: /1000007/ }).click();
	await command(page, 'Terminate').click();
	await page.getByLabel('Last day of work').fill('2026-03-01');
	await page.getByRole('dialog').getByRole('button', { name: 'Terminate' }).click();
	await command(page, 'Rehire').click();
	const rehire = page.getByRole('dialog', { name: /^Rehire/ });
	await rehire.getByRole('radio', { name: /A new person profile/ }).check();
	const id = await rehire.getByRole('textbox', { name: 'New Worker ID' }).inputValue();
	await rehire.getByRole('button', { name: 'Rehire' }).click();
	await expect(page.getByRole('main').getByText(`Worker ID ${id}`).first()).toBeVisible();

	await page.goto('./#/hr/upload');
	await page.getByRole('button', { name: 'Add an API-driven job' }).click();
	await page.getByRole('button', { name: /^Start provisioning/ }).click();
	await expect(page.getByText(/listens: what is sent/)).toBeVisible();
	const records = page.getByRole('textbox', { name: 'Records' });
	await records.fill((await records.inputValue()).replaceAll('Nora', 'Lena'));
	await page.reload();
	await expect(records).toHaveValue(/Lena/);
	await page.getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(page.getByText('202', { exact: true })).toBeVisible();
	await page.keyboard.press(']');
	await expect(page.getByText('processed', { exact: true })).toBeVisible();

	// S-167: by Microsoft Graph the answer says where the log is.
	await page.goto('./#/graph');
	await page
		.getByRole('combobox', { name: 'Application' })
		.selectOption('API-driven Inbound User Provisioning to Microsoft Entra ID');
	await page.getByRole('button', { name: 'Calls', exact: true }).click();
	await page.getByRole('menuitem', { name: /^Upload users/ }).click();
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await page.getByRole('button', { name: 'Go to Location' }).click();
	const answer = page.getByRole('region', { name: 'Answer' });
	await expect(answer).toContainText(/GET .*auditLogs\/provisioning\/\?\$filter=jobid eq/);
	await expect(answer).toContainText('200 OK');
	expect(await violations(page, { part: 'main' })).toEqual([]);
	expect(watch.complaints).toEqual([]);
});

test('a value is followed from a worker whom the tenant does not have yet', async ({ page, watch }) => {
	await found(page);
	await place(page, 'Workers').click();
	await command(page, 'Hire').click();
	const hire = page.getByRole('dialog', { name: 'Hire somebody in Workday' });
	await hire.getByRole('textbox', { name: 'First name' }).fill('Lena');
	await hire.getByRole('textbox', { name: 'Last name' }).fill('Fischer');
	await hire.getByRole('textbox', { name: 'Worker ID' }).fill('1000007');
	await hire.getByRole('button', { name: 'Hire' }).click();
	await expect(hire.getByRole('alert')).toHaveText('The Worker ID 1000007 is in use.');
	await hire.getByRole('textbox', { name: 'Worker ID' }).fill('1000900');
	await hire.getByRole('button', { name: 'Hire' }).click();
	await expect(hire).toBeHidden();
	await page.getByRole('row', { name: /Lena Fischer/ }).click();
	await expect(page.getByText('Not linked to Active Directory yet')).toBeVisible();
	await next(page, '08:40');
	await expect(page.getByText('Not in Microsoft Entra ID yet: Connect sync brings it there')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Not in Microsoft Entra ID yet: Connect sync brings it there')).toBeVisible();
	const steps = page.getByRole('list', { name: 'The way of displayName of Lena Fischer' }).getByRole('listitem');
	await expect(steps).toHaveCount(2);

	await place(page, 'Users').click();
	await command(page, 'New user').click();
	const form = page.getByRole('dialog', { name: 'New user' });
	await form.getByRole('textbox', { name: 'Display name' }).fill('Ada');
	await form.getByRole('textbox', { name: 'User principal name' }).fill('ada@corp.local');
	await page.keyboard.press('Enter');
	await expect(form.getByRole('alert')).toContainText('You must use one of the verified domain names');
	await form.getByRole('textbox', { name: 'User principal name' }).fill('ada@contoso.com');
	await page.keyboard.press('Enter');
	await expect(form).toBeHidden();
	expect(watch.complaints).toEqual([]);
});
