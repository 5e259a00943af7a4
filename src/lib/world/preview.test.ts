import { describe, expect, it } from 'vitest';
import { createWorld, type World } from './index';
import { preview, previewing } from './preview';
import { hrCompany, withExpression } from './testing/hybrid';

const at = (minutes: number) => Date.UTC(2026, 2, 2, 8, minutes);

/** Three users assigned, the initial cycle done at 08:22. */
function provisioned(size = 25, who: readonly number[] = [2, 7, 9]): World {
	const world = createWorld({ apps: ['byoa'], size });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [...who] } });
	world.advance({ to: at(20) });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ to: at(22) });
	return world;
}

function attributesOf(world: World) {
	const { attributes } = world.sim.host.config(world.tables.jobs.get(0)!.config).users;
	return attributes;
}

/** The list with another source for the display name. */
function renamed(world: World, expression = 'ToUpper([displayName])') {
	return attributesOf(world).map((mapping) =>
		mapping.target === 'displayName' ? { ...mapping, source: { type: 'Expression', expression } } : mapping
	);
}

const saving = (world: World, expression?: string) => [
	{ verb: 'job.saveMapping' as const, args: { app: 'byoa', attributes: renamed(world, expression) as never } }
];

const filtered = (value: string) => [
	{
		verb: 'job.saveFilter' as const,
		args: {
			app: 'byoa',
			filter: { groups: [{ name: 'One', clauses: [{ attribute: 'displayName', operator: 'EQUALS', value }] }] }
		}
	}
];

const state = (world: World) => [
	world.fingerprint(),
	world.clock,
	world.live,
	world.sim.ledger.here,
	world.sim.ledger.boundaries.length,
	world.branches.list.length,
	world.facts().length,
	world.sim.ledger.tape.n,
	world.sim.ledger.tape.cursor,
	world.tables.commands.next,
	world.tables.cycles.next,
	[...world.tables.accounts.all()].length
];

describe('a change that is tried before it is saved', () => {
	it('C-381: says what the initial cycle would do, with the values it would write', () => {
		const world = provisioned();
		const told = preview(world, { app: 'byoa', commands: saving(world) });
		expect(told).toMatchObject({
			refused: null,
			cycle: { kind: 'initial', at: world.clock },
			afterRunning: false,
			afterStart: false
		});
		expect(told.counts).toMatchObject({ create: 0, update: 3, disable: 0, failed: 0, skipped: 0 });
		const { name, modified } = told.rows[0]!;
		expect(modified).toEqual([{ displayName: 'displayName', oldValue: name, newValue: name.toUpperCase() }]);
	});

	it('C-179: counts those whom a scoping filter would put out', () => {
		const world = provisioned();
		const { counts, rows } = preview(world, { app: 'byoa', commands: filtered('Nobody') });
		expect(counts).toMatchObject({ update: 0, disable: 3 });
		expect(rows.map(({ slot, action, rule }) => [slot, action, rule])).toEqual([
			[2, 'disable', 'C-179'],
			[7, 'disable', 'C-179'],
			[9, 'disable', 'C-179']
		]);
	});

	it('leaves the world as it is, at its end and in the past', () => {
		const world = provisioned();
		const before = state(world);
		preview(world, { app: 'byoa', commands: saving(world) });
		preview(world, { app: 'byoa', commands: filtered('Nobody') });
		expect(state(world)).toEqual(before);
		world.seek({ at: at(10) });
		const past = state(world);
		preview(world, { app: 'byoa', commands: filtered('Nobody') });
		expect(state(world)).toEqual(past);
		world.back();
		expect(state(world)).toEqual(before);
	});

	it('tells what then happens: the saved change does the same, and the world goes on as one without a preview', () => {
		const [tried, plain] = [provisioned(), provisioned()];
		const { counts } = preview(tried, { app: 'byoa', commands: saving(tried) });
		for (const world of [tried, plain]) {
			expect(world.do(saving(world)[0]!)).toMatchObject({ ok: true });
			world.advance({ cycles: 1 });
		}
		expect(tried.fingerprint()).toBe(plain.fingerprint());
		const updated = [...tried.tables.accounts.all()].filter(
			({ resource: { data } }) => data.displayName === String(data.displayName).toUpperCase()
		);
		expect(updated.length).toBe(counts.update);
	});

	it('C-386: a job that is off is tried as if it were started', () => {
		const world = provisioned();
		world.do({ verb: 'job.stop', args: { app: 'byoa' } });
		const told = preview(world, { app: 'byoa', commands: saving(world) });
		expect(told).toMatchObject({ afterStart: true, counts: { update: 3 } });
		expect(world.tables.jobs.get(0)!.schedule).toBe('Disabled');
	});

	it('C-371: a cycle that runs ends first', () => {
		const world = provisioned();
		world.do({ verb: 'job.restart', args: { app: 'byoa' } });
		world.advance({ until: ({ tables }) => tables.runningCycles.get(0).length > 0 });
		const told = preview(world, { app: 'byoa', commands: saving(world) });
		expect(told).toMatchObject({ afterRunning: true, counts: { update: 3 } });
	});

	it('says why a change is refused, and nothing else', () => {
		const world = provisioned();
		const commands = [{ verb: 'job.saveMapping' as const, args: { app: 'byoa', attributes: [] } }];
		const told = preview(world, { app: 'byoa', commands });
		expect(told.refused).toContain('attributes');
		expect(told.cycle).toBeNull();
		expect(preview(world, { app: 'nobody', commands }).refused).toBe('This application has no provisioning job.');
	});

	it('M-090: an expression that fails for somebody counts as failure', () => {
		const world = provisioned();
		const told = preview(world, { app: 'byoa', commands: saving(world, 'CDate("never")') });
		expect(told.counts.update + told.counts.failed + told.counts.skipped).toBe(3);
		expect(told.counts.update).toBe(0);
	});

	it('names the workers of a job from human resources', () => {
		const world = hrCompany();
		world.advance({ by: 30 * 60_000 });
		const attributes = withExpression(world, 'wd-ad', 'title', 'ToUpper([PreferredNameData])');
		const commands = [{ verb: 'job.saveMapping' as const, args: { app: 'wd-ad', attributes: attributes as never } }];
		const before = state(world);
		const { counts, rows } = preview(world, { app: 'wd-ad', commands });
		expect(counts.update).toBeGreaterThan(20);
		expect(rows[0]!.modified).toEqual([
			expect.objectContaining({ displayName: 'title', newValue: rows[0]!.name.toUpperCase() })
		]);
		expect(state(world)).toEqual(before);
	});

	it('tells after each event how far it is, and leaves nothing behind where it is given up', () => {
		const who = Array.from({ length: 200 }, (_, slot) => slot);
		const world = provisioned(200, who);
		world.advance({ to: at(39) });
		const before = state(world);
		const run = previewing(world, { app: 'byoa', commands: saving(world) });
		let step = run.next();
		while (!step.done && step.value.looked < 60) step = run.next();
		expect(step).toMatchObject({ done: false, value: { looked: 60, of: 200 } });
		run.return(undefined as never);
		expect(state(world)).toEqual(before);
	});
});
