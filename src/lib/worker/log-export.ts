import type { ViewArgs } from '#lib/views';
import type { GraphRow } from '#lib/views/logs/log-row';
import type { Engine, later } from './engine';
import type { Heard } from './protocol';

export interface LogPart {
	readonly rows: readonly GraphRow[];
	readonly total: number;
}

export type LogQuestion = ViewArgs<'logs'>;

/** Its code comes with the first download. */
export const exportingLogs = {
	exportLogs: (engine: Engine, ask: Heard<'exportLogs'>, late: (late: Promise<unknown>) => typeof later) =>
		late(import('./log-parts').then(({ partOf }) => partOf(engine, ask)))
};
