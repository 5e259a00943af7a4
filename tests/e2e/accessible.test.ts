import AxeBuilder from '@axe-core/playwright';
import { expect, places, test } from './site';

const looks = {
	light: { colorScheme: 'light' },
	dark: { colorScheme: 'dark' },
	'forced colours': { colorScheme: 'dark', forcedColors: 'active' }
} as const;

for (const place of places) {
	for (const [look, media] of Object.entries(looks)) {
		test(`${place} has nothing that keeps somebody out, ${look}`, async ({ page }) => {
			await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
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
