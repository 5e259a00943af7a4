import { expect, it } from 'vitest';
import type { LogPart } from './log-export';
import { Pretended } from './testing/pretend';

/** A company with a log, in which the clock runs fast, so that there are many turns. */
async function logged() {
	const page = new Pretended(undefined, 5);
	await page.ask('open', { create: { options: { apps: ['byoa'], size: 500 } } });
	await page.do('job.setScope', { app: 'byoa', mode: 'all' });
	await page.do('job.start', { app: 'byoa' });
	await page.ask('step', { unit: 'cycle' });
	return page;
}
const part = (page: Pretended, from: number, count: number) =>
	page.ask<LogPart>('exportLogs', { run: 1, question: {}, from, count });

it('a download lets others ask while its company is copied', async () => {
	const page = await logged();
	const order: string[] = [];
	const first = part(page, 0, 10).then((told) => (order.push('part'), told));
	await page.ask('query', { name: 'fingerprint' }).then(() => order.push('query'));
	const { rows, total } = await first;
	expect(order).toEqual(['query', 'part']);
	expect(rows).toHaveLength(10);
	expect((await part(page, 10, 1000)).rows).toHaveLength(total - 10);
});

it('a download that is stopped while its company is copied hands on nothing, and can be asked for anew', async () => {
	const page = await logged();
	const first = part(page, 0, 10);
	await part(page, 0, 0);
	expect(await first).toEqual({ rows: [], total: 0 });
	expect((await part(page, 0, 10)).rows).toHaveLength(10);
});
