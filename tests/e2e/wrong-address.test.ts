import { expect, test } from './site';

test('an address that nothing stands at says so and leads home', async ({ page }) => {
	await page.goto('./#/nowhere');
	await expect(page.getByRole('heading', { level: 1, name: 'No such page' })).toBeVisible();
	await expect(page.getByText('There is nothing at #/nowhere.')).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'Home' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
});
