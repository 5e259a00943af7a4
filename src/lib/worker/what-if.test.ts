import { describe, expect, it } from 'vitest';
import { Pretended } from './testing/pretend';
import type { DifferentPage, WhatIfReport } from './what-if';

const hour = 3_600_000;
const all = { verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } };

async function lived(tick?: number) {
	const page = new Pretended(undefined, tick);
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	await page.do('assign', { app: 'byoa', kind: 'user', who: [2, 7] });
	await page.do('job.start', { app: 'byoa' });
	await page.ask('step', { unit: 'cycle' });
	return page;
}

const ask = (page: Pretended, run: number, more = {}) =>
	page.ask('runWhatIf', { run, app: 'byoa', commands: [all], from: 'job', until: page.status.end.at, ...more });

describe('what if, beside the open session', () => {
	it('comes to another end and leaves the session alone', async () => {
		const page = await lived();
		const before = await page.ask('query', { name: 'fingerprint' });
		const report = (await ask(page, 1, { until: page.status.end.at + hour })) as WhatIfReport;
		expect(report).toMatchObject({ cancelled: false, result: { refused: null } });
		const { a, b } = report.cancelled ? { a: null, b: null } : report.result;
		expect(b!.counts.created).toBeGreaterThan(a!.counts.created);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
		expect(page.status.branches).toHaveLength(1);
	});

	it('tells what differs part by part, searched, also once it is kept, and of the last run alone', async () => {
		const page = await lived();
		const report = (await ask(page, 1, { until: page.status.end.at + hour })) as WhatIfReport;
		const total = report.cancelled ? 0 : report.result.total;
		const part = { run: 1, search: '', from: 0, count: 1 };
		const first = (await page.ask('whatIfDifferences', part)) as DifferentPage;
		expect(first).toMatchObject({ total, of: total, from: 0 });
		const rest = (await page.ask('whatIfDifferences', { ...part, from: 1, count: 1000 })) as DifferentPage;
		expect(first.rows.length + rest.rows.length).toBe(total);
		const { name } = rest.rows[0]!;
		const found = (await page.ask('whatIfDifferences', { ...part, search: name.slice(1) })) as DifferentPage;
		expect(found.rows.map((row) => row.name)).toContain(name);
		await page.ask('keepWhatIf', { run: 1, name: 'kept' });
		expect(await page.ask('whatIfDifferences', part)).toMatchObject({ total });
		expect(await page.send('whatIfDifferences', { ...part, run: 9 })).toMatchObject({ ok: false });
	});

	it('is kept as a branch that is open then; keeping it twice is refused', async () => {
		const page = await lived();
		await ask(page, 1);
		expect(await page.ask('keepWhatIf', { run: 1, name: 'everybody' })).toEqual({ branch: 1 });
		await page.ask('visible', { visible: true });
		expect(page.status).toMatchObject({ live: true, branch: 1 });
		expect(page.status.branches.map(({ name }) => name)).toEqual(['main', 'everybody']);
		expect(await page.send('keepWhatIf', { run: 1, name: 'again' })).toMatchObject({ ok: false });
	});

	it('a cancelled run ends, and its comparison is not kept', async () => {
		const page = await lived();
		const running = ask(page, 5, { until: page.status.end.at + 5000 * hour });
		await page.ask('cancel', { run: 5 });
		expect(await running).toEqual({ cancelled: true });
		expect(await page.send('keepWhatIf', { run: 5, name: 'x' })).toMatchObject({ ok: false });
	});

	/** A run up to `ahead` behind the end, once it has told that it is at least so far. */
	async function under(ahead: number, far: number) {
		// A clock that runs fast, so that there are many turns.
		const page = await lived(20);
		let isOver = false;
		const until = page.status.end.at + ahead;
		const running = page
			.send('runWhatIf', { run: 6, app: 'byoa', commands: [all], from: 'job', until })
			.finally(() => (isOver = true));
		const isThere = () => page.pushes.some((push) => push.push === 'whatIf' && push.done >= push.of * far);
		while (!isThere() && !isOver) await new Promise((resolve) => setTimeout(resolve));
		expect(isOver).toBe(false);
		return { page, running };
	}

	it('finds what differs in turns once both have run: others are answered, and it can still be stopped', async () => {
		// No event is as late as that, so that only who looks for what differs is.
		const { page, running } = await under(61_234, 1);
		expect(await page.ask('query', { name: 'fingerprint' })).toMatch(/^[0-9a-f]{8}$/);
		await page.ask('cancel', { run: 6 });
		expect(await running).toMatchObject({ ok: true, value: { cancelled: true } });
		expect(page.engine.runs.size).toBe(0);
	});

	it.each([
		['is copied', 0],
		['runs', 0.5]
	])('says so where what is compared is undone while it %s', async (_, far) => {
		const { page, running } = await under(0, far);
		await page.ask('undo');
		expect(await running).toMatchObject({ ok: false, error: 'The company has changed in the meantime. Try again.' });
		expect(page.engine.runs.size).toBe(0);
	});

	it('refuses commands that change no configuration', async () => {
		const page = await lived();
		const commands = [{ verb: 'user.purge', args: { user: 2 } }];
		expect(await page.send('runWhatIf', { run: 1, app: 'byoa', commands, from: 'job', until: 0 })).toMatchObject({
			ok: false
		});
	});
});
