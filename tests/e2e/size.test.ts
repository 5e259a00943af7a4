import type { Page } from '@playwright/test';
import { expect, gzipped, test, type Watch } from './site';

/** What the start may ship. */
const startLimit = 120_000;
/** What the engine's worker may load until the first screen stands; docs/decisions/0006 says what comes later. */
const workerLimit = 118_000;
/** What it has loaded once a first cycle runs, and once the story of the start page is told: what a visitor really gets. */
const runningLimit = 260_000;
const storyLimit = 375_000;

const sizeOf = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipped(path), 0);
const list = (paths: readonly string[]) => paths.map((path) => `${gzipped(path)} ${path}`).join('\n');

/** Time stands: what runs, and what tells a story, is loaded when the first thing happens. */
async function holdTime(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const send = Worker.prototype.postMessage as (...said: unknown[]) => void;
		Worker.prototype.postMessage = function (this: Worker, ...said: unknown[]) {
			const { kind } = said[0] as { readonly kind?: string };
			if (kind !== 'play' && kind !== 'openShow') send.apply(this, said);
		};
	});
}

/** The scripts that the page itself has loaded, and those of the engine's worker. */
async function loaded(page: Page, watch: Watch, baseURL: string | undefined) {
	await page.waitForLoadState('networkidle');
	const scripts = [...new Set(watch.requests)]
		.filter((url) => url.startsWith(baseURL ?? '') && url.endsWith('.js'))
		.map((url) => new URL(url).pathname.slice(1))
		.filter((path) => path !== 'service-worker.js');
	const byPage = new Set(
		await page.evaluate(() =>
			performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))
		)
	);
	return {
		worker: scripts.filter((path) => path.includes('/workers/') && !path.includes('editor.worker')),
		// The service worker stores every other script too, after the page has what it needs.
		start: scripts.filter((path) => byPage.has(path) && !path.includes('/workers/'))
	};
}

test('the start ships at most 120 kB of script, gzipped, and so does the worker until the first screen stands', async ({
	page,
	watch,
	baseURL
}) => {
	await holdTime(page);
	await page.goto('./#/');
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	const { worker, start } = await loaded(page, watch, baseURL);
	expect(worker.length).toBeGreaterThan(1);
	expect(start.length).toBeGreaterThan(3);
	expect(sizeOf(worker), `worker:\n${list(worker)}`).toBeLessThanOrEqual(workerLimit);
	expect(sizeOf(start), `start:\n${list(start)}`).toBeLessThanOrEqual(startLimit);
});

test('the start page of a first visit ships at most 120 kB of script, gzipped', async ({ page, watch, baseURL }) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Ada Fields was created in Quillpad.' })).toBeVisible();
	const { worker, start } = await loaded(page, watch, baseURL);
	expect(start.length).toBeGreaterThan(3);
	expect(sizeOf(start), `start:\n${list(start)}`).toBeLessThanOrEqual(startLimit);
	expect(sizeOf(worker), `worker:\n${list(worker)}`).toBeLessThanOrEqual(storyLimit);
});

test('the worker stays within what it loaded before parts came late, once the first cycle runs', async ({
	page,
	watch,
	baseURL
}) => {
	await page.goto('./#/');
	await expect(
		page
			.getByRole('region', { name: 'Stage' })
			.getByText(/08:20:/)
			.first()
	).toBeVisible();
	const { worker } = await loaded(page, watch, baseURL);
	expect(sizeOf(worker), `worker:\n${list(worker)}`).toBeLessThanOrEqual(runningLimit);
});
