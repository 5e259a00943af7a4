import type { Page } from '@playwright/test';
import { expect, gzipped, holdTime, test, type Watch } from './site';

/** What the page itself may load, on Home and on the start page; the promise is 120 kB. */
const pageLimit = 110_500;
/** What the engine's worker may load until the first screen stands; docs/decisions/0006 says what comes later. */
const workerLimit = 92_500;
/** What a visitor really gets: all that it has loaded once the first cycle has run on Home ... */
const cycleLimit = 141_500;
/** ... and once the start page has told its story. */
const storyLimit = 169_500;

// The service worker fetches all there is to store, after the page has what it needs: that is not counted here.
test.use({ serviceWorkers: 'block' });

const sizeOf = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipped(path), 0);
const list = (paths: readonly string[]) => paths.map((path) => `${gzipped(path)} ${path}`).join('\n');

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
		start: scripts.filter((path) => byPage.has(path) && !path.includes('/workers/'))
	};
}

test('until Home stands, the page ships at most 110.5 kB of script, gzipped, and the worker less', async ({
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
	expect(sizeOf(start), `page:\n${list(start)}`).toBeLessThanOrEqual(pageLimit);
});

test('on Home the worker has loaded no more than this once the first cycle has run', async ({
	page,
	watch,
	baseURL
}) => {
	await page.goto('./#/');
	const stage = page.getByRole('region', { name: 'Stage' });
	await expect(stage.getByText('Next: 09:00')).toBeVisible();
	const { worker } = await loaded(page, watch, baseURL);
	expect(sizeOf(worker), `worker:\n${list(worker)}`).toBeLessThanOrEqual(cycleLimit);
});

test('on the start page neither page nor worker has loaded more than this once the story is told', async ({
	page,
	watch,
	baseURL
}) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Ada Fields was created in Quillpad.' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Show it from the start' })).toBeVisible();
	const { worker, start } = await loaded(page, watch, baseURL);
	expect(start.length).toBeGreaterThan(3);
	expect(sizeOf(start), `page:\n${list(start)}`).toBeLessThanOrEqual(pageLimit);
	expect(sizeOf(worker), `worker:\n${list(worker)}`).toBeLessThanOrEqual(storyLimit);
});
