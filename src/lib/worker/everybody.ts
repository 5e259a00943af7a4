import type { ViewArgs } from '#lib/views';
import type { Evaluated } from '#lib/views/expressions/everybody';
import { long } from './long';

export type { Evaluated } from '#lib/views/expressions/everybody';

export interface EverybodyProgress extends Evaluated {
	readonly run: number;
}

/** What the view is asked for, but for the part that is shown. */
export type EverybodyQuestion = Pick<ViewArgs<'expressionForAll'>, 'app' | 'object' | 'target' | 'text'>;

/**
 * One expression for everybody of a large company: the view `expressionForAll` then reads what was worked out. Its code
 * comes together with the previews, which want all parts, too.
 */
export const everybody = {
	runEverybody: long<'runEverybody'>(async (engine, ask) =>
		(await import('./preview-turns')).evaluateInTurns(engine, ask)
	)
};
