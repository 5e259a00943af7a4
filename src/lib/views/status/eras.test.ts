import { describe, expect, it } from 'vitest';
import { durations } from '#lib/engine/job/durations';
import { eras } from '#lib/engine/eras';
import { signInOf } from '#lib/world/apps/sign-in';
import { views } from '../index';
import { createWorld, type World, type WorldOptions } from '#lib/world';
import { passes } from '#lib/world/rules/passes.fixture';

const minute = 60_000;
const day = 24 * 60 * minute;

function must(world: World, verb: Parameters<World['do']>[0]['verb'], args: object): void {
	const done = world.do({ verb, args: args as never });
	if (!done.ok) throw new Error(done.message);
}

/** Ben is assigned at 08:12 and provisioned by the first cycle at 08:20. */
function running(options: WorldOptions = {}): World {
	const world = createWorld({ apps: ['byoa'], ...options });
	world.advance({ by: 12 * minute });
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
	world.advance({ by: 8 * minute });
	must(world, 'job.start', { app: 'byoa' });
	world.advance({ cycles: 1 });
	return world;
}

describe('the generations of the service', () => {
	it('C-008: in the first one an application sends one mail a day, whatever the number of problems', () => {
		const failing = (era: 2016 | 2024) => {
			const world = running({ era });
			must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
			must(world, 'assign', { app: 'byoa', kind: 'user', who: [8, 9] });
			world.advance({ by: 3 * day });
			return views.mails(world, {}).rows;
		};
		const mails = failing(2016);
		expect(mails.map(({ at }) => new Date(at).getUTCDate())).toEqual([5, 4, 3, 2]);
		expect(mails[0]!.subject).toBe('Provisioning to Quillpad has problems');
		expect(failing(2024)).toEqual([]);
	});

	it('C-012: until 2018 somebody assigned while the job runs is in the application after about ten minutes', () =>
		passes(`world cloud-only era=2017
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:26 assign(byoa, 8)
=> 08:30 byoa inc: create 1 [8]`));

	it('C-013: in 2019 the interval is the connector’s own, forty minutes where it names none', () =>
		passes(`world cloud-only era=2019
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
?? 08:25 job(byoa).nextCycle = "09:00"`));

	it('C-017: in 2021 only users are provisioned on demand', () => {
		const onDemand = (era: 2021 | 2024, kind: 'user' | 'group') => {
			const world = running({ era, groupMapping: true });
			const { slot } = views.groups(world, { membership: 'assigned' }).rows.find(({ users }) => users > 1)!;
			must(world, 'assign', { app: 'byoa', kind: 'group', who: [slot] });
			world.advance({ by: 5 * minute });
			return world.do({ verb: 'job.onDemand', args: { app: 'byoa', kind, object: kind === 'user' ? 7 : slot } }).ok;
		};
		expect([onDemand(2021, 'user'), onDemand(2021, 'group'), onDemand(2024, 'group')]).toEqual([true, false, true]);
	});

	it('C-063: the job reports the interval of its generation', () => {
		const intervals = eras.map((era) => {
			const { graph } = views.provisioning(running({ era }), { app: 'byoa' }).job!;
			return (graph as { schedule: { interval: string } }).schedule.interval;
		});
		expect(intervals).toEqual(['PT10M', 'PT10M', 'PT40M', 'PT20M', 'PT40M']);
	});

	it.each(eras)('C-006: in %i a match grants no access: whoever is not assigned cannot sign in', (era) => {
		const world = createWorld({ apps: ['byoa'], era });
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ cycles: 1 });
		const account = views.accounts(world, { app: 'byoa', count: 1 } as never).rows[0];
		expect(account).toBeDefined();
		const app = world.tables.apps.get(0)!;
		const resource = [...world.tables.accounts.all()][7]!.resource;
		expect(signInOf(world.sim, app, 7, resource)).toBe('not assigned');
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
		expect(signInOf(world.sim, app, 7, resource)).toBe('ok');
	});

	it.each(['2016', 'current'])(
		'C-007: in the generation %s a new assignment enables an account that was there and refreshes it',
		(era) =>
			passes(`world cloud-only era=${era}
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com", active=false, title="Old")
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: enable 1 [7]
?? 08:21 app(byoa, 7).active = true
?? 08:21 app(byoa, 7).title = "Account Executive"`)
	);
});

describe('how long cycles take', () => {
	it('C-426, C-427: objects take from a hundredth to eight hundredths of a minute: 10,000 of them 100 to 800 minutes', () => {
		expect([durations.skip, durations.create].map((each) => minute / each)).toEqual([100, 12.5]);
		expect([durations.skip, durations.create].map((each) => (10_000 * each) / minute)).toEqual([100, 800]);
	});

	it('C-437: the shortest initial cycle can be set to the twenty minutes that a small tenant takes', () => {
		const { job } = views.provisioning(running({ cycleMinutes: 20 }), { app: 'byoa' });
		expect(job!.last!.ended - job!.last!.began).toBe(20 * minute);
	});

	it('C-439: failures that are retried make a cycle longer', () => {
		const duration = (faults: readonly object[]) => {
			const world = running();
			must(world, 'app.set', { app: 'byoa', settings: { faults } });
			must(world, 'assign', { app: 'byoa', kind: 'user', who: [8, 9] });
			world.advance({ cycles: 2 });
			const { began, ended } = world.tables.jobs.get(0)!.last!;
			return ended - began;
		};
		expect(duration([{ kind: 'conflict', only: 'create' }])).toBeGreaterThan(duration([]));
	});

	it('C-442: assigned users, and fewer of them, take less time than everybody', () => {
		const duration = (prepare: (world: World) => void) => {
			const world = createWorld({ apps: ['byoa'] });
			prepare(world);
			must(world, 'job.start', { app: 'byoa' });
			world.advance({ cycles: 1 });
			const { began, ended } = world.tables.jobs.get(0)!.last!;
			return ended - began;
		};
		const all = duration((world) => must(world, 'job.setScope', { app: 'byoa', mode: 'all' }));
		const filtered = duration((world) => {
			must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
			const clauses = [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }];
			must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: [{ name: 'Sales', clauses }] } });
		});
		const assigned = duration((world) => must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] }));
		expect(filtered).toBeLessThan(all);
		expect(assigned).toBeLessThan(filtered);
	});
});
