import { expect, test } from './site';

test('an address that nothing stands at says so and leads home', async ({ page }) => {
	await page.goto('./#/nowhere');
	await expect(page.getByRole('heading', { level: 1, name: 'No such page' })).toBeVisible();
	await expect(page.getByText('There is nothing at #/nowhere.')).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'Home' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
});

test('a sign that is no code in an address is read as it stands, and what was searched for keeps its signs', async ({
	page
}) => {
	await page.goto('./#/users/100%');
	await expect(page.getByText('There is no user 100% in Microsoft Entra ID')).toBeVisible();
	await page.goto('./#/users');
	const search = page.getByRole('searchbox', { name: /^Search/ }).first();
	for (const text of ['R&D', 'a+b', '50%', 'x %41']) {
		await search.fill(text);
		await expect.poll(() => new URLSearchParams(page.url().split('?')[1]).get('search')).toBe(text);
		await page.reload();
		await expect(search).toHaveValue(text);
	}
});

test('beside the words that there is no such application or user, no command is offered', async ({ page }) => {
	for (const [place, words] of [
		['apps/nope/users', 'There is no application nope in this tenant.'],
		['insights?app=nope', 'There is no application nope in this tenant.'],
		['users/99999/journey', 'There is no user 99999 in this company, and there never was.']
	] as const) {
		await page.goto(`./#/${place}`);
		await expect(page.getByText(words)).toBeVisible();
		await expect(page.getByRole('main').getByRole('toolbar')).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'any' })).toHaveCount(0);
	}
});
