import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { build, expect, places, root, test } from './site';

/** Resolves when the service worker has stored the site and answers for this page. */
async function stored(page: Page) {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
	});
}

/** What MSW's part of the service worker answers to a message of its client library. */
function askMsw(page: Page, message: string, wanted: string) {
	return page.evaluate(
		([send, answer]) =>
			new Promise<unknown>((resolve) => {
				navigator.serviceWorker.addEventListener(
					'message',
					({ data }: MessageEvent<{ type: string; payload?: unknown }>) => {
						if (data.type === answer) resolve(data.payload ?? data.type);
					}
				);
				navigator.serviceWorker.startMessages();
				navigator.serviceWorker.controller?.postMessage(send);
			}),
		[message, wanted] as const
	);
}

test('the second visit needs no server, at any place', async ({ page, context }) => {
	const site = await serve({ folder: build, base: '/lab/' });
	await page.goto(site.url);
	await stored(page);
	await page.close();
	await site.close();
	const again = await context.newPage();
	for (const place of places) {
		// From elsewhere, so that the place is loaded and not walked to.
		await again.goto('about:blank');
		await again.goto(`${site.url}#${place}`);
		await expect(again.locator('h1').first()).toBeAttached();
	}
});

test('the service worker is the wire door of MSW as well, and stays when MSW would end it', async ({
	page,
	context
}) => {
	const site = await serve({ folder: build });
	await page.goto(site.url);
	await stored(page);
	const { version } = JSON.parse(readFileSync(join(root, 'node_modules/msw/package.json'), 'utf8')) as {
		version: string;
	};
	expect(await askMsw(page, 'INTEGRITY_CHECK_REQUEST', 'INTEGRITY_CHECK_RESPONSE')).toMatchObject({
		packageVersion: version
	});
	await askMsw(page, 'MOCK_ACTIVATE', 'MOCKING_ENABLED');
	await askMsw(page, 'CLIENT_CLOSE', 'CLIENT_CLOSED');
	await page.close();
	await site.close();
	const again = await context.newPage();
	await again.goto(site.url);
	await expect(again.locator('h1').first()).toBeAttached();
});
