import { barriers } from './judge';
import { expect, places, test } from './site';

for (const place of places) {
	test(`${place} asks nobody else for anything, and keeps nobody out: light, dark and in forced colours`, async ({
		page,
		watch,
		baseURL
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(`./#${place}`);
		await expect(page.getByRole('region', { name: 'Stage' })).toBeAttached();
		await expect(page.locator('h1').first()).toBeAttached();
		await page.waitForLoadState('networkidle');
		const own = new URL(baseURL ?? '').origin;
		const foreign = watch.requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== own);
		expect(foreign).toEqual([]);
		expect(watch.requests.length).toBeGreaterThan(1);
		expect(watch.complaints).toEqual([]);
		expect(await barriers(page, { everyRule: true })).toEqual([]);
	});
}
