import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../index';
import { passes } from './passes.fixture';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 8);

function started(who: readonly number[], size = 25): World {
	const world = createWorld({ apps: ['byoa'], size });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [...who] } });
	world.advance({ to: start + 20 * minute, before: true });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	return world;
}

describe('cycles, step by step', () => {
	it('C-118, C-139: every cycle begins with a query for somebody who cannot exist', () => {
		const world = started([7]);
		const paths: string[] = [];
		const play = world.play({ to: start + 65 * minute });
		for (let step = play.next(); !step.done;) {
			if (step.value === 'boundary') step = play.next();
			else {
				paths.push(decodeURIComponent(step.value.path));
				step = play.next(world.sim.apps.answer(step.value));
			}
		}
		const probes = paths.filter((path) => /userName eq "[0-9a-f]{8}-[0-9a-f]{4}-/.test(path));
		expect(probes.length).toBe(2);
		expect(paths[0]).toBe(probes[0]);
		expect(probes[0]).not.toBe(probes[1]);
	});

	it('C-119, C-120, C-121, C-122: read, scope, query, create; the id in the answer becomes the link', () => {
		const world = started([7]);
		world.advance({ to: start + 22 * minute });
		const kinds = world
			.facts()
			.filter(({ subject }) => subject.table === 'users' && subject.slot === 7)
			.map(({ kind }) => kind);
		expect(kinds.slice(1, 8)).toEqual(['import', 'scope', 'request', 'match', 'decide', 'request', 'row']);
		const link = world.tables.links.get(0)!;
		const account = [...world.tables.accounts.all()][0]!.resource;
		expect(link).toMatchObject({ sourceId: world.tables.users.get(7)!.id, targetId: account.id, managed: true });
	});

	it('C-126, C-127, C-151: the watermark is the moment the reading began, stored when the cycle ends', () => {
		const world = started([3, 5, 7]);
		world.advance({ to: start + 20 * minute + 2000 });
		expect(world.tables.jobs.get(0)!.watermark).toBeNull();
		world.advance({ to: start + 22 * minute });
		expect(world.tables.jobs.get(0)!.watermark).toBe(start + 20 * minute);
	});

	it('C-127, C-157: a change made while a cycle runs is handled in the next one', () => {
		const world = started([3, 5, 7]);
		world.advance({ to: start + 20 * minute + 2000 });
		world.do({ verb: 'user.edit', args: { user: 7, attribute: 'jobTitle', value: 'Late' } });
		world.advance({ to: start + 22 * minute });
		const title = () =>
			[...world.tables.accounts.all()].map(({ resource }) => resource.data.title).filter((t) => t === 'Late').length;
		expect(title()).toBe(0);
		world.advance({ to: start + 62 * minute });
		expect(title()).toBe(1);
	});

	it('C-128, C-175, C-504: without a difference nothing is sent and the row is skipped as RedundantExport', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, companyName, "Elsewhere")
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 log(byoa, 7).reason = "RedundantExport"`));

	it('C-153, C-156: a value changed and changed back ends as a redundant row', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, jobTitle, "A")
do 08:31 edit(entra, 7, jobTitle, "Account Executive")
=> 09:00 byoa inc: skip 1 [7]`));

	it('C-155: several changes between two cycles are one evaluation of the final state', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, jobTitle, "A")
do 08:31 edit(entra, 7, department, "B")
do 08:32 edit(entra, 7, jobTitle, "C")
=> 09:00 byoa inc: update 1 [7]
?? 09:01 app(byoa, 7).title = "C"
?? 09:01 log(byoa, 7).changed = "department, title"`));

	it('C-132: users come before groups, each in the order of the directory', () => {
		const world = createWorld({ apps: ['byoa'], groupMapping: true });
		const slots = world.tables.groups;
		const group = [...slots.all()].find(({ attrs }) => attrs.displayName === 'Sales-EMEA')!.slot;
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'group', who: [group] } });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [20, 3] } });
		world.advance({ to: start + 20 * minute });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ to: start + 22 * minute });
		const rows = world.facts().filter(({ kind }) => kind === 'row');
		expect(rows.map(({ subject }) => `${subject.table} ${subject.slot}`)).toEqual([
			'users 3',
			'users 7',
			'users 8',
			'users 9',
			'users 20',
			`groups ${group}`
		]);
	});

	it('C-140: objects that are due for a retry come first', () => {
		const world = started([3, 7]);
		world.do({
			verb: 'app.set',
			args: {
				app: 'byoa',
				settings: { faults: [{ kind: 'serverError', only: 'create', to: start + 20 * minute + 4000 }] }
			}
		});
		world.advance({ to: start + 30 * minute });
		expect(world.tables.escrows.next).toBe(1);
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [1] } });
		const from = world.checkpoint().seq;
		world.advance({ to: start + 62 * minute });
		const rows = world.facts(from).filter(({ kind }) => kind === 'row');
		expect(rows.map(({ subject }) => subject.slot)).toEqual([3, 1]);
	});

	it('C-141, C-142: the feed brings attribute changes, memberships, assignments, blocks, deletions and restores', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, jobTitle, "A")
do 08:31 groupAdd(Sales-EMEA, 1)
do 08:32 groupRemove(Sales-EMEA, 8)
do 08:33 block(9)
do 08:34 assign(byoa, 20)
=> 09:00 byoa inc: update 1 [7]; create 2 [1 20]; disable 2 [8 9]
do 09:10 unblock(9)
do 09:11 softDelete(7)
do 09:12 unassign(byoa, 20)
=> 09:40 byoa inc: enable 1 [9]; disable 2 [7 20]
do 09:50 restore(7)
=> 10:20 byoa inc: enable 1 [7]`));

	it('C-158, C-159: assigning or unassigning a group puts its present members on the work list', () =>
		passes(`world cloud-only
do 08:20 start(byoa)
do 08:30 assign(byoa, Sales-EMEA)
=> 09:00 byoa inc: create 3 [7-9]
do 09:10 unassign(byoa, Sales-EMEA)
=> 09:40 byoa inc: disable 3 [7-9]`));

	it('C-142: what a cycle does to somebody is caused by the last of the changes that it found', () => {
		const world = started([7]);
		world.advance({ to: start + 30 * minute });
		for (const jobTitle of ['A', 'B'])
			world.do({ verb: 'user.edit', args: { user: 7, attribute: 'jobTitle', value: jobTitle } });
		const last = world.facts().findLast(({ kind }) => kind === 'source.changed')!;
		world.advance({ to: start + 62 * minute });
		const imported = world.facts().findLast(({ kind }) => kind === 'import')!;
		expect(imported.cause).toBe(last.seq);
	});

	it('C-154: failed objects do not hold the watermark back', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 2 [7 8 InternalServerError]
=> 09:00 byoa inc: fail 2 [7 8 InternalServerError]
=> 09:40 byoa inc: none`));

	it('C-160, C-161, C-455, C-456: a cycle without changes writes no rows but is a run of its own', () => {
		const world = started([7]);
		world.advance({ to: start + 58 * minute });
		const before = world.tables.jobs.get(0)!;
		const from = world.checkpoint().seq;
		world.advance({ to: start + 62 * minute });
		const job = world.tables.jobs.get(0)!;
		expect(world.facts(from).filter(({ kind }) => kind === 'row')).toEqual([]);
		expect(job.last!.began).toBe(start + 60 * minute);
		expect(job.steadyFirst).toBe(before.steadyFirst);
		expect(job.steadyLast).toBeGreaterThan(before.steadyLast!);
		expect(job.lastSuccessful!.began).toBe(start + 60 * minute);
		expect(job.lastWithExports!.began).toBe(start + 20 * minute);
		expect(job.successiveFailures).toBe(0);
	});

	it('C-424, C-425, C-438, C-441: creates take twice as long as matches, skips an eighth', () => {
		const world = started([3, 5, 7, 8, 24]);
		world.advance({ cycles: 1 });
		const created = world.tables.jobs.get(0)!.last!;
		expect(created.ended - created.began).toBe(4 * 4800 + 600);
		world.do({ verb: 'job.restart', args: { app: 'byoa', scope: 'Full' } });
		world.advance({ cycles: 1 });
		const matched = world.tables.jobs.get(0)!.last!;
		expect(matched.ended - matched.began).toBe(4 * 2400 + 600);
	});

	it('C-134: too many failures in an initial cycle pause the job instead of quarantining it', () => {
		const world = createWorld({ apps: ['byoa'], thresholdScale: 1 / 1000 });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [1, 2, 3, 4, 5, 6, 7, 8] } });
		world.do({
			verb: 'app.set',
			args: { app: 'byoa', settings: { faults: [{ kind: 'serverError', only: 'create' }] } }
		});
		world.advance({ to: start + 20 * minute });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ cycles: 1 });
		const job = world.tables.jobs.get(0)!;
		expect(job).toMatchObject({ schedule: 'Paused', escrowsPruned: true, quarantine: null, nextAt: null });
		expect(world.tables.escrowsByJob.get(0).length).toBe(0);
	});

	it('C-557: three refused credentials in a row in the middle of a cycle abort it', () => {
		const world = started([1, 2, 3, 4, 5, 6]);
		const fault = { kind: 'unauthorized', from: start + 20 * minute + 4000 };
		world.do({ verb: 'app.set', args: { app: 'byoa', settings: { faults: [fault] } } });
		world.advance({ cycles: 1 });
		const job = world.tables.jobs.get(0)!;
		expect(job.quarantine?.reason).toBe('EncounteredQuarantineException');
		expect(job.watermark).toBeNull();
		expect(job.last!.state).toBe('Failed');
	});
});
