/**
 * An initial cycle in the engine's worker of a real Chromium, stored in IndexedDB on disk while it runs; beside it the
 * same requests straight to the application, and the same rows straight into IndexedDB.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import type { Measured } from './page/main';

const root = process.cwd();
const site = join(root, '.provlab', 'bench', 'page');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

const { findBrowser, launchArgs } = (await import(
	pathToFileURL(join(root, 'scripts', 'find-browser.mjs')).href
)) as typeof import('../scripts/find-browser.mjs');

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

const print = (name: string, value: number, unit: string) =>
	console.log(`${name.padEnd(62)} ${value.toFixed(0).padStart(10)} ${unit}`);

// A profile on disk: without one, IndexedDB would be in memory.
const profile = mkdtempSync(join(tmpdir(), 'provlab-bench-'));
const browser = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: launchArgs });
try {
	const page = await browser.newPage();
	page.on('pageerror', (error) => console.error(error.message));
	await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	for (const size of [1_000, 10_000]) {
		console.log(`-- ${size} people`);
		const bound = await page.evaluate(
			(people) =>
				(window as never as { bounds(n: number): Promise<{ requests: number; rows: number }> }).bounds(people),
			size
		);
		print('the same requests straight to the application', bound.requests, 'ms');
		print('the same rows straight into IndexedDB, 500 a record', bound.rows, 'ms');
		for (const door of ['direct', 'msw'] as const) {
			const measured = await page.evaluate(
				([people, by]) =>
					(window as never as { inWorker(n: number, door: string): Promise<Measured> }).inWorker(people, by),
				[size, door] as const
			);
			print(`initial cycle by the ${door} door`, (size / measured.ran) * 1000, 'objects/s');
			print('  until it had ended', measured.ran, 'ms');
			print('  until all of it was stored', measured.stored, 'ms');
			print('  opened again in a new worker', measured.reopened, 'ms');
		}
	}
} finally {
	await browser.close();
	server.close();
	rmSync(profile, { recursive: true, force: true });
}
