import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { expect, holdFirstCycle, test } from './site';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const vendor = (page: Page) => page.getByRole('region', { name: 'Quillpad admin' });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** On the way of a first visit the first cycle is run to its end. */
async function open(page: Page, place: 'accounts' | 'faults' | 'console'): Promise<void> {
	await holdFirstCycle(page);
	await page.goto('./#/');
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	await page.getByRole('link', { name: 'Enterprise apps' }).click();
	await nextCycle(page);
	await expect(page.getByRole('region', { name: 'Stage' }).locator('time')).toContainText('08:20:28');
	await page.goto(`./#/apps/byoa/${place}`);
	await expect(vendor(page)).toBeVisible();
}

async function nextCycle(page: Page): Promise<void> {
	await page.locator('main').focus();
	await page.keyboard.press(']');
}

test('an account that was edited by hand stays so until a restart sets it back (A-026)', async ({ page, watch }) => {
	await open(page, 'accounts');
	await expect(row(page, 'Hannah Becker')).toContainText('Provisioning, since');
	await row(page, 'Hannah Becker').click();
	const edit = dialog(page, 'Hannah Becker in Quillpad');
	await edit.getByRole('textbox', { name: 'displayName' }).fill('Hanna by hand');
	// What is typed outlives a reload until it is sent.
	await page.reload();
	await expect(edit.getByRole('textbox', { name: 'displayName' })).toHaveValue('Hanna by hand');
	await edit.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('tab', { name: /Changes/ }).click();
	await expect(page.getByText('You edited Hannah Becker in Quillpad by hand: displayName.')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(row(page, 'Hanna by hand')).toBeVisible();

	await nextCycle(page);
	await expect(page.getByRole('region', { name: 'Stage' }).locator('time')).toContainText('09:0');
	await expect(row(page, 'Hanna by hand')).toBeVisible();

	await page.goto('./#/apps/byoa/provisioning');
	await page.getByRole('button', { name: 'Restart provisioning' }).click();
	await nextCycle(page);
	await expect(page.getByText('Initial cycle completed')).toBeVisible();
	await page.goto('./#/apps/byoa/accounts');
	await expect(vendor(page)).toBeVisible();
	await expect(row(page, 'Hannah Becker')).toBeVisible();
	await expect(row(page, 'Hanna by hand')).toBeHidden();
	expect(watch.complaints).toEqual([]);
});

test('a sign-in is granted, or says which part is missing', async ({ page }) => {
	await open(page, 'accounts');
	await page.getByRole('button', { name: 'Sign in as' }).click();
	const sheet = dialog(page, 'Sign in to Quillpad as');
	const choose = async (name: string) => {
		await sheet.getByRole('combobox').fill(name);
		await sheet.getByRole('option', { name: new RegExp(name) }).click();
	};
	await choose('Marisol Vega');
	await expect(sheet.getByText('nobody assigned Marisol Vega to Quillpad')).toBeVisible();
	await choose('Hannah Becker');
	await expect(sheet.getByText('Hannah Becker can sign in.')).toBeVisible();
	await sheet.getByRole('button', { name: 'Sign in as Hannah Becker' }).click();
	await expect(page.getByText('Hannah Becker signed in to Quillpad.').first()).toBeVisible();
});

test('what the RFC does not allow is shown where it stands, before it is sent', async ({ page }) => {
	await open(page, 'console');
	await page.getByRole('button', { name: 'Requests' }).click();
	await page.getByRole('menuitem', { name: /Disable, in the legacy dialect/ }).click();
	const remark = page.getByRole('list', { name: 'What the RFCs say to this request' });
	await expect(remark).toContainText('active is true or false, not a text');
	await expect(remark.getByRole('button', { name: /body, line \d+, column \d+/ })).toBeVisible();
	await page.getByRole('textbox', { name: 'Headers' }).fill('no header');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByText('"no header" is not a header')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'Headers' })).toHaveValue('no header');
});

test('the account that is opened keeps nobody out in any look', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, 'accounts');
	await row(page, 'Hannah Becker').click();
	await expect(dialog(page, 'Hannah Becker in Quillpad').getByRole('textbox', { name: 'displayName' })).toBeVisible();
	expect(await barriers(page, { part: 'dialog[open]' })).toEqual([]);
});

test('a token that ends is followed by a new one, and an impatient second click issues no third (A-201, A-361)', async ({
	page,
	watch
}) => {
	await page.goto('./#/apps');
	await page.getByRole('button', { name: 'New application' }).click();
	await page.getByRole('button', { name: 'Create Snowflake' }).click();
	await page.getByRole('link', { name: 'Its admin page' }).click();
	await expect(page.getByText('Newest token ends')).toBeVisible();
	await page.getByRole('button', { name: 'Issue a new token' }).dblclick();
	await expect(page.getByText('Snowflake issued a new token.', { exact: false })).toBeVisible();
	await expect(
		page.getByText('Snowflake has two valid tokens already: wait until the older one expires.')
	).toBeVisible();

	await page.goto('./#/apps/snowflake/provisioning/edit');
	await expect(page.getByText('The saved token ends on Wed 2 Sep')).toBeVisible();
	await page.getByRole('button', { name: 'Enter the newest token' }).click();
	await expect(page.getByText('The supplied credentials are authorized to enable provisioning.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Enter the newest token' })).toBeHidden();
	expect(watch.complaints).toEqual([]);
});

test.describe('over the wire', () => {
	test.use({ serviceWorkers: 'allow' });

	test('a request from the console is a real one, struck by a fault, compared with a conformant provider', async ({
		page
	}) => {
		const answers: string[] = [];
		page.on('response', (response) => {
			if (response.url().includes('/scim/byoa/')) answers.push(`${response.status()} ${response.request().method()}`);
		});
		await open(page, 'console');
		await expect(page.getByText('Goes through the service worker')).toBeVisible();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText('200 OK')).toBeVisible();
		await expect(page.getByText('would say the same')).toBeVisible();
		await expect.poll(() => answers).toEqual(['200 GET']);

		await page.getByRole('combobox', { name: 'Exchange of the specification' }).selectOption('X-058');
		await page.getByRole('button', { name: 'Send all' }).click();
		await expect(page.getByText('6 of 6 steps as expected.')).toBeVisible();
		await expect.poll(() => answers).toHaveLength(7);

		await page.getByRole('link', { name: 'Faults and behaviour' }).click();
		await page.getByRole('switch', { name: /503, an outage/ }).click();
		await expect(page.getByText('1 of 12 are on')).toBeVisible();
		await page.getByRole('link', { name: 'SCIM console' }).click();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText('503 Service Unavailable')).toBeVisible();
		await expect(page.getByText(/would answer 200 OK/)).toBeVisible();
	});

	test('what was written from the console is written again by the same button, taken back, and asked of nobody else', async ({
		page
	}) => {
		await open(page, 'console');
		await expect(page.getByText('Goes through the service worker')).toBeVisible();
		await page.getByRole('button', { name: 'Requests' }).click();
		await page.getByRole('menuitem', { name: /Create an account/ }).click();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText('201 Created')).toBeVisible();
		// What is said about it lies beside the button, which has the focus and is under the pointer.
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText('409 Conflict')).toBeVisible();
		await page.getByRole('combobox', { name: 'Method' }).selectOption('DELETE');
		await page.getByRole('button', { name: 'Requests' }).click();
		await page.getByRole('menuitem', { name: /Delete an account/ }).click();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		const written = page.getByText('What it wrote is a command of this session.');
		await expect(written).toBeVisible();
		await page.getByRole('button', { name: 'Undo' }).last().click();
		await expect(written).toBeHidden();

		await page.getByRole('textbox', { name: 'Path' }).fill('/../../');
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText('The path leaves the tenant URL: ".." goes up from it.')).toBeVisible();
	});
});
