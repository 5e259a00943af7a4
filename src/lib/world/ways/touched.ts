import { tableNames, type Row, type Slot, type TableName } from '#lib/engine/base';
import type { Steps } from '#lib/tenant/sample/steps';
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

/** So many changes between two looks around. */
const AT_ONCE = 10_000;

interface Span {
	first: State;
	last: Change;
}

/** What was written on a way between the fork and a moment: the first state of each record and its last change. */
function* spans(
	way: Way,
	tables: ReadonlySet<TableName>,
	from: number,
	to: number
): Steps<Map<TableName, Map<Slot, Span>>> {
	const found = new Map<TableName, Map<Slot, Span>>();
	for (let op = from; op < to; op += AT_ONCE) {
		yield op;
		for (const change of way.changes(tables, op, Math.min(to, op + AT_ONCE))) {
			let slots = found.get(change.table);
			if (!slots) found.set(change.table, (slots = new Map()));
			const span = slots.get(change.slot);
			if (span) span.last = change;
			else slots.set(change.slot, { first: change.before, last: change });
		}
	}
	return found;
}

/** The records of some tables that may differ between two ways, each as it was and as both have it: in steps. */
export function* touchedBy(
	a: Way,
	b: Way,
	fork: Checkpoint,
	ends: { readonly a: Checkpoint; readonly b: Checkpoint },
	tables: ReadonlySet<TableName>
): Steps<Touched[]> {
	const onA = yield* spans(a, tables, fork.op, ends.a.op);
	const onB = yield* spans(b, tables, fork.op, ends.b.op);
	const touched: Touched[] = [];
	for (const table of tables) {
		const [rowsA, rowsB] = [onA.get(table), onB.get(table)];
		const slots = new Set([...(rowsA?.keys() ?? []), ...(rowsB?.keys() ?? [])]);
		for (const slot of Uint32Array.from(slots).sort()) {
			if (touched.length % AT_ONCE === 0) yield touched.length;
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

/** Whole tables as they were at a place of a way: in steps. */
export function* tablesAt<T extends TableName>(way: Way, op: number, names: readonly T[]): Steps<Record<T, State[]>> {
	const tables = Object.fromEntries(names.map((name) => [name, [] as State[]])) as Record<T, State[]>;
	const byNumber = tableNames.map((name) => tables[name as T] as State[] | undefined);
	const wanted = new Set<TableName>(names);
	for (let from = 0; from < op; from += AT_ONCE) {
		yield from;
		way.each(wanted, from, Math.min(op, from + AT_ONCE), (table, { slot, after }, index) => {
			byNumber[table]![slot[index]!] = after[index];
		});
	}
	return tables;
}
