import { exportLogs, type LogRecord } from '#lib/session/logs';

export type GraphRow = LogRecord;

/** C-529: rows, steps and modified properties, joined by the change id. */
export function csvFiles(rows: readonly GraphRow[]): Record<string, string> {
	return { ...exportLogs({ rows }).csv };
}
