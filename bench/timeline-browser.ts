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
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
	/** Seconds that the page's thread really ran: what others do on the machine is not in it. */
	const ran = async () => {
		const { metrics } = await devtools.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'TaskDuration')!.value;
	};
	page.on('pageerror', (error) => console.error(error.message));
	await page.goto(server.resolvedUrls!.local[0]!);
	const asked = (what: 'set' | 'pan' | 'zoom', ...numbers: number[]) =>
		page.evaluate(
			([name, numbers]) => (window as never as Record<string, (...n: number[]) => Promise<Frames>>)[name]!(...numbers),
			[what, numbers] as const
		);
	const measured = async (what: 'pan' | 'zoom') => {
		const before = await ran();
		const frames = await asked(what);
		return { ...frames, thread: (((await ran()) - before) * 1000) / frames.count };
	};
	const ms = (time: number) => `${time.toFixed(1)} ms`;
	for (const events of [1_000, 10_000, 100_000]) {
		await asked('set', events);
		const pan = await measured('pan');
		const zoom = await measured('zoom');
		const words = ({ median, p95, work, thread }: typeof pan) =>
			`median ${ms(median)}, 95th percentile ${ms(p95)}; own work ${ms(work.median)}, ${ms(work.p95)}; thread ${ms(thread)} a frame`;
		console.log(`${events} events, 40 lanes, panning: ${words(pan)}`);
		console.log(`${events} events, 40 lanes, zooming: ${words(zoom)}`);
	}
	// As much is seen of a year as of a day: the lower bound is the work for the day alone.
	const days = [1, 360];
	const works: number[] = [];
	for (const one of days) {
		await asked('set', 300 * one, one);
		works.push((await measured('pan')).work.median);
	}
	const [day, year] = works as [number, number];
	console.log(`panning a year of cycles: own work ${ms(year)} a frame, ${(year / day).toFixed(1)} times that of a day`);
} finally {
	await browser.close();
	await server.close();
}
