import type { Rehearsal } from '#lib/views/rollback/rehearse';
import type { Looked } from '#lib/world/preview';
import { long } from './long';

export type { Rehearsal, RehearsalQuestion } from '#lib/views/rollback/rehearse';
export type { Looked } from '#lib/world/preview';

export interface RehearsalProgress extends Looked {
	readonly run: number;
}

/** null: it was cancelled. */
export type RehearsalTold = Rehearsal | null;

/** Whether the next cycle would overwrite what is restored, tried in a copy of the open session. */
export const rehearsing = {
	runRehearsal: long<'runRehearsal'>(async (engine, ask) =>
		(await import('./rehearsal-turns')).rehearseInTurns(engine, ask)
	)
};
