import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, places, test } from './site';

async function found(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const place of places) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`${place} has nothing that keeps somebody out, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(`./#${place}`);
			await expect(page.getByRole('region', { name: 'Stage' })).toBeAttached();
			await expect(page.locator('h1').first()).toBeAttached();
			expect(await found(page)).toEqual([]);
			if (colorScheme === 'light') return;
			await page.emulateMedia({ forcedColors: 'active' });
			expect(await found(page), 'in forced colours').toEqual([]);
		});
	}
}
