import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { expect, test } from './site';

/** The first company: a few people are assigned, and the first cycle runs. */
async function plan(page: Page, place: 'tests' | 'pilot') {
	await page.goto(`./#/plan/${place}`);
	await expect(
		page.getByRole('heading', { level: 1, name: place === 'tests' ? 'Test plan' : 'Pilot planner' })
	).toBeVisible();
}

async function saved(page: Page, name: string): Promise<string> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name, exact: true }).click()
	]);
	return readFileSync(await file.path(), 'utf8');
}

test('the overview says what both are for, and leads to them', async ({ page, watch }) => {
	await page.goto('./#/plan');
	await expect(page.getByText('16 rows, none has been run yet.')).toBeVisible();
	await page.getByRole('link', { name: 'Open the test plan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Test plan' })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('the test plan runs beside the open company, outlives a reload, and is saved in three formats', async ({
	page,
	watch
}) => {
	await plan(page, 'tests');
	await page.getByRole('button', { name: 'Run all', exact: true }).click();
	await expect(page.getByText('8 of 16 rows passed, 0 failed, 8 not run.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('8 of 16 rows passed, 0 failed, 8 not run.')).toBeVisible();

	await page.getByRole('button', { name: /^User information is updated/ }).click();
	await expect(page.getByRole('cell', { name: 'The provisioning log has a row Update' })).toBeVisible();
	await expect(page.getByText(/^PATCH \/Users\//)).toBeVisible();
	expect(await barriers(page)).toEqual([]);

	expect(await saved(page, 'Markdown')).toContain('## What is simulated');
	expect(await saved(page, 'CSV')).toMatch(/^plan,id,title,/);
	expect(await saved(page, 'JUnit')).toContain('tests="16" failures="0" skipped="8"');

	// A report names the company as whoever made it does.
	await page.getByRole('button', { name: 'New company with Workday' }).click();
	await expect(page.getByRole('banner').getByRole('button', { name: 'Company with Workday' })).toBeVisible();
	await page.getByRole('button', { name: 'Run all', exact: true }).click();
	await expect(page.getByText(/^\d+ of 16 rows passed, 0 failed/)).toBeVisible();
	expect(await saved(page, 'Markdown')).toContain('Company with Workday');
	expect(watch.complaints).toEqual([]);
});

test('a row of one\u2019s own is kept while it is written, runs, and can be looked at on a branch', async ({
	page,
	watch
}) => {
	await plan(page, 'tests');
	await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'Add a row' }).click();
	const form = page.getByRole('dialog', { name: 'Add a row' });
	await form.getByLabel('What is tested').fill('A new title reaches the application');
	await form.getByLabel('Action').selectOption('change');
	await form.getByRole('combobox', { name: 'Attribute', exact: true }).selectOption('jobTitle');
	await form.getByLabel('New value').fill('Pilot');
	await page.reload();
	await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'Add a row' }).click();
	await expect(form.getByLabel('What is tested')).toHaveValue('A new title reaches the application');
	await expect(form.getByLabel('New value')).toHaveValue('Pilot');
	await form.getByLabel('Outcome 1').selectOption('value');
	await form.getByLabel('Attribute of the account').selectOption('title');
	await form.getByLabel('Value', { exact: true }).fill('Pilot');
	await form.getByRole('button', { name: 'Add', exact: true }).click();

	await page.getByRole('button', { name: 'Run this row' }).click();
	await expect(page.getByText('1 of 1 rows passed, 0 failed, 0 not run.')).toBeVisible();
	await expect(page.getByText('title is "Pilot".')).toBeVisible();
	await page.getByRole('button', { name: 'Open as branch' }).click();
	await expect(page.getByText('is open, at its end.')).toBeVisible();
	await expect(page.getByText('The company has changed since.')).toBeVisible();
	await page.getByRole('link', { name: 'Compare it with main' }).click();
	await expect(page.getByText(/^They part at .* main ends at/)).toBeVisible();
	await page.goBack();
	await page.getByRole('button', { name: 'Back to main' }).click();
	await expect(page.getByText('The company has changed since.')).toBeHidden();
	expect(watch.complaints).toEqual([]);
});

test('the waves of a pilot are worked out, judged by limits that can be changed, and rehearsed on a branch', async ({
	page,
	watch
}) => {
	test.slow();
	await plan(page, 'pilot');
	await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'Work out the waves' }).click();
	const first = page.getByRole('button', { name: /^First people/ });
	await expect(first).toContainText('5 people');
	await expect(first).toContainText('Go');
	await first.click();
	await expect(page.getByText('5 of 5 people, 100 %.')).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	await page.reload();
	await expect(first).toBeVisible();

	await page.getByRole('tab', { name: 'Plan', exact: true }).click();
	const hours = page.getByRole('listitem').filter({ hasText: 'Time until it is done' }).getByRole('spinbutton');
	await hours.fill('0.1');
	await hours.press('Enter');
	// What is empty or outside of its limits does not stay as it was typed: the plan would go by another number.
	for (const [field, stays] of [
		[hours, '0.1'],
		[page.getByRole('spinbutton', { name: 'Between two waves' }), '24']
	] as const) {
		await field.fill('');
		await field.press('Enter');
		await expect(field).toHaveValue(stays);
	}
	await page.getByRole('tab', { name: 'What will happen' }).click();
	await expect(first).toContainText('No-go');

	await page.getByRole('tab', { name: 'People and messages' }).click();
	expect(await barriers(page)).toEqual([]);
	await page.getByLabel('Name: IT owner').fill('Mei Chen');
	await page.getByRole('checkbox', { name: /^IT owner/ }).check();
	const text = await saved(page, 'Markdown');
	expect(text).toContain('- [x] IT owner: Mei Chen');
	expect(text).toContain('### First people: No-go');
	expect(text).not.toContain('has changed since');

	// Whoever changes the plan is told that the waves are those of another one, on the page and on paper.
	await page.getByRole('tab', { name: 'Plan', exact: true }).click();
	const people = page.getByRole('spinbutton', { name: 'People' }).first();
	await people.fill('6');
	await people.press('Enter');
	await page.getByRole('tab', { name: 'What will happen' }).click();
	await expect(page.getByText('The plan has changed since.')).toBeVisible();
	expect(await saved(page, 'Markdown')).toContain('The company or the plan has changed since');
	await page.getByRole('button', { name: 'Work them out again' }).click();
	await expect(first).toContainText('6 people');
	await expect(page.getByText('The plan has changed since.')).toBeHidden();

	await page.getByRole('button', { name: 'Open as branch' }).click();
	await expect(page.getByText('is open, at its end.')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Pilot of / })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});
