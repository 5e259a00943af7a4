import { describe, expect, it } from 'vitest';
import { failureQuarantine } from '#lib/engine/job/quarantine';
import { createWorld, type Command, type World } from '../index';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 8);

function running(who: readonly number[] = [7], more: Parameters<typeof createWorld>[0] = {}): World {
	const world = createWorld({ apps: ['byoa'], ...more });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [...who] } });
	world.advance({ to: start + 20 * minute, before: true });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ to: start + 25 * minute });
	return world;
}

const job = (world: World) => world.tables.jobs.get(0)!;
const act = (world: World, verb: Command['verb'], args: object = {}) =>
	world.do({ verb, args: { app: 'byoa', ...args } } as Command);

describe('what the service keeps', () => {
	it('C-031, C-029: a new job is disabled, without executions and without quarantine', () => {
		const world = createWorld({ apps: ['byoa'] });
		expect(job(world)).toMatchObject({
			schedule: 'Disabled',
			last: null,
			quarantine: null,
			successiveFailures: 0,
			escrowsPruned: false,
			watermark: null
		});
	});

	it('C-021: a job belongs to one application; two instances of one app have two jobs', () => {
		const world = createWorld({ apps: ['slack-a', 'slack-b'] });
		expect([...world.tables.jobs.all()].map(({ app }) => app)).toEqual([0, 1]);
	});

	it('C-023, C-024: a link holds both ids, the name and the type', () => {
		const world = running();
		const { sourceId, targetId, displayName, kind } = world.tables.links.get(0)!;
		expect({ sourceId, displayName, kind }).toEqual({
			sourceId: world.tables.users.get(7)!.id,
			displayName: 'Zoë Müller',
			kind: 'user'
		});
		expect(targetId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('C-028: each failed object is one escrow, however often it fails', () => {
		const world = createWorld({ apps: ['byoa'] });
		act(world, 'assign', { kind: 'user', who: [7, 8] });
		act(world, 'app.set', { settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		world.advance({ to: start + 20 * minute });
		act(world, 'job.start');
		world.advance({ to: start + 150 * minute });
		expect(world.tables.escrowsByJob.get(0).length).toBe(2);
		expect([...world.tables.escrows.all()].map(({ attempts }) => attempts)).toEqual([3, 3]);
	});

	it('C-026, C-027: an aborted cycle leaves the watermark, so that no change is lost', () => {
		const world = running([7, 8]);
		const { watermark } = job(world);
		act(world, 'unassign', { kind: 'user', who: [8] });
		act(world, 'job.setCredential', { state: 'bad' });
		world.advance({ to: start + 65 * minute });
		expect(job(world)).toMatchObject({ watermark, successiveFailures: 1 });
		act(world, 'job.setCredential', { state: 'ok' });
		act(world, 'job.start');
		world.advance({ by: 5 * minute });
		expect([...world.tables.accounts.all()].map(({ resource }) => resource.data.active)).toEqual([true, false]);
	});

	it('C-054, C-055: deleting the job forgets the links and sends nothing; a new one would have to match', () => {
		const world = running();
		const accounts = world.tables.accounts.next;
		expect(act(world, 'job.delete').ok).toBe(true);
		world.advance({ by: 120 * minute });
		expect([...world.tables.links.all()]).toEqual([]);
		expect(world.tables.accounts.next).toBe(accounts);
		expect([...world.tables.accounts.all()][0]!.resource.data.active).toBe(true);
	});

	it('C-054: deleting the job ends what runs, on demand too, and sends nothing more', () => {
		const world = running();
		act(world, 'app.set', { settings: { faults: [{ kind: 'timeout' }] } });
		world.advance({ until: ({ tables }) => tables.runningCycles.count(0) === 1 });
		act(world, 'job.onDemand', { object: 7 });
		expect(world.tables.runningCycles.count(0)).toBe(2);
		expect(act(world, 'job.delete').ok).toBe(true);
		world.advance({ by: 120 * minute });
		expect([...world.tables.cycles.all()].map(({ state }) => state)).toEqual(['Succeeded', 'Failed', 'Failed']);
	});

	it('C-297, C-298, C-299, C-300: a connection can be deleted only while the job is off, and matching may bring it back', () => {
		const world = running();
		expect(act(world, 'job.deleteLink', { object: 7 })).toMatchObject({ ok: false });
		act(world, 'job.stop');
		expect(act(world, 'job.deleteLink', { object: 7 }).ok).toBe(true);
		expect(act(world, 'job.deleteLink', { object: 7 }).ok).toBe(true);
		expect(world.tables.linksByJob.get(0).length).toBe(0);
		world.do({ verb: 'user.edit', args: { user: 7, attribute: 'jobTitle', value: 'A' } });
		act(world, 'job.start');
		world.advance({ by: 5 * minute });
		expect(world.tables.linksByJob.get(0).length).toBe(1);
		expect([...world.tables.accounts.all()].length).toBe(1);
	});

	it('C-307: four weeks after its first failure an object is not retried any more', () => {
		const world = createWorld({ apps: ['byoa'] });
		act(world, 'assign', { kind: 'user', who: [7] });
		act(world, 'app.set', { settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		act(world, 'job.start');
		world.advance({ by: 27 * 24 * 60 * minute });
		expect(world.tables.escrowsByJob.get(0).length).toBe(1);
		world.advance({ by: 2 * 24 * 60 * minute });
		expect(world.tables.escrowsByJob.get(0).length).toBe(0);
	});

	it('C-446, C-447, C-448, C-379: the counters count links ever made, and start anew when the links are reset', () => {
		const world = running([7, 8]);
		const counted = () => world.tables.everyLinkByJob.get(0).length;
		world.do({ verb: 'user.softDelete', args: { user: 8 } });
		world.do({ verb: 'user.purge', args: { user: 8 } });
		world.advance({ by: 60 * minute });
		expect([...world.tables.accounts.all()].length).toBe(1);
		expect(counted()).toBe(2);
		act(world, 'job.restart');
		world.advance({ by: 5 * minute });
		expect(counted()).toBe(2);
		act(world, 'job.restart', { scope: 'Full' });
		world.advance({ by: 5 * minute });
		expect(counted()).toBe(1);
	});
});

describe('failure rates', () => {
	const quarantined = (objects: number, healthy: number, references = 0, scale = 1) =>
		failureQuarantine({ objects, references, healthy }, scale);

	it('C-326, C-332: below 5,000 failures the rate is not looked at, and a small rate never quarantines', () => {
		expect(quarantined(4000, 0)).toBeNull();
		expect(quarantined(20_000, 100_000)).toBeNull();
	});

	it('C-327, C-331, C-334: from 5,000 on more than 40 percent quarantine the job', () => {
		expect(quarantined(30_000, 5000)).toBe('EncounteredEscrowProportionThreshold');
		expect(quarantined(5000, 7500)).toBeNull();
		expect(quarantined(5001, 7500)).toBe('EncounteredEscrowProportionThreshold');
	});

	it('C-328, C-329, C-330, C-333, C-340: absolute numbers quarantine it whatever the rate', () => {
		expect(quarantined(45_000, 1_000_000)).toBe('EncounteredBaseEscrowThreshold');
		expect(quarantined(40_000, 1_000_000, 21_000)).toBe('EncounteredTotalEscrowThreshold');
		expect(quarantined(40_000, 1_000_000)).toBeNull();
		expect(quarantined(40_000, 1_000_000, 20_000)).toBeNull();
	});

	it('C-336: small directories show the same with a scale', () => {
		expect(quarantined(6, 4, 0, 1 / 1000)).toBe('EncounteredEscrowProportionThreshold');
		expect(quarantined(4, 0, 0, 1 / 1000)).toBeNull();
	});

	it('C-335, C-346, C-348, C-359: outstanding failures count in an incremental cycle, and the quarantine lifts when they are gone', () => {
		const world = running([7], { thresholdScale: 1 / 1000 });
		act(world, 'app.set', { settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		act(world, 'assign', { kind: 'user', who: [1, 2, 3, 4, 5, 6] });
		world.advance({ to: start + 65 * minute });
		expect(job(world).quarantine?.reason).toBe('EncounteredEscrowProportionThreshold');
		act(world, 'app.set', { settings: { faults: [] } });
		world.advance({ by: 7 * 60 * minute });
		expect(job(world).quarantine).toBeNull();
	});

	it('C-348: who is linked and fails counts among the failures alone', () => {
		const world = running([1, 2, 3, 4, 5, 6, 7, 8], { thresholdScale: 1 / 1000 });
		act(world, 'app.set', { settings: { faults: [{ kind: 'serverError', only: 'write' }] } });
		for (const user of [1, 2, 3, 4, 5]) act(world, 'user.edit', { user, attribute: 'jobTitle', value: 'New' });
		world.advance({ to: start + 65 * minute });
		expect(job(world).quarantine?.reason).toBe('EncounteredEscrowProportionThreshold');
	});
});

describe('reset scopes', () => {
	it('C-361, C-363: Watermark alone makes the next cycle an initial one and keeps links and escrows', () => {
		const world = running();
		act(world, 'job.restart', { scope: 'Watermark' });
		world.advance({ by: minute });
		const cycles = [...world.tables.cycles.all()].map(({ kind }) => kind);
		expect(cycles).toEqual(['initial', 'initial']);
		expect(world.tables.linksByJob.get(0).length).toBe(1);
	});

	it('C-364: Escrows alone forgets failures: without a change the objects stay unprovisioned', () => {
		const world = createWorld({ apps: ['byoa'] });
		act(world, 'app.set', { settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		act(world, 'assign', { kind: 'user', who: [7] });
		world.advance({ to: start + 20 * minute });
		act(world, 'job.start');
		world.advance({ by: 2 * minute });
		act(world, 'app.set', { settings: { faults: [] } });
		act(world, 'job.restart', { scope: 'Escrows' });
		world.advance({ by: 24 * 60 * minute });
		expect([...world.tables.accounts.all()]).toEqual([]);
	});

	it('C-365, C-352: QuarantineState lifts the quarantine until the next look at an uncured cause', () => {
		const world = running();
		act(world, 'job.setCredential', { state: 'bad' });
		world.advance({ to: start + 65 * minute });
		act(world, 'job.restart', { scope: 'QuarantineState' });
		expect(job(world).quarantine).toBeNull();
		world.advance({ by: minute });
		expect(job(world).quarantine).not.toBeNull();
	});

	it('C-366: ConnectorDataStore drops the links and nothing else', () => {
		const world = running();
		act(world, 'job.restart', { scope: 'ConnectorDataStore' });
		expect(world.tables.linksByJob.get(0).length).toBe(0);
		expect(job(world).watermark).not.toBeNull();
	});

	it('C-368, C-369: ForceDeletes carries out what is held back; Full alone does not', () => {
		const staged = () => {
			const world = running([3, 5, 7]);
			act(world, 'job.setThreshold', { threshold: 1 });
			act(world, 'unassign', { kind: 'user', who: [3, 5] });
			world.advance({ to: start + 65 * minute });
			return world;
		};
		const active = (world: World) =>
			[...world.tables.accounts.all()].filter(({ resource }) => resource.data.active).length;
		const forced = staged();
		act(forced, 'job.restart', { scope: 'ForceDeletes' });
		forced.advance({ by: 2 * minute });
		expect(active(forced)).toBe(1);
		const full = staged();
		act(full, 'job.restart', { scope: 'Full' });
		full.advance({ by: 2 * minute });
		expect(active(full)).toBe(3);
	});

	it('C-385: restoring the default mappings resets mappings and filters and runs everybody again', () => {
		const world = running();
		act(world, 'job.saveFilter', { filter: { groups: [{ clauses: [{ attribute: 'city', operator: 'IS NULL' }] }] } });
		world.advance({ by: 2 * minute });
		act(world, 'job.restoreDefaults');
		world.advance({ by: 2 * minute });
		expect(world.sim.host.config(job(world).config).users.filter).toBeNull();
		expect([...world.tables.accounts.all()][0]!.resource.data.active).toBe(true);
	});

	it('C-462, C-468: a changed reason sends one more mail, and quarantines are in the audit log', () => {
		const world = running([3, 5, 7]);
		act(world, 'job.setThreshold', { threshold: 1 });
		act(world, 'unassign', { kind: 'user', who: [3, 5] });
		world.advance({ to: start + 65 * minute });
		act(world, 'job.setCredential', { state: 'bad' });
		world.advance({ by: 6 * 60 * minute });
		expect([...world.tables.mails.all()].map(({ about }) => about)).toEqual(['deletions', 'quarantine changed']);
		const activities = [...world.tables.audits.all()].map(({ activity }) => activity);
		expect(activities.filter((activity) => activity === 'Quarantine').length).toBe(2);
	});
});
