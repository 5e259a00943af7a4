import { serve } from '../../scripts/serve.mjs';
import { build, expect, places, test } from './site';

// Without the service worker, which would answer for the server from the second place on.
test('the build works from any sub-path of a plain file server, deep links too', async ({ page, watch }) => {
	const site = await serve({ folder: build, base: '/some/sub/path/', policy: false });
	for (const place of places) {
		// From elsewhere, so that the place is loaded and not walked to.
		await page.goto('about:blank');
		await page.goto(`${site.url}#${place}`);
		await expect(page.locator('h1').first()).toBeAttached();
	}
	await page.goto(`${site.url}index.html`);
	await expect(page.locator('h1').first()).toBeAttached();
	expect(watch.requests.filter((url) => !url.startsWith(site.url) && !/^(data|blob):/.test(url))).toEqual([]);
	expect(watch.complaints).toEqual([]);
	await page.close();
	await site.close();
});
