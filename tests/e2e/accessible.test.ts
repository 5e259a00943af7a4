import AxeBuilder from '@axe-core/playwright';
import { expect, places, test } from './site';

const looks = {
	light: { colorScheme: 'light', forcedColors: 'none' },
	dark: { colorScheme: 'dark', forcedColors: 'none' },
	'forced colours': { colorScheme: 'dark', forcedColors: 'active' }
} as const;

for (const place of places) {
	test(`${place} has nothing that keeps somebody out: light, dark and in forced colours`, async ({ page }) => {
		await page.emulateMedia({ ...looks.light, reducedMotion: 'reduce' });
		await page.goto(`./#${place}`);
		await expect(page.getByRole('region', { name: 'Stage' })).toBeAttached();
		await expect(page.locator('h1').first()).toBeAttached();
		const told: string[] = [];
		for (const [look, media] of Object.entries(looks)) {
			await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
			const { violations } = await new AxeBuilder({ page }).analyze();
			for (const { id, nodes } of violations)
				told.push(`${look}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
		}
		expect(told).toEqual([]);
	});
}
