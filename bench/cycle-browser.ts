/**
 * An initial cycle in the engine's worker of a real Chromium, stored in IndexedDB on disk while it runs; beside it the
 * same requests straight to the application, and the same rows straight into IndexedDB.
 */
import type { Measured } from './page/main';
import { inPage } from './page/open';

const print = (name: string, value: number, unit: string) =>
	console.log(`${name.padEnd(62)} ${value.toFixed(0).padStart(10)} ${unit}`);

await inPage(async (page) => {
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
});
