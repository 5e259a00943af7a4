import { tableNames, type Row, type Slot, type TableName } from '#lib/engine/base';
import type { Checkpoint } from '../core/ledger';
import type { Change, Way } from './way';

type State = Row | null | undefined;

/** A record that was written on one of two ways since they parted. Nothing else can differ. */
export interface Touched {
	readonly table: TableName;
	readonly slot: Slot;
	/** As it was where the ways part. */
	readonly was: State;
	readonly a: State;
	readonly b: State;
	/** The last change on each way; null: that way left it alone. */
	readonly lastA: Change | null;
	readonly lastB: Change | null;
}

interface Span {
	first: State;
	last: Change;
}

/** What was written on a way between the fork and a moment: the first state of each record and its last change. */
function spans(way: Way, tables: ReadonlySet<TableName>, from: number, to: number) {
	const found = new Map<TableName, Map<Slot, Span>>();
	for (const change of way.changes(tables, from, to)) {
		let slots = found.get(change.table);
		if (!slots) found.set(change.table, (slots = new Map()));
		const span = slots.get(change.slot);
		if (span) span.last = change;
		else slots.set(change.slot, { first: change.before, last: change });
	}
	return found;
}

/** The records of some tables that may differ between two ways, each as it was and as both have it. */
export function touchedBy(
	a: Way,
	b: Way,
	fork: Checkpoint,
	ends: { readonly a: Checkpoint; readonly b: Checkpoint },
	tables: ReadonlySet<TableName>
): Touched[] {
	const onA = spans(a, tables, fork.op, ends.a.op);
	const onB = spans(b, tables, fork.op, ends.b.op);
	const touched: Touched[] = [];
	for (const table of tables) {
		const [rowsA, rowsB] = [onA.get(table), onB.get(table)];
		const slots = new Set([...(rowsA?.keys() ?? []), ...(rowsB?.keys() ?? [])]);
		for (const slot of [...slots].sort((x, y) => x - y)) {
			const [left, right] = [rowsA?.get(slot), rowsB?.get(slot)];
			const was = (left ?? right)!.first;
			touched.push({
				table,
				slot,
				was,
				a: left ? left.last.after : was,
				b: right ? right.last.after : was,
				lastA: left?.last ?? null,
				lastB: right?.last ?? null
			});
		}
	}
	return touched;
}

/** Whole tables as they were at a place of a way. */
export function tablesAt<T extends TableName>(way: Way, op: number, names: readonly T[]): Record<T, State[]> {
	const tables = Object.fromEntries(names.map((name) => [name, [] as State[]])) as Record<T, State[]>;
	const byNumber = tableNames.map((name) => tables[name as T] as State[] | undefined);
	way.each(new Set<TableName>(names), 0, op, (table, { slot, after }, index) => {
		byNumber[table]![slot[index]!] = after[index];
	});
	return tables;
}
