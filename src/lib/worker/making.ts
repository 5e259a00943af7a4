import type { Made, WorldOptions } from '#lib/world';
import { worldInSteps, type World } from '#lib/world/world';
import type { Engine } from './engine';

/** How far a new company is. */
export interface MakingProgress extends Made {
	readonly run: number;
}

/** Messages are let in this often, in real milliseconds: to let them in takes some itself. */
const TURN = 100;

/** Makes a company turn by turn, telling how far it is; null: it was cancelled, and nothing of it is left. */
export async function makeInTurns(engine: Engine, options: WorldOptions, run: number): Promise<World | null> {
	const { place, runs } = engine;
	const making = worldInSteps(options);
	try {
		while (runs.has(run)) {
			const began = place.now();
			let step = making.next();
			let made: Made | undefined;
			while (!step.done && place.now() - began < TURN) {
				made = step.value;
				step = making.next();
			}
			if (!step.done) made = step.value;
			if (made) place.post({ push: 'making', run, ...made });
			if (step.done) return step.value;
			await place.macrotask();
		}
		return null;
	} finally {
		runs.delete(run);
	}
}
