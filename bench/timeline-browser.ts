/** Frame times of the timeline in a real Chromium while it is panned and zoomed; 16.7 ms is what a screen of 60 Hz allows. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import type { Frames } from './timeline/main';

const root = process.cwd();
const outDir = join(root, '.provlab', 'bench', 'timeline');

const { findBrowser, launchArgs } = (await import(
	pathToFileURL(join(root, 'scripts', 'find-browser.mjs')).href
)) as typeof import('../scripts/find-browser.mjs');

const config = {
	root: join(root, 'bench', 'timeline'),
	configFile: false as const,
	logLevel: 'error' as const,
	base: './',
	plugins: [svelte({ configFile: false })],
	build: { outDir, emptyOutDir: true, target: 'es2023' }
};
await build(config);
const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs });
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.on('pageerror', (error) => console.error(error.message));
	await page.goto(server.resolvedUrls!.local[0]!);
	for (const events of [1_000, 10_000, 100_000]) {
		const { pan, zoom } = await page.evaluate(
			(count) => (window as never as { measure(n: number): Promise<{ pan: Frames; zoom: Frames }> }).measure(count),
			events
		);
		const words = ({ median, p95 }: Frames) => `median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms`;
		console.log(`${events} events, 40 lanes, panning: ${words(pan)}`);
		console.log(`${events} events, 40 lanes, zooming: ${words(zoom)}`);
	}
} finally {
	await browser.close();
	await server.close();
}
