import { describe, expect, it } from 'vitest';
import { saasRows } from '#lib/content/plans/saas';
import type { PilotTold, PlanOpened, PlanProgress, TestsReport } from './planning';
import { Pretended } from './testing/pretend';

const minute = 60_000;

async function company(size = 25, tick?: number): Promise<Pretended> {
	const page = new Pretended(undefined, tick);
	await page.ask('open', { create: { options: { apps: ['byoa'], size } } });
	await page.do('assign', { app: 'byoa', kind: 'user', who: [2, 7, 9] });
	await page.do('job.start', { app: 'byoa' });
	// The first cycle begins before the assignments are seen (C-066).
	await page.ask('step', { unit: 'cycle' });
	await page.ask('step', { unit: 'cycle' });
	return page;
}

const pilot = (count: number | null = 5) => ({
	app: 'byoa',
	gapHours: 2,
	waves: [
		{ id: 'a', name: 'First', who: { is: 'number', count } },
		{ id: 'b', name: 'Rest', who: { is: 'number', count: null } }
	]
});

const accounts = async (page: Pretended) =>
	(await page.ask<{ total: number }>('query', { name: 'accounts', args: { app: 'byoa' } })).total;

const told = (page: Pretended) => page.pushes.filter(({ push }) => push === 'plan') as unknown as PlanProgress[];

describe('a test plan in the worker', () => {
	it('runs row by row beside the open session, which stays as it is', async () => {
		const page = await company();
		const before = await page.ask('query', { name: 'fingerprint' });
		const report = await page.ask<TestsReport>('runTests', { run: 3, rows: saasRows });
		expect(report.cancelled).toBe(false);
		expect(report.results.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed', 'passed']);
		const counts = told(page).flatMap(({ run, results }) => (results ? [[run, results.length]] : []));
		expect(counts).toEqual(
			expect.arrayContaining([
				[3, 0],
				[3, 1],
				[3, 2],
				[3, 3]
			])
		);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
		expect(page.status.branches).toHaveLength(1);
	});

	it('can be given up while the company is copied for it, before the first row', async () => {
		// A clock that runs fast, so that there are many turns.
		const page = await company(25, 20);
		const running = page.ask<TestsReport>('runTests', { run: 4, rows: saasRows });
		await page.ask('cancel', { run: 4 });
		expect(await running).toEqual({ cancelled: true, results: [] });
		expect(told(page)).toEqual([]);
	});

	it('keeps the rows that were done when it is cancelled, and answers others meanwhile', async () => {
		const page = await company();
		const running = page.ask<TestsReport>('runTests', { run: 4, rows: saasRows });
		await page.ask('query', { name: 'fingerprint' });
		await page.ask('cancel', { run: 4 });
		const { cancelled, results } = await running;
		expect(cancelled).toBe(true);
		expect(results.length).toBeLessThan(4);
		expect(page.engine.runs.size).toBe(0);
	});

	it('refuses a row that says nothing it knows', async () => {
		const page = await company();
		const rows = [{ id: 'x', title: 'X', act: { is: 'explode' }, expect: [{ is: 'active' }] }];
		expect(await page.send('runTests', { run: 5, rows })).toMatchObject({ ok: false });
	});

	it('puts a row on a branch of its own, where it can be looked at', async () => {
		const page = await company();
		const { clock } = page.status;
		const opened = await page.ask<PlanOpened>('openTest', { run: 6, row: saasRows[0], name: 'Somebody joins' });
		expect(opened).toEqual({ branch: 1, why: null });
		await page.engine.place.macrotask();
		expect(page.status).toMatchObject({ branch: 1, live: true });
		expect(page.status.clock).toBeGreaterThan(clock);
		expect(page.status.branches.map(({ name }) => name)).toEqual(['main', 'Somebody joins']);
	});
});

describe('a pilot in the worker', () => {
	it('tells how far it is, and is worked out beside the open session, also while time runs there', async () => {
		const page = await company();
		await page.ask('play', { pace: 1 });
		const { cancelled, report } = await page.ask<PilotTold>('runPilot', { run: 1, pilot: pilot() });
		expect(cancelled).toBe(false);
		expect(report.waves.map(({ people }) => people)).toEqual([5, 16]);
		expect(await accounts(page)).toBe(3);
	});

	it('stops in the middle of ten thousand people when it is cancelled, and says what is known', async () => {
		const page = await company(10_000);
		const running = page.ask<PilotTold>('runPilot', { run: 2, pilot: pilot() });
		while (!told(page).some(({ pilot }) => pilot?.wave === 1)) await page.ask('query', { name: 'fingerprint' });
		await page.ask('cancel', { run: 2 });
		const { cancelled, report } = await running;
		expect(cancelled).toBe(true);
		expect(report.waves.map(({ counts }) => counts.created)).toEqual([5]);
	});

	it('is rehearsed on a branch: the waves stand on the timeline, and the one before stays', async () => {
		const page = await company();
		const { clock } = page.status;
		const opened = await page.ask<PlanOpened>('openPilot', { run: 9, pilot: pilot(), name: 'Pilot' });
		expect(opened).toEqual({ branch: 1, why: null });
		const journal = await page.ask<{ at: number; verb: string }[]>('query', { name: 'journal' });
		const waves = journal.filter(({ at, verb }) => verb === 'assign' && at > clock - minute).slice(-2);
		expect(waves[1]!.at - waves[0]!.at).toBeGreaterThan(119 * minute);
		expect(await accounts(page)).toBe(24);
		await page.ask('activate', { branch: 0 });
		expect(await accounts(page)).toBe(3);
	});

	it('is no branch where it is given up, or where the company was changed or left meanwhile', async () => {
		const opened = async (meanwhile: (page: Pretended) => Promise<unknown>) => {
			// A clock that runs fast, so that there are many turns.
			const page = await company(25, 20);
			let isOver = false;
			const running = page
				.ask<PlanOpened>('openPilot', { run: 9, pilot: pilot(), name: 'rehearsed' })
				.finally(() => (isOver = true));
			while (told(page).length === 0 && !isOver) await new Promise((resolve) => setTimeout(resolve));
			expect(isOver).toBe(false);
			await meanwhile(page);
			const answer = await running;
			expect(page.engine.session!.world.branches.listed).toHaveLength(1);
			expect(page.engine.runs.size).toBe(0);
			return answer;
		};
		expect(await opened((page) => page.ask('cancel', { run: 9 }))).toEqual({ branch: null, why: null });
		expect(await opened((page) => page.ask('undo'))).toEqual({
			branch: null,
			why: 'The company has changed in the meantime. Try again.'
		});
		expect(await opened((page) => page.ask('open', { create: { options: {} } }))).toEqual({
			branch: null,
			why: 'Another company was opened in the meantime.'
		});
	});

	it('of an application that is not there is refused in a sentence', async () => {
		const page = await company();
		const answer = await page.send('runPilot', { run: 8, pilot: { ...pilot(), app: 'slack' } });
		expect(answer).toMatchObject({
			ok: false,
			error: 'The application slack is not in this company. Choose another one.'
		});
		expect(page.engine.runs.size).toBe(0);
	});
});
