import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { test as base, type BrowserContext } from '@playwright/test';

export { expect } from '@playwright/test';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const build = join(root, 'build');

/** The places that have an address of their own: the folders of src/routes that hold a page and need no parameter. */
export const places: string[] = readdirSync(join(root, 'src/routes'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+page.svelte') && !name.includes('['))
	.map((name) => `/${name.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`.replace(/\/\([^)]*\)/g, '') || '/')
	.sort();

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

/** Playwright's test with a watch on everything that the pages do. */
export const test = base.extend<{ watch: Watch }>({
	watch: async ({ context }, use) => use(await watch(context))
});
