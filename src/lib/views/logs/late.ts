import type { World } from '#lib/world';
import { logDelayMs } from '#lib/world/inbound/log-delay';
import type { LogRows } from '../folds/rows';

/** Rows that are written and not shown yet. */
export interface Late {
	readonly apps: readonly number[];
	/** The newest moment whose rows are shown. */
	readonly until: number;
}

/** H-409: the log shows what an API-driven job did only ten minutes later; null: there is no such job. */
export function lateIn({ tables, clock }: World): Late | null {
	const apps = [...tables.jobs.all()].filter(({ listens }) => listens).map(({ app }) => app);
	return apps.length > 0 ? { apps, until: clock - logDelayMs } : null;
}

export function isLate(late: Late | null, rows: LogRows, place: number): boolean {
	return late !== null && rows.at[place]! > late.until && late.apps.includes(rows.app[place]!);
}
