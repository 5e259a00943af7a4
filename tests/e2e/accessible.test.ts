import AxeBuilder from '@axe-core/playwright';
import { expect, places, test } from './site';

for (const place of places) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`${place} has nothing that keeps somebody out, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(`./#${place}`);
			await expect(page.getByRole('region', { name: 'Stage' })).toBeAttached();
			await expect(page.locator('h1').first()).toBeAttached();
			const { violations } = await new AxeBuilder({ page }).analyze();
			const told = violations.map(
				({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
			);
			expect(told).toEqual([]);
		});
	}
}
