import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { logRowsOf } from '../folds/rows';

export interface LastRows {
	/** Objects that have a row that the log shows (C-523). */
	readonly objects: number;
	readonly skipped: readonly (readonly [reason: string, count: number])[];
	readonly failed: readonly (readonly [code: string, count: number])[];
}

/** What the last row of each object of an application says; rows that say that nothing had to be done are left out. */
export function lastRows(world: World, app: AppRow): LastRows {
	const rows = logRowsOf(world.sim);
	const seen = new Set<number>();
	const skipped = new Map<string, number>();
	const failed = new Map<string, number>();
	for (let at = rows.before(world.checkpoint().seq) - 1; at >= 0; at--) {
		if (rows.app[at] !== app.slot || rows.hidden[at]) continue;
		const subject = rows.subject[at]!;
		if (seen.has(subject)) continue;
		seen.add(subject);
		const status = rows.statusAt(at);
		const code = world.sim.ledger.texts.text(rows.code[at]!);
		if (status === 'skipped' && code !== 'RedundantExport') skipped.set(code, (skipped.get(code) ?? 0) + 1);
		if (status === 'failure') failed.set(code, (failed.get(code) ?? 0) + 1);
	}
	return { objects: seen.size, skipped: most(skipped), failed: most(failed) };
}

/** The most frequent first; ties by name. */
function most(counts: ReadonlyMap<string, number>) {
	return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
