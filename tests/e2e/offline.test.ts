import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { build, expect, places, root, test } from './site';

test.use({ serviceWorkers: 'allow' });

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
	// What nobody has used before is there as well: parts of the page, and parts of its worker.
	await again.goto(`${site.url}#/learn/the-rhythm-of-cycles`);
	await expect(again.getByRole('complementary', { name: 'Lesson' }).getByRole('heading', { level: 2 })).toBeVisible();
	await again.goto(`${site.url}#/scenarios/S-75`);
	await again.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(again.getByText('6 of 6 expected lines passed')).toBeVisible();
	await again.goto(`${site.url}#/plan/tests`);
	await again.getByRole('button', { name: 'Run all', exact: true }).click();
	await expect(again.getByText(/of 16 rows passed/)).toBeVisible();
});

test('everything that the site is made of is stored for a time without a server', () => {
	const worker = readFileSync(join(build, 'service-worker.js'), 'utf8');
	const made = readdirSync(join(build, '_app/immutable'), { recursive: true, withFileTypes: true })
		.filter((one) => one.isFile())
		.map(({ parentPath, name }) => relative(build, join(parentPath, name)).replaceAll('\\', '/'));
	expect(made.length).toBeGreaterThan(100);
	expect(made.filter((path) => !worker.includes(path))).toEqual([]);
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
