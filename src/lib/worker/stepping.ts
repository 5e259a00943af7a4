import type { World } from '#lib/world';
import { endsStep, PAGE } from './landmarks';
import type { StepUnit } from './protocol';

const DAY = 86_400_000;

/**
 * Where the person stands. Between two boundaries there is nothing but facts: a step to the next fact inside a unit
 * moves no table. The tables stand at the boundary after the unit, and `shown` says how many facts are to be seen.
 * Commands wait for the unit's end, so they act as if all of them were.
 */
export interface Standing {
	world: World;
	shown: number;
}

/** A step within what has been recorded already. False: it leads beyond the end. */
export function stepWithin(standing: Standing, unit: StepUnit, direction: 1 | -1): boolean {
	return direction === 1 ? stepOn(standing, unit) : stepBack(standing, unit);
}

function stepOn(standing: Standing, unit: StepUnit): boolean {
	const { world, shown } = standing;
	const end = world.sim.ledger.boundaries.at(-1)!;
	if (unit === 'day') {
		if (world.live || world.clock + DAY > end.at) return false;
		show(standing, null, world.clock + DAY);
		return true;
	}
	let left = unit === 'page' ? PAGE : 1;
	for (let seq = shown; seq < end.seq; seq++) {
		if (unit !== 'fact' && !(endsStep(world, seq, unit) && --left === 0)) continue;
		arrive(standing, seq, unit);
		return true;
	}
	return false;
}

function stepBack(standing: Standing, unit: StepUnit): boolean {
	const { world, shown } = standing;
	if (unit === 'day') {
		show(standing, null, world.clock - DAY);
		return true;
	}
	const { ledger } = world.sim;
	let left = unit === 'page' ? PAGE : 1;
	const last = ledger.boundaries[ledger.indexAfter(shown - 1)]!;
	// Where we stand is the fact shown last, or all of its event; the step ends at one before that. Where time has gone on
	// since then without a fact, it ends there.
	const event = unit === 'fact' ? shown - 1 : ledger.boundaries[ledger.indexBefore(shown - 1)]!.seq;
	const here = world.clock > last.at ? shown : event;
	for (let seq = here - 1; seq > 0; seq--) {
		if (unit !== 'fact' && !(endsStep(world, seq, unit) && --left === 0)) continue;
		arrive(standing, seq, unit);
		return true;
	}
	arrive(standing, 0, unit);
	return true;
}

/** The end of a step: all that its event told is shown, such as the quarantine that follows a cycle; or one more fact. */
export function arrive(standing: Standing, seq: number, unit: StepUnit): void {
	show(standing, seq);
	if (unit !== 'fact') standing.shown = standing.world.checkpoint().seq;
}

/** Shows the facts up to this one, or all that were told until a time. */
export function show(standing: Standing, seq: number | null, at = 0): void {
	const { world } = standing;
	if (seq === null) {
		world.seek({ at });
		standing.shown = world.checkpoint().seq;
		return;
	}
	world.seek({ seq });
	standing.shown = Math.min(seq + 1, world.checkpoint().seq);
}
