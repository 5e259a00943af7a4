import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { createWorld, type World, type WorldOptions } from '../index';
import { copyOf } from '../plan';
import { PilotRun, pilotSchema, type PilotReport, type Wave } from './index';

const at = (minutes: number) => Date.UTC(2026, 2, 2, 8, minutes);

function company(app = 'snowflake', options: WorldOptions = {}): World {
	const world = createWorld({ apps: [app], ...options });
	world.advance({ to: at(12) });
	return world;
}

const slotOf = (world: World, name: string) =>
	[...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === name)!.slot;

function groups(world: World, ...names: string[]): Wave {
	return {
		id: names.join(),
		name: names.join(),
		who: { is: 'groups', groups: names.map((name) => slotOf(world, name)) }
	};
}

const number = (count: number | null): Wave => ({
	id: `n${count}`,
	name: `Next ${count}`,
	who: { is: 'number', count }
});

function planned(world: World, waves: readonly Wave[], gapHours = 24, app = 'snowflake'): PilotReport {
	const run = new PilotRun(finish(copyOf(world)), pilotSchema.parse({ app, gapHours, waves }));
	const turns = run.run();
	while (!turns.next().done);
	return run.report;
}

describe('a pilot in waves', () => {
	it('C-158: the ladder of S-15 widens 3, 9, 13, 23, 24, nobody twice, and the open company stays as it is', () => {
		const world = company();
		const before = world.fingerprint();
		const names = ['Pilot-W1-IT', 'Pilot-W2-Sales', 'Pilot-W3-Front', 'Pilot-W4-Employees', 'Pilot-W5-Everyone'];
		const { waves, stopped } = planned(
			world,
			names.map((name) => groups(world, name)),
			2
		);
		expect(stopped).toBeNull();
		expect(waves.map(({ counts }) => counts.created)).toEqual([3, 6, 4, 10, 1]);
		expect(waves.map(({ people, reached }) => [people, reached])).toEqual([
			[3, 3],
			[6, 6],
			[4, 4],
			[10, 10],
			[1, 1]
		]);
		expect(waves.every(({ counts, quarantine }) => counts.failed + counts.disabled === 0 && quarantine === null)).toBe(
			true
		);
		expect(waves[0]!.told).toEqual(['Assign Pilot-W1-IT to Snowflake', 'Start provisioning to Snowflake']);
		expect(world.fingerprint()).toBe(before);
	});

	it('C-101, C-110: in a brownfield application says who is matched by what, what is overwritten, and who gets a second account', () => {
		const world = company('slack', { brownfield: true });
		const [wave] = planned(world, [number(null)], 24, 'slack').waves;
		expect(wave!.counts).toMatchObject({ created: 20, matched: 3, failed: 1 });
		expect(wave!.matchedBy).toEqual([{ name: 'emails[type eq "work"].value', count: 3 }]);
		const matched = wave!.rows.filter(({ outcome }) => outcome === 'matched');
		expect(matched.map(({ slot }) => slot)).toEqual([0, 7, 10]);
		expect(matched.some(({ modified }) => modified.length > 0)).toBe(true);
		expect(wave!.changes.length).toBeGreaterThan(0);
		expect(wave!.failures).toEqual([{ name: 'MandatoryFieldsMissing', count: 1 }]);
		const like = { person: 'John Smith', account: 'jsmith', by: 'name' };
		expect(wave!.suspects).toEqual({ count: 2, first: [like, like] });
		expect(wave!.unmatched).toEqual({ count: 2, first: ['jsmith', 'former.intern'] });
		expect(wave!.people).toBe(24);
		expect(wave!.reached).toBe(23);
	});

	it('takes the next people who are not in yet, in the order of the directory', () => {
		const { waves } = planned(company(), [number(5), number(10), number(null)]);
		expect(waves.map(({ people }) => people)).toEqual([5, 10, 9]);
		expect(waves.map(({ counts }) => counts.created)).toEqual([5, 10, 9]);
		expect(waves.map((wave) => wave.at)).toEqual([at(12), at(12) + 86_400_000, at(12) + 2 * 86_400_000]);
	});

	it('G-035: fills the group of a rule first, and waits until its members are seen', () => {
		const rule: Wave = { id: 'r', name: 'Sales', who: { is: 'rule', rule: 'user.department -eq "Sales"' } };
		const { waves, commands } = planned(company(), [rule]);
		expect(waves[0]).toMatchObject({ people: 6, reached: 6, counts: { created: 6 } });
		expect(commands.map(({ command }) => command.verb)).toEqual(['group.create', 'assign', 'job.start']);
		const bad = planned(company(), [{ ...rule, who: { is: 'rule', rule: 'user.nothing -eq 1' } }, number(5)]);
		expect(bad.waves).toEqual([]);
		expect(bad.stopped).toBe('Sales was not started: Attribute not supported. The waves after it were not tried.');
	});

	it('keeps apart what was on its way before', () => {
		const world = company();
		world.do({ verb: 'assign', args: { app: 'snowflake', kind: 'user', who: [2, 7] } });
		const [wave, next] = planned(world, [number(3), number(4)]).waves;
		expect(wave).toMatchObject({ people: 3, others: 2, counts: { created: 5 } });
		expect(next).toMatchObject({ people: 4, others: 0, counts: { created: 4 } });
	});

	it('C-069: says how many groups inside a group are left out', () => {
		const world = company();
		const [wave] = planned(world, [groups(world, 'Sales-All')]).waves;
		expect(wave).toMatchObject({ people: 2, nested: 1, counts: { created: 2 } });
	});

	it('tells of a quarantine, and that nobody was reached', () => {
		const world = company();
		world.do({ verb: 'job.setCredential', args: { app: 'snowflake', state: 'bad' } });
		const [wave] = planned(world, [number(3)]).waves;
		expect(wave).toMatchObject({ people: 3, reached: 0, quarantine: 'EncounteredQuarantineException' });
	});

	it('measures what the application has to bear, against its own limits', () => {
		const [wave] = planned(company('slack'), [number(20)], 24, 'slack').waves;
		const { load } = wave!;
		expect(load.writes).toBeGreaterThanOrEqual(wave!.counts.created);
		expect(load.requests).toBeGreaterThan(load.writes);
		const creates = load.perMinute.find(({ what }) => what === 'creates')!;
		expect(creates.limit).toBe(180);
		expect(creates.peak).toBeLessThanOrEqual(20);
		expect(wave!.took).toBeGreaterThan(0);
		expect(load.perSecond.limit).toBeNull();
	});

	it('holds the requests of a second against what the application takes', () => {
		const world = company('byoa');
		world.do({ verb: 'app.set', args: { app: 'byoa', settings: { rps: 2 } } });
		const { load } = planned(world, [number(20)], 24, 'byoa').waves[0]!;
		expect(load.perSecond).toMatchObject({ limit: 2 });
		expect(load.perSecond.peak).toBeGreaterThan(1);
	});

	it('can be done again on the company itself, where it comes to the same', () => {
		const world = company();
		const report = planned(world, [number(4), number(6)], 2);
		for (const { at: when, command } of report.commands) {
			world.advance({ to: when, before: true });
			expect(world.do(command)).toMatchObject({ ok: true });
		}
		world.advance({ to: report.end });
		const job = world.tables.jobsByApp.first(world.tables.appsByKey.first('snowflake')!)!;
		expect(world.tables.linksByJob.get(job).length).toBe(10);
	});
});
