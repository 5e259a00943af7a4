import type { Steps } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import { wayOf } from '#lib/world/ways';
import type { WhatIfRun } from '#lib/world/what-if';
import { differencesOf, type Difference } from '../branches/differences';
import { partsOf } from '../branches/parts';
import { Sides, sideOf } from '../branches/sides';
import { systemCounts, type SystemCount } from '../branches/systems';
import { outcomeOf, type JobOutcome } from './outcomes';

/** The same commands with and without a change, held against each other: `a` is how it was, `b` how it would be. */
export interface WhatIfResult {
	readonly app: { readonly key: string; readonly name: string };
	/** Why the change cannot be made; then there is nothing else. */
	readonly refused: string | null;
	readonly from: number;
	readonly until: number;
	/** Commands that were to be done again, and those that were not done as they were. */
	readonly commands: number;
	readonly leftOut: WhatIfRun['leftOut'];
	readonly a: JobOutcome | null;
	readonly b: JobOutcome | null;
	readonly systems: readonly SystemCount[];
	readonly differences: readonly Difference[];
}

/** What a run came to, once it is over: in steps, for there may be a hundred thousand people. */
export function* whatIfResult(run: WhatIfRun, key: string): Steps<WhatIfResult> {
	const { world, changed, base, asked, leftOut, commands, refused, from } = run;
	const { tables } = world;
	const slot = tables.appsByKey.first(key);
	const app = { key, name: (slot !== undefined && tables.apps.get(slot)?.name) || key };
	const told = { app, refused, from, until: asked.until, commands: commands.length, leftOut };
	const nothing = { a: null, b: null, systems: [], differences: [] };
	if (refused !== null) return { ...told, ...nothing };
	const fork = changed.sim.ledger.boundaries[asked.index]!;
	const [a, b] = [sideOfRun(base, asked.until), sideOfRun(changed, asked.until)];
	const sides = yield* Sides.of(a, b, fork);
	const parts = yield* partsOf(sides);
	const differences = yield* differencesOf(sides, parts);
	return {
		...told,
		a: yield* outcomeOf(a, fork, key),
		b: yield* outcomeOf(b, fork, key),
		systems: yield* systemCounts(sides, parts, differences),
		differences
	};
}

function sideOfRun(world: World, until: number) {
	return sideOf(world, wayOf(world.sim.ledger), until);
}
