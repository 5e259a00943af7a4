import { expect, test } from './site';

test.use({ viewport: { width: 320, height: 256 } });

test('at 400% every command is in the window, and the page is as high as without the stage', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const [address, last] of [
		['/apps/byoa/mappings', page.getByRole('toolbar').getByRole('button', { name: 'More' })],
		['/apps/byoa/accounts', page.getByRole('link', { name: 'SCIM console' })],
		['/users/7', page.getByRole('button', { name: 'Follow a value from its source to the applications' })]
	] as const) {
		await page.goto(`./#${address}`);
		await last.scrollIntoViewIfNeeded();
		await expect(last).toBeInViewport({ ratio: 1 });
		const content = page.locator('.content');
		await expect.poll(async () => (await content.boundingBox())?.height).toBeGreaterThan(80);
		await expect.poll(() => content.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
	}
	await page.getByRole('region', { name: 'Stage' }).scrollIntoViewIfNeeded();
	await expect(page.getByRole('button', { name: 'To the present' })).toBeInViewport({ ratio: 0.9 });
});
