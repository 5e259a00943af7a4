import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

import { comeLate } from './late';

export { expect };

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const build = join(root, 'build');

/** The folders of src/routes that hold a page, as addresses. */
const pages: readonly string[] = readdirSync(join(root, 'src/routes'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+page.svelte'))
	.map((name) => `/${name.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`.replace(/\/\([^)]*\)/g, '') || '/')
	.sort();

/** The places that have an address of their own, and those that need a parameter. */
export const places = pages.filter((name) => !name.includes('['));
export const parameterPlaces = pages.filter((name) => name.includes('['));

export const gzipped = (path: string) => gzipSync(readFileSync(join(build, path)), { level: 9 }).length;

/** What must never happen on any page: an error, a refused script or style, a request to somebody else. */
export interface Watch {
	requests: string[];
	complaints: string[];
}

async function watch(context: BrowserContext): Promise<Watch> {
	const seen: Watch = { requests: [], complaints: [] };
	context.on('request', (request) => seen.requests.push(request.url()));
	context.on('console', (message) => {
		if (message.type() === 'error') seen.complaints.push(message.text());
	});
	context.on('weberror', (error) => seen.complaints.push(String(error.error())));
	context.on('response', (response) => {
		if (response.status() >= 400) seen.complaints.push(`${response.status()} ${response.url()}`);
	});
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) =>
			console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`)
		);
	});
	return seen;
}

/** Notes for each page whether the worker is storing something, and lets what is said stay. */
async function hearWhole(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const page = window as unknown as { isStoring?: boolean };
		window.Worker = class extends Worker {
			constructor(...made: ConstructorParameters<typeof Worker>) {
				super(...made);
				this.addEventListener('message', ({ data }: MessageEvent<Said>) => {
					if (data.push === 'status') page.isStoring = data.status.persistence.state === 'storing';
				});
			}
		};
		// A person reads a toast in its six seconds on any machine; a test on a slow one takes longer.
		const later = window.setTimeout.bind(window);
		window.setTimeout = ((run: () => void, after?: number) => later(run, after === 6000 ? 60_000 : after)) as never;
	});
}

interface Said {
	readonly push?: string;
	readonly status: { readonly persistence: { readonly state: string } };
}

/** What is seen is stored a moment later. Nobody leaves the page so quickly, and a test does. */
export async function stored(page: Page): Promise<void> {
	const isStoring = () => (window as unknown as { isStoring?: boolean }).isStoring ?? false;
	await expect.poll(() => page.evaluate(isStoring)).toBe(false);
}

/**
 * Another address behind the # in an open page: the router loads the page anew for it, but only after `goto` is done, and
 * what a test asks in between is asked of a page that is about to go. So the page is left first.
 */
function arriveWhole(page: Page): void {
	const goto = page.goto.bind(page);
	const reload = page.reload.bind(page);
	page.goto = async (url, options) => {
		if (page.url() !== 'about:blank') await stored(page);
		if (url.includes('#') && page.url() !== 'about:blank') await goto('about:blank');
		return goto(url, options);
	};
	page.reload = async (options) => {
		await stored(page);
		return reload(options);
	};
}

/** Playwright's test with a watch on everything that the pages do, at the pace that was asked for. */
export const test = base.extend<{ watch: Watch; pace: void }>({
	pace: [
		async ({ context }, use) => {
			context.on('page', arriveWhole);
			await hearWhole(context);
			await comeLate(context);
			await use();
		},
		{ auto: true }
	],
	watch: async ({ context }, use) => use(await watch(context))
});

/** Nothing runs by itself, neither on a first visit nor for the story of the start page; keys and buttons for steps do. */
export async function holdTime(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const send = Worker.prototype.postMessage as (...said: unknown[]) => void;
		Worker.prototype.postMessage = function (this: Worker, ...said: unknown[]) {
			const { kind } = said[0] as { readonly kind?: string };
			if (kind !== 'play' && kind !== 'openStory') send.apply(this, said);
		};
	});
}

/**
 * The first visit runs by itself, for some seconds: on a slow machine its first cycle is over before anybody comes to
 * press a key, which then runs the next one. Here it waits for the key.
 */
export async function holdFirstCycle(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const send = Worker.prototype.postMessage as (...said: unknown[]) => void;
		Worker.prototype.postMessage = function (this: Worker, ...said: unknown[]) {
			const { kind } = said[0] as { readonly kind?: string };
			if (kind === 'step') sessionStorage.setItem('stepped', 'yes');
			if (kind !== 'play' || sessionStorage.getItem('stepped')) send.apply(this, said);
		};
	});
}

/** The first cycle is run to its end by the key that the run bar names. */
export async function afterFirstCycle(page: Page): Promise<void> {
	await holdFirstCycle(page);
	await page.goto('./#/apps/byoa/provisioning');
	await expect(page.getByText('Current cycle')).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press(']');
	await expect(page.getByRole('row', { name: /Zoë Müller/ })).toBeVisible();
	await expect(page.getByText('Initial cycle completed')).toBeVisible();
}
