import type { Page } from '@playwright/test';
import { expect, test } from './site';

const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();

async function choose(page: Page, call: string) {
	await page.getByRole('button', { name: 'Calls', exact: true }).click();
	await page.getByRole('menuitem', { name: new RegExp(`^${call}`) }).click();
}

test('what was taken back is explained nowhere any more', async ({ page }) => {
	await page.goto('./#/graph');
	await choose(page, 'Pause job');
	await send(page);
	await page.getByRole('button', { name: 'Explain' }).click();
	const chain = page.getByRole('complementary', { name: 'Why' }).getByRole('listitem');
	await expect(chain).not.toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(chain).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Explain' })).toBeHidden();
});

test('provision on demand waits for its run, and its record is readable', async ({ page, watch }) => {
	await page.goto('./#/graph');
	await choose(page, 'Provision on demand');
	await send(page);
	await expect(answer(page)).toContainText('"result": ');
	await expect(answer(page)).toContainText('"provisioningSteps": [');
	await page.getByRole('button', { name: 'Explain' }).click();
	await expect(page.getByRole('complementary', { name: 'Why' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText(/^Undone: /)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Explain' })).toBeHidden();
	expect(watch.complaints).toEqual([]);
});

test('a path that is not modelled says what is, and what was typed is there after a reload', async ({ page }) => {
	await page.goto('./#/graph');
	await page.getByLabel('Path').fill('/v1.0/me/messages');
	await page.keyboard.press('Enter');
	await expect(answer(page)).toContainText('404 Not Found');
	await expect(answer(page)).toContainText('This simulation models');
	await page.reload();
	await expect(page.getByLabel('Path')).toHaveValue('/v1.0/me/messages');
});

test.describe('over the wire', () => {
	test.use({ serviceWorkers: 'allow' });

	test('Graph answers real requests from the simulation, and what they write can be undone', async ({
		page,
		watch
	}) => {
		await page.goto('./#/graph');
		await expect(page.getByText('Goes through the service worker')).toBeVisible();
		await send(page);
		await expect(answer(page)).toContainText('200 OK');
		await expect(answer(page)).toContainText('"templateId": "scim"');
		const jobs = /\/graph\/v1\.0\/servicePrincipals\/[^/]+\/synchronization\/jobs$/;
		await expect.poll(() => watch.requests.some((url) => jobs.test(url))).toBe(true);

		await choose(page, 'Pause job');
		await send(page);
		await expect(answer(page)).toContainText('204 No Content');
		await choose(page, 'Get job');
		await send(page);
		await expect(answer(page)).toContainText('"state": "Disabled"');
		await page.getByRole('button', { name: 'Undo' }).click();
		await send(page);
		await expect(answer(page)).toContainText('"state": "Active"');
		expect(watch.complaints).toEqual([]);
	});
});
