import type { Evaluated } from '#lib/views/expressions/everybody';
import type { Engine, later } from './engine';
import type { Heard } from './protocol';

export type { Evaluated } from '#lib/views/expressions/everybody';

export interface EverybodyProgress extends Evaluated {
	readonly run: number;
}

type Late = (late: Promise<unknown>) => typeof later;

/** One expression for everybody of a large company: the view `expressionForAll` then reads what was worked out. */
export const everybody = {
	runEverybody(engine: Engine, ask: Heard<'runEverybody'>, late: Late) {
		// At once: it may be cancelled before its code is here.
		engine.runs.add(ask.run);
		return late(import('./everybody-turns').then(({ evaluateInTurns }) => evaluateInTurns(engine, ask)));
	}
};
