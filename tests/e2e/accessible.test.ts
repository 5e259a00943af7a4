import { barriers } from './judge';
import { expect, places, test } from './site';

for (const place of places) {
	test(`${place} has nothing that keeps somebody out: light, dark and in forced colours`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(`./#${place}`);
		await expect(page.getByRole('region', { name: 'Stage' })).toBeAttached();
		await expect(page.locator('h1').first()).toBeAttached();
		expect(await barriers(page, { everyRule: true })).toEqual([]);
	});
}
