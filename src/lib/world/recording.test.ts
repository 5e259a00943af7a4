import { describe, expect, it } from 'vitest';
import { blankWorld, createWorld, explain, Recording, replay, type Entry, type World } from './index';
import { boundariesOf } from './testing/boundaries';
import { dice, randomCommand, wander } from './testing/random';

const minute = 60_000;
const options = { apps: ['byoa'] };

/** Random commands, scrubs, branches, undo and redo, looked at now and then by a recording. */
function live(seed: number, steps: number) {
	const world = createWorld(options);
	const recording = new Recording(world);
	const entries: Entry[] = [];
	const roll = dice(seed);
	for (let step = 0; step < steps; step++) {
		world.do(randomCommand(world, roll, 'byoa'));
		world.advance({ by: roll.below(40) * minute });
		wander(world, roll);
		world.back();
		if (roll.below(3) === 0) entries.push(...recording.take());
	}
	entries.push(...recording.take());
	return { world, entries };
}

const again = (entries: readonly Entry[]): World => {
	const world = blankWorld(options);
	replay(world, structuredClone(entries));
	return world;
};

const branchesOf = (world: World) =>
	world.branches.list.map(({ id, name, parked }) => [id, name, parked?.anchor, parked?.at, parked?.tail.facts.count]);

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe('a recording', () => {
	it.each(seeds)('brings back the world with its past and its branches (seed %i)', (seed) => {
		const { world, entries } = live(seed, 40);
		const restored = again(entries);
		expect(restored.fingerprint()).toBe(world.fingerprint());
		expect(branchesOf(restored)).toEqual(branchesOf(world));
		expect(boundariesOf(restored)).toEqual(boundariesOf(world));
		for (const fact of [1, 30, 200]) {
			for (const one of [world, restored]) one.seek({ seq: fact });
			expect([...restored.tables.users.all()]).toEqual([...world.tables.users.all()]);
			expect([...restored.tables.links.all()]).toEqual([...world.tables.links.all()]);
		}
	});

	it('knows again what branches were called and which were put away, and takes one back', () => {
		const world = createWorld(options);
		const recording = new Recording(world);
		world.advance({ by: 30 * minute });
		world.fork();
		world.branches.rename(0, 'before');
		world.branches.discard(0, true);
		const restored = again(recording.take());
		expect(restored.branches.listed.map(({ name }) => name)).toEqual(['branch 1']);
		restored.branches.discard(0, false);
		expect(restored.branches.listed.map(({ name }) => name)).toEqual(['before', 'branch 1']);
		expect(() => restored.branches.discard(1, true)).toThrow('open another one first');
	});

	it.each(seeds)('goes on as if nothing had been interrupted (seed %i)', (seed) => {
		const { world, entries } = live(seed, 30);
		const restored = again(entries);
		const [a, b] = [dice(seed + 100), dice(seed + 100)];
		for (let step = 0; step < 10; step++) {
			world.do(randomCommand(world, a, 'byoa'));
			restored.do(randomCommand(restored, b, 'byoa'));
			for (const one of [world, restored]) one.advance({ by: 50 * minute });
		}
		expect(restored.fingerprint()).toBe(world.fingerprint());
		expect(restored.facts()).toEqual(world.facts());
	});
});

describe('undo', () => {
	it('takes back what lies behind the present moment, and redo brings it again', () => {
		const { world } = live(3, 20);
		const end = world.fingerprint();
		const facts = world.facts();
		world.seek({ index: world.sim.ledger.boundaries.length - 4 });
		const middle = world.fingerprint();
		world.branches.undo('undone');
		expect(world.live).toBe(true);
		expect(world.fingerprint()).toBe(middle);
		world.seek({ index: world.sim.ledger.boundaries.length - 3 });
		world.branches.undo('undone again');
		expect(world.branches.redo()).toBe(true);
		expect(world.fingerprint()).toBe(middle);
		expect(world.branches.redo()).toBe(true);
		expect(world.fingerprint()).toBe(end);
		expect(world.facts()).toEqual(facts);
		expect(world.branches.redo()).toBe(false);
	});

	it('has nothing to redo once time went on', () => {
		const { world } = live(4, 10);
		world.seek({ index: world.sim.ledger.boundaries.length - 4 });
		world.branches.undo('undone');
		world.advance({ by: minute });
		expect(world.branches.undone).toBeUndefined();
	});
});

describe('the operands of a fact', () => {
	it('come from running its unit again, and nothing of it remains', () => {
		const { world } = live(6, 30);
		const before = { print: world.fingerprint(), boundaries: [...world.sim.ledger.boundaries], facts: world.facts() };
		let requests = 0;
		for (const { seq, kind, detail } of before.facts) {
			if (kind !== 'request') continue;
			const trace = explain(world, seq);
			const sent = trace.filter(({ step }) => step === 'request');
			expect(sent.length).toBeGreaterThan(0);
			const statuses = sent.map((entry) => (entry.step === 'request' ? entry.response.status : 0));
			expect(statuses).toContain(detail % 1000);
			requests++;
		}
		expect(requests).toBeGreaterThan(5);
		world.back();
		expect(world.fingerprint()).toBe(before.print);
		expect(world.sim.ledger.boundaries).toEqual(before.boundaries);
		expect(world.facts()).toEqual(before.facts);
		world.advance({ by: 60 * minute });
		const straight = live(6, 30).world;
		straight.advance({ by: 60 * minute });
		expect(world.fingerprint()).toBe(straight.fingerprint());
	});
});
