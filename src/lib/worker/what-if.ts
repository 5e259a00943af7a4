import type { Page } from '#lib/views';
import type { WhatIfResult as Whole } from '#lib/views/what-if/result';
import type { Engine } from './engine';
import { long } from './long';
import type { Heard } from './protocol';

export type Different = Whole['differences'][number];

/** What is told at once: what differs is asked for part by part, for there may be a hundred thousand. */
export interface WhatIfResult extends Omit<Whole, 'differences'> {
	readonly total: number;
}

export type DifferentPage = Page<Different>;

/** How far a run is, in virtual milliseconds of both worlds together. */
export interface WhatIfProgress {
	readonly run: number;
	readonly done: number;
	readonly of: number;
}

export type WhatIfReport = { readonly cancelled: true } | { readonly cancelled: false; readonly result: WhatIfResult };

/** It comes when somebody asks "what if" for the first time, so that the engine starts without it. */
const turns = () => import('./what-if-turns');

/** The same commands under a changed configuration, beside the open session. */
export const whatIf = {
	runWhatIf: long<'runWhatIf'>(async (engine, ask) => (await turns()).runInTurns(engine, ask)),
	whatIfDifferences: async (engine: Engine, ask: Heard<'whatIfDifferences'>) =>
		(await turns()).differences(engine, ask),
	keepWhatIf: async (engine: Engine, ask: Heard<'keepWhatIf'>) => (await turns()).keep(engine, ask)
};
