import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../index';
import { dice, randomCommand } from '../testing/random';
import { finish } from '#lib/tenant/sample/steps';
import { tablesAt, touchedBy } from './touched';
import { commandOf, commandsOf } from './causes';
import { forkOf, wayOf } from './way';

const minute = 60_000;
const names = ['users', 'accounts', 'links', 'commands', 'jobs'] as const;

/** Several branches that hang on each other, as a person leaves them. */
function branched(seed: number): World {
	const world = createWorld({ apps: ['byoa'] });
	const roll = dice(seed);
	for (let n = 0; n < 5; n++) {
		world.do(randomCommand(world, roll, 'byoa'));
		world.advance({ by: roll.below(60) * minute });
	}
	for (let n = 0; n < 6; n++) {
		if (n % 2) world.branches.activate(roll.below(world.branches.list.length));
		world.seek({ index: roll.below(world.sim.ledger.boundaries.length) });
		world.fork();
		for (let k = 0; k < 3; k++) {
			world.do(randomCommand(world, roll, 'byoa'));
			world.advance({ by: roll.below(60) * minute });
		}
	}
	return world;
}

const way = (world: World, id?: number) => wayOf(world.sim.ledger, world.branches, id);
const rows = (world: World) => names.map((name) => [...world.tables[name].all()]);
const present = (list: readonly unknown[]) => list.filter((row) => row);

describe('the way of a branch', () => {
	it.each([1, 2, 3, 4])('tells the same tables as going there does (seed %i)', (seed) => {
		const world = branched(seed);
		for (const { id } of world.branches.list) {
			const read = way(world, id);
			const tables = finish(tablesAt(read, read.end.op, names));
			const home = world.branches.live;
			world.branches.activate(id);
			expect(names.map((name) => present(tables[name]))).toEqual(rows(world));
			expect(read.end).toEqual(world.sim.ledger.now);
			world.branches.activate(home);
		}
	});

	it.each([1, 2, 3, 4])('finds a moment where going there finds it (seed %i)', (seed) => {
		const world = branched(seed);
		for (const { id } of world.branches.list) {
			const read = way(world, id);
			const at = (read.end.at + world.sim.ledger.boundaries[0]!.at) / 2;
			const point = read.pointAt(at);
			const home = world.branches.live;
			world.branches.activate(id);
			world.seek({ at });
			expect(point.op).toBe(world.sim.ledger.now.op);
			world.branches.activate(home);
		}
	});

	it.each([1, 2, 3, 4])('differs from another only in records that were touched (seed %i)', (seed) => {
		const world = branched(seed);
		const { list } = world.branches;
		for (const a of list)
			for (const b of list) {
				const [one, other] = [way(world, a.id), way(world, b.id)];
				const fork = forkOf(one, other);
				const touched = finish(touchedBy(one, other, fork, { a: one.end, b: other.end }, new Set(names)));
				const [left, right] = [one, other].map((read) => finish(tablesAt(read, read.end.op, names)));
				for (const name of names)
					for (let slot = 0; slot < Math.max(left![name].length, right![name].length); slot++) {
						const found = touched.find((row) => row.table === name && row.slot === slot);
						if (left![name][slot] !== right![name][slot]) expect(found).toBeDefined();
						if (!found) continue;
						expect([found.a ?? null, found.b ?? null]).toEqual([left![name][slot] ?? null, right![name][slot] ?? null]);
					}
			}
	});

	it('leads every change back to the command that brought it about, and lists the commands since the fork', () => {
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7] } });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 120 * minute });
		const begun = world.sim.ledger.now;
		const edit = world.do({ verb: 'user.edit', args: { user: 7, attribute: 'department', value: 'Harbour' } });
		world.advance({ cycles: 1 });
		const read = way(world);
		const written = [...read.changes(new Set(['accounts', 'users']), begun.op, read.end.op)];
		expect(new Set(written.map(({ table }) => table))).toEqual(new Set(['users', 'accounts']));
		for (const change of written) expect(commandOf(read, change)).toBe(edit.ok && edit.seq);
		const said = commandsOf(read, begun.op, read.end.op);
		expect(said.map(({ verb, text }) => [verb, world.text(text)])).toEqual([
			['user.edit', expect.stringContaining('department')]
		]);
	});
});
