import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build, expect, gzipped, test } from './site';

const limit = 120_000;

/** A script of the build with all that it imports before it runs. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
	if (seen.has(path)) return seen;
	seen.add(path);
	const code = readFileSync(join(build, path), 'utf8');
	for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
		withImports(posix.join(posix.dirname(path), name), seen);
	}
	return seen;
}

const sizeOf = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + gzipped(path), 0);
const list = (paths: Iterable<string>) => [...paths].map((path) => `${gzipped(path)} ${path}`).join('\n');

test('the start and the engine\u2019s worker ship at most 120 kB of script each, gzipped', async ({
	page,
	watch,
	baseURL
}) => {
	const workers: string[] = [];
	const pathOf = (url: string) => new URL(url).pathname.slice(1);
	page.on('worker', (worker) => workers.push(pathOf(worker.url())));
	await page.goto('./');
	await page.waitForLoadState('networkidle');
	const scripts = new Set(
		watch.requests.filter((url) => url.startsWith(baseURL ?? '') && url.endsWith('.js')).map(pathOf)
	);
	scripts.delete('service-worker.js');
	const stored = new Set<string>();
	for (const worker of workers) {
		const parts = withImports(worker);
		expect(sizeOf(parts), `worker:\n${list(parts)}`).toBeLessThanOrEqual(limit);
		for (const part of parts) stored.add(part);
	}
	const start = await page.evaluate(() =>
		performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))
	);
	const own = [...scripts].filter((path) => start.includes(path) && !stored.has(path));
	expect(own.length).toBeGreaterThan(3);
	expect(sizeOf(own), `start:\n${list(own)}`).toBeLessThanOrEqual(limit);
});
