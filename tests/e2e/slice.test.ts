import type { Page } from '@playwright/test';
import { expect, holdFirstCycle, holdTime, test } from './site';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'This application' }).getByRole('link', { name, exact: true });
const stage = (page: Page) => page.getByRole('region', { name: 'Stage' });

/** On the way of a first visit the first cycle is run to its end. */
async function afterFirstCycle(page: Page): Promise<void> {
	await holdFirstCycle(page);
	await page.goto('./#/');
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	await page.getByRole('link', { name: 'Enterprise apps' }).click();
	await page.getByRole('row', { name: /Quillpad/ }).click();
	await tab(page, 'Provisioning').click();
	await expect(page.getByText('Current cycle')).toBeVisible();
	await nextCycle(page);
	await expect(row(page, 'Zoë Müller')).toBeVisible();
	await expect(stage(page).locator('time')).toContainText('08:20:28');
}

/** Time is run to the end of the next cycle by the key that the run bar names. */
async function nextCycle(page: Page): Promise<void> {
	await page.locator('main').focus();
	await page.keyboard.press(']');
}

test('what was done survives a reload in the middle of a cycle', async ({ page }) => {
	await holdTime(page);
	await page.goto('./#/');
	await expect(stage(page).locator('time')).toContainText('08:20:00');
	await page.locator('main').focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('Now: Quillpad: a cycle is running')).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(stage(page).locator('time')).toContainText('08:20:04');
	await page.reload();
	await expect(stage(page).locator('time')).toContainText('08:20:04');
	await expect(page.getByText('Now: Quillpad: a cycle is running')).toBeVisible();
});

test('the past can be looked at, and undo takes the last command back', async ({ page }) => {
	await afterFirstCycle(page);
	await stage(page).getByRole('button', { name: 'To the start' }).click();
	await expect(page.getByText(/You see Mon 2 Mar, 08:00/)).toBeVisible();
	// Whoever comes back to a past moment sees on the timeline what came later.
	await page.reload();
	await expect(page.getByText(/You see Mon 2 Mar, 08:00/)).toBeVisible();
	await expect(stage(page).getByRole('option', { name: /^Start provisioning to Quillpad/ })).toBeAttached();
	await page.getByRole('button', { name: 'Back to now' }).first().click();
	await expect(page.getByText(/You see/)).toBeHidden();
	await page.getByRole('button', { name: 'Stop provisioning' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Stop provisioning' })).toBeEnabled();
});

test('a quarantine by Microsoft’s hand survives a reload, and the next clean retry lifts it', async ({ page }) => {
	await afterFirstCycle(page);
	await page.getByRole('toolbar').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: /^Quarantine by Microsoft/ }).click();
	const banner = page.getByRole('region', { name: 'Quarantine' });
	await expect(banner).toBeVisible();
	await page.reload();
	await banner.getByRole('button', { name: 'Quarantine details' }).click();
	await expect(banner.getByText('QuarantinedOnDemand: Microsoft put it there')).toBeVisible();
	await nextCycle(page);
	await expect(banner).toBeHidden();
});

test.describe('as a first visit has it, with the service worker', () => {
	test.use({ serviceWorkers: 'allow' });

	test('one hire becomes one account: assigned, created, changed, disabled, with the reason of each', async ({
		page,
		watch
	}) => {
		await afterFirstCycle(page);
		await expect(row(page, 'Zoë Müller')).toContainText('Create');

		await tab(page, 'Users and groups').click();
		await page.getByRole('button', { name: 'Add user/group' }).click();
		await page.getByRole('combobox').first().fill('Priya');
		await page
			.getByRole('dialog')
			.getByRole('option', { name: /Priya Raman/ })
			.click();
		await page.getByRole('button', { name: 'Assign', exact: true }).click();
		await expect(row(page, 'Priya Raman')).toBeVisible();

		await tab(page, 'Provisioning').click();
		await expect(page.getByText('Current cycle')).toBeVisible();
		await nextCycle(page);
		await row(page, 'Priya Raman').click();
		await page.getByRole('button', { name: /Why/ }).first().click();
		const why = page.getByRole('complementary', { name: 'Why' });
		await expect(why.getByRole('heading', { name: 'Priya Raman was created in Quillpad.' })).toBeVisible();
		await expect(why.getByText('C-162').first()).toBeVisible();

		await page.goto('./#/users/2');
		await page.getByRole('button', { name: /Department/ }).click();
		await page.getByRole('textbox', { name: /Department/ }).fill('Harbour');
		await page.keyboard.press('Enter');
		await expect(page.getByText(/Undo/).first()).toBeVisible();
		await page.goto('./#/apps/byoa/provisioning');
		await expect(page.getByText('Current cycle')).toBeVisible();
		await nextCycle(page);
		await expect(row(page, 'Priya Raman').first()).toContainText('Update');

		await tab(page, 'Users and groups').click();
		await expect(page.getByRole('button', { name: 'Add user/group' })).toBeVisible();
		await row(page, 'Priya Raman').click();
		await page.getByRole('button', { name: 'Remove assignment' }).click();
		await tab(page, 'Provisioning').click();
		await expect(page.getByText('Current cycle')).toBeVisible();
		await nextCycle(page);
		await expect(row(page, 'Priya Raman').first()).toContainText('Disable');
		await row(page, 'Priya Raman').first().click();
		await expect(why.getByText('C-178').first()).toBeVisible();

		expect(watch.complaints).toEqual([]);
	});
});
