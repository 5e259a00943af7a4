import type { ViewArgs } from '#lib/views';
import type { GraphRow } from '#lib/views/logs/log-row';
import type { Engine } from './engine';
import type { Heard } from './protocol';

export interface LogPart {
	readonly rows: readonly GraphRow[];
	readonly total: number;
}

export type LogQuestion = ViewArgs<'logs'>;

/** Its code comes with the first download. */
export const exportingLogs = {
	exportLogs: async (engine: Engine, ask: Heard<'exportLogs'>) => (await import('./log-parts')).partOf(engine, ask)
};
