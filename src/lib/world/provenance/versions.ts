import { tableNames, type Ms, type Row, type Seq, type Slot, type TableName } from '#lib/engine/base';
import type { Simulation } from '../simulation';

/** One state of a row, and the fact that told of it; the first is what the sandbox began with. */
export interface Version<R extends Row> {
	readonly at: Ms;
	readonly seq: Seq;
	/** null: gone. */
	readonly row: R | null;
}

/** Everything a row has been up to where the world stands, in order. */
export function versionsOf<R extends Row>(sim: Simulation, table: TableName, slot: Slot): readonly Version<R>[] {
	const { tape, facts, clock } = sim.ledger;
	const number = tableNames.indexOf(table);
	const found: Version<R>[] = [];
	for (let op = 0; op < tape.cursor; op++) {
		if (tape.table[op] !== number || tape.slot[op] !== slot) continue;
		const seq = tape.seq[op]!;
		found.push({ at: seq < facts.n ? facts.at[seq]! : clock, seq, row: tape.after[op] as R | null });
	}
	return found;
}

/**
 * The last version whose value differs from the one before, or that with which the row was made; null: it has been so
 * since the company began.
 */
export function lastChange<R extends Row>(
	sim: Simulation,
	versions: readonly Version<R>[],
	read: (row: R | null) => unknown
): Version<R> | null {
	const text = (version: Version<R>) => JSON.stringify(read(version.row) ?? null);
	for (let n = versions.length - 1; n > 0; n--) if (text(versions[n]!) !== text(versions[n - 1]!)) return versions[n]!;
	const [first] = versions;
	return first && !isFromBeginning(sim, first) ? first : null;
}

/** What the company began with was written before its first moment. */
export function isFromBeginning({ ledger }: Simulation, { seq }: { readonly seq: Seq }): boolean {
	return seq <= (ledger.boundaries[1] ?? ledger.boundaries[0]!).seq;
}
