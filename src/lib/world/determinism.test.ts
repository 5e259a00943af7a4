import { describe, expect, it } from 'vitest';
import { createWorld, type Command, type World } from './index';
import { dice, randomCommand } from './testing/random';

const minute = 60_000;

interface Played {
	readonly world: World;
	readonly journal: { at: number; command: Command }[];
}

/** Lives through random commands at random moments, up to a moment that all runs share. */
function live(seed: number, steps: number, disturb: (world: World, roll: ReturnType<typeof dice>) => void): Played {
	const world = createWorld({ apps: ['byoa'] });
	const roll = dice(seed);
	const other = dice(seed + 1_000_000);
	for (let step = 0; step < steps; step++) {
		const span = roll.below(25) * minute + roll.below(3) * 1000;
		const command = randomCommand(world, roll, 'byoa');
		world.advance({ by: span });
		disturb(world, other);
		world.do(command);
	}
	world.advance({ to: end });
	return { world, journal: world.journal().map(({ at, verb, args }) => ({ at, command: { verb, args } as Command })) };
}

const end = Date.UTC(2026, 2, 4, 8);

function replay(journal: Played['journal']): World {
	const world = createWorld({ apps: ['byoa'] });
	for (const { at, command } of journal) {
		world.advance({ to: at, before: true });
		const done = world.do(command);
		expect(done.ok).toBe(true);
		expect(world.tables.commands.get(world.tables.commands.next - 1)!.at).toBe(at);
	}
	world.advance({ to: end });
	return world;
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe('a session is a function of its seed and its commands', () => {
	it.each(seeds)('live commands give what their journal gives again (seed %i)', (seed) => {
		const { world, journal } = live(seed, 30, () => {});
		expect(journal.length).toBeGreaterThan(3);
		expect(replay(journal).fingerprint()).toBe(world.fingerprint());
	});

	it.each(seeds)('scrubbing to any moment and back changes nothing (seed %i)', (seed) => {
		const scrubbed = live(seed, 30, (world, roll) => {
			for (let n = 0; n < 3; n++) world.seek({ index: roll.below(world.sim.ledger.boundaries.length) });
			world.back();
		});
		expect(scrubbed.world.fingerprint()).toBe(live(seed, 30, () => {}).world.fingerprint());
	});

	it.each(seeds)('a branch that was tried and left changes nothing (seed %i)', (seed) => {
		const branched = live(seed, 20, (world, roll) => {
			const home = world.branches.live;
			world.seek({ index: roll.below(world.sim.ledger.boundaries.length) });
			world.fork();
			for (let n = 0; n < 3; n++) {
				world.do(randomCommand(world, roll, 'byoa'));
				world.advance({ by: roll.below(90) * minute });
			}
			world.branches.activate(home);
		});
		expect(branched.world.fingerprint()).toBe(live(seed, 20, () => {}).world.fingerprint());
		expect(branched.world.branches.list.length).toBeGreaterThan(15);
	});

	it('every branch is as it was left, however often one goes from one to another', () => {
		const { world } = live(99, 15, () => {});
		const roll = dice(7);
		const known = new Map<number, string>([[world.branches.live, world.fingerprint()]]);
		for (let n = 0; n < 12; n++) {
			world.branches.activate(roll.pick([...known.keys()]));
			world.seek({ index: roll.below(world.sim.ledger.boundaries.length) });
			const branch = world.fork();
			world.do(randomCommand(world, roll, 'byoa'));
			world.advance({ by: 60 * minute });
			known.set(branch.id, world.fingerprint());
		}
		for (const id of [...known.keys(), ...known.keys()]) {
			world.branches.activate(id);
			expect(world.fingerprint()).toBe(known.get(id));
		}
	});

	it('a command in the middle of a moment begins its branch where the moment ends: nothing of it happens again', () => {
		for (const seed of seeds.slice(0, 4)) {
			const { world } = live(seed, 12, () => {});
			const home = world.branches.live;
			const { boundaries } = world.sim.ledger;
			const index = boundaries.findLastIndex(
				({ at, eventAt }, here) => eventAt === at && boundaries[here + 1]?.at === at
			);
			const { at } = boundaries[index]!;
			world.seek({ index });
			expect(world.do({ verb: 'user.edit', args: { user: 3, attribute: 'jobTitle', value: 'Seen' } }).ok).toBe(true);
			const { point, tail } = world.branches.list[home]!.parked!;
			expect([point.at, point.eventAt]).toEqual([at, at]);
			expect(tail.boundaries[0]!.at).toBeGreaterThan(at);
			world.advance({ to: end });
			const journal = world.journal().map(({ at, verb, args }) => ({ at, command: { verb, args } as Command }));
			expect(replay(journal).fingerprint()).toBe(world.fingerprint());
		}
	});

	it('a refused command leaves no trace, and takes no time', () => {
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ cycles: 1 });
		const before = world.checkpoint();
		expect(world.do({ verb: 'unassign', args: { app: 'byoa', kind: 'user', who: [3] } }).ok).toBe(false);
		expect(world.do({ verb: 'user.edit', args: { user: 'x' } } as unknown as Command).ok).toBe(false);
		expect(world.checkpoint()).toEqual(before);
		expect(world.clock).toBe(before.at);
		expect(world.facts().length).toBe(before.seq);
	});
});
