import type { World } from '#lib/world';
import type { Engine } from './engine';

/** Messages are let in this often, in real milliseconds. */
export const TURN = 12;

export const cancelled = Symbol('cancelled');

/** The world of the session that is open. */
export function openedWorld({ session }: Engine): World {
	if (!session) throw new Error('No session is open yet.');
	return session.world;
}

/**
 * Does the work turn by turn, tells after each how far it is, and ends where the run is cancelled: between two the engine
 * listens. What has no number (null) nobody cancels.
 */
export async function inTurns<Step, T>(
	{ place, runs }: Engine,
	run: number | null,
	work: Generator<Step, T>,
	told: (step: Step) => void
): Promise<T | typeof cancelled> {
	try {
		for (;;) {
			const began = place.now();
			let step = work.next();
			while (!step.done && place.now() - began < TURN) step = work.next();
			if (step.done) return step.value;
			told(step.value);
			await place.macrotask();
			if (run !== null && !runs.has(run)) return cancelled;
		}
	} finally {
		// A run that is left in the middle tidies up behind itself.
		work.return(undefined as never);
	}
}
