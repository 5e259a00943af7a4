import { describe, expect, it } from 'vitest';
import { Pretended } from './testing/pretend';
import type { StopCondition } from './protocol';
import { stopAt } from './stop-at';
import { readCondition, writeCondition } from './stop-when';

const hour = 3_600_000;

async function assigned(groupMapping = false) {
	const page = new Pretended();
	await page.ask('open', { create: { options: { apps: ['byoa', 'slack'], groupMapping } } });
	for (const app of ['byoa', 'slack']) {
		await page.do('assign', { app, kind: 'user', who: [2, 7] });
		await page.do('job.start', { app });
	}
	return page;
}

async function stoppedBy(page: Pretended, stop: string) {
	await page.ask('setStops', { stops: [stop] });
	await page.ask('play', { pace: null, to: page.status.clock + 3 * hour });
	while (page.engine.session!.runner.busy) await page.ask('visible', { visible: true });
	await page.ask('visible', { visible: true });
	return page.status.stopped;
}

describe('time stops', () => {
	it('when something happens to a person, and says to whom', async () => {
		const page = await assigned();
		const stopped = await stoppedBy(page, 'person:7');
		const { world } = page.engine.session!;
		expect(stopped).toEqual({
			why: 'person:7',
			message: expect.stringMatching(/^Something happened to .+\.$/),
			seq: expect.any(Number)
		});
		expect(world.sim.ledger.facts.fact(stopped!.seq!).subject).toEqual({ table: 'users', slot: 7 });
		expect(world.facts().some(({ kind, subject }) => kind === 'row' && subject.slot === 7)).toBe(true);
	});

	it('when a condition on facts holds: kind, action, status and application', async () => {
		const page = await assigned();
		const stop = writeCondition({ action: 'create', status: 'success', app: 'slack' });
		expect(stop).toBe('fact:action=create,status=success,app=slack');
		expect((await stoppedBy(page, stop))?.why).toBe(stop);
		expect(page.status.counters.links).toBeGreaterThan(0);
		expect((await stoppedBy(page, 'fact:kind=cycle.ended,app=byoa'))?.why).toBe('fact:kind=cycle.ended,app=byoa');
		expect((await stoppedBy(page, 'fact:kind=quarantine'))?.why).toBe('reached');
	});

	it('at whatever an application is named for: each kind is told apart by the application that it happens in', async () => {
		const page = await assigned(true);
		const team = page.engine.session!.world.tables.groups.rows.find(
			(group) => group?.attrs.displayName === 'Pilot-W2-Sales'
		)!;
		for (const app of ['byoa', 'slack']) await page.do('assign', { app, kind: 'group', who: [team.slot] });
		await page.do('job.setNotificationMail', { app: 'byoa', address: 'ops@contoso.com' });
		await stoppedBy(page, 'fact:kind=quarantine');
		await page.do('user.block', { user: 7 });
		await page.do('job.setSecret', { app: 'byoa', key: 'SecretToken', value: 'wrong' });
		await stoppedBy(page, 'fact:kind=mail');
		const { world } = page.engine.session!;
		const seqs = world.facts().map(({ seq }) => seq);
		const told = (kind: string, app: string) =>
			seqs.filter((seq) => stopAt(world, seq, [`fact:kind=${kind},app=${app}` as StopCondition]));
		for (const kind of ['row', 'cycle.started', 'match', 'decide', 'request', 'reference', 'membership']) {
			expect(told(kind, 'slack'), kind).not.toEqual([]);
			expect(new Set([...told(kind, 'slack'), ...told(kind, 'byoa')]).size, kind).toBe(
				told(kind, 'slack').length + told(kind, 'byoa').length
			);
		}
		for (const kind of ['quarantine', 'mail']) expect(told(kind, 'byoa'), kind).toHaveLength(1);
	});

	it('at a disable, a delete, a failure or a quarantine, and names whose account or job it was', async () => {
		const page = await assigned();
		expect((await stoppedBy(page, 'quarantine'))?.why).toBe('reached');
		await page.do('user.block', { user: 7 });
		expect(await stoppedBy(page, 'disable')).toMatchObject({
			why: 'disable',
			message: 'The account of Zoë Müller was disabled.'
		});
		await page.do('user.softDelete', { user: 2 });
		expect((await stoppedBy(page, 'disable'))?.message).toMatch(/^The account of .+ was disabled\.$/);
		await page.do('user.purge', { user: 2 });
		expect((await stoppedBy(page, 'delete'))?.message).toBe('The account of Priya Raman was deleted.');
		await page.do('job.setSecret', { app: 'byoa', key: 'SecretToken', value: 'wrong' });
		expect((await stoppedBy(page, 'quarantine'))?.message).toBe('The job of Quillpad went into quarantine.');
		// The tries that follow find it there, and keep it there.
		for (let hours = 0; hours < 12; hours += 3) expect((await stoppedBy(page, 'quarantine'))?.why).toBe('reached');
	});

	it('at nothing that is no condition: it is refused, not waited for', async () => {
		const page = await assigned();
		for (const stop of ['fact:kind=nothing', 'fact:colour=red', 'person:x', 'never'])
			expect(await page.send('setStops', { stops: [stop] })).toMatchObject({ ok: false });
		expect(readCondition('fact:')).toEqual({});
	});
});
