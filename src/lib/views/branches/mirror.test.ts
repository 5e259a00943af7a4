import { expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { dice, randomCommand } from '#lib/world/testing/random';
import { randomDeed } from '#lib/world/testing/random-deed';
import type { ViewData } from '../index';
import { views } from '../index';

const minute = 60_000;
type Comparison = NonNullable<ViewData<'branchComparison'>>;

/** Branches that hang on each other, with applications that not all of them have. */
function branched(seed: number): World {
	const hasHr = seed % 2 === 0;
	const world = createWorld(hasHr ? { preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] } : { apps: ['byoa', 'slack'] });
	const roll = dice(seed * 7919);
	const acts = (count: number) => {
		for (let n = 0; n < count; n++) {
			if (roll.below(6) === 0) {
				const args = { app: roll.pick(['github', 'zoom', 'box']) };
				world.do({ verb: 'app.add', args });
				world.do({ verb: 'job.setScope', args: { ...args, mode: 'all' } });
				world.do({ verb: 'job.start', args });
			}
			world.do(hasHr && roll.below(2) > 0 ? randomDeed(world, roll) : randomCommand(world, roll, 'byoa'));
			world.advance({ by: roll.below(90) * minute });
		}
	};
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	acts(6);
	for (let n = 0; n < 5; n++) {
		if (n % 2 > 0) world.branches.activate(roll.below(world.branches.list.length));
		world.seek({ index: roll.below(world.sim.ledger.boundaries.length) });
		world.fork();
		acts(8);
	}
	return world;
}

const text = (one: unknown) => JSON.stringify(one);
const sorted = <T>(list: readonly T[]) => list.toSorted((x, y) => (text(x) < text(y) ? -1 : 1));
const sides = { a: 'b', b: 'a', both: 'both' } as const;

/** A comparison as it is told, or with its sides exchanged; a person renamed on one of them is called as on the first. */
function told({ a, b, fork, uncaused, systems, causes, differences }: Comparison, isMirrored: boolean) {
	const swap = <T extends { readonly a: unknown; readonly b: unknown }>(one: T) =>
		isMirrored ? { ...one, a: one.b, b: one.a } : one;
	const of = <T extends { readonly side: 'a' | 'b' }>(one: T) => ({
		...one,
		side: isMirrored ? sides[one.side] : one.side
	});
	return {
		...swap({ a, b }),
		fork,
		uncaused,
		systems: sorted(systems.map(swap)),
		causes: sorted(causes.map(of)),
		differences: sorted(
			differences.rows.map(({ key: _key, name: _name, ...row }) => ({
				...swap(row),
				presence: isMirrored ? sides[row.presence] : row.presence,
				values: sorted(row.values.map(swap)),
				because: sorted(row.because.map(of))
			}))
		)
	};
}

it.each([2, 3, 4, 8, 16, 19, 22, 39, 55])('A with B is the mirror image of B with A (seed %i)', (seed) => {
	const world = branched(seed);
	const compare = (a: number, b: number) => views.branchComparison(world, { a, b, count: 1000 })!;
	for (const { id: a } of world.branches.list)
		for (const { id: b } of world.branches.list.slice(0, a))
			expect(told(compare(b, a), true), `${a} with ${b}`).toEqual(told(compare(a, b), false));
});
