import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';

const root = process.cwd();
const site = join(root, '.provlab', 'bench', 'page');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Bundles the page of the benchmarks and opens it in a real Chromium, with a profile on disk. */
export async function inPage(measure: (page: Page) => Promise<void>): Promise<void> {
	await build({
		root: join(root, 'bench', 'page'),
		configFile: false,
		logLevel: 'error',
		base: './',
		resolve: { alias: { 'tough-cookie': join(root, 'src/lib/worker/lean/no-cookies.ts') } },
		worker: { format: 'es' },
		build: { outDir: site, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4000 }
	});
	const server = createServer((request, response) => {
		const path = join(site, request.url === '/' ? 'index.html' : (request.url ?? ''));
		try {
			const body = readFileSync(path);
			response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
		} catch {
			response.writeHead(404).end();
		}
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { findBrowser, launchArgs } = (await import(
		pathToFileURL(join(root, 'scripts', 'find-browser.mjs')).href
	)) as typeof import('../../scripts/find-browser.mjs');
	// Without a profile on disk IndexedDB would be in memory.
	const profile = mkdtempSync(join(tmpdir(), 'provlab-bench-'));
	const browser = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: launchArgs });
	try {
		const page = await browser.newPage();
		page.on('pageerror', (error) => console.error(error.message));
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		await measure(page);
	} finally {
		await browser.close();
		server.close();
		rmSync(profile, { recursive: true, force: true });
	}
}
