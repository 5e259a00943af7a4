import { tableNames, type Row, type Slot, type TableName } from '#lib/engine/base';

/**
 * Derived look-ups of one table. Called for every change, forwards and backwards, and nowhere else; never where there is
 * no row before nor after, as when a leap passes one that came and went.
 */
export interface TableIndex {
	index(before: Row | null | undefined, after: Row | null | undefined, slot: Slot): void;
}

function append<R>(rows: (R | null | undefined)[], from: Slot, more: readonly (R | null)[]): void {
	for (let at = 0; at < more.length; at++) rows[from + at] = more[at];
}

function learn<R extends Row>(index: TableIndex, from: Slot, rows: readonly (R | null)[]): void {
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at];
		if (row) index.index(undefined, row, from + at);
	}
}

export class Table<R extends Row = Row> {
	/** undefined: never was; null: gone, not reused. */
	readonly rows: (R | null | undefined)[] = [];
	/** The next free slot at the present cursor. */
	next: Slot = 0;
	readonly indexes: TableIndex[] = [];

	get(slot: Slot): R | null {
		return this.rows[slot] ?? null;
	}

	/** Sets the row and keeps the indexes; only the tape calls it. */
	set(slot: Slot, row: R | null | undefined): void {
		const before = this.rows[slot];
		this.rows[slot] = row;
		if (row === undefined) this.next = Math.min(this.next, slot);
		else if (slot >= this.next) this.next = slot + 1;
		if (before || row) for (const index of this.indexes) index.index(before, row, slot);
	}

	/** Sets rows into the next slots; only the tape calls it. */
	fill(from: Slot, rows: readonly (R | null)[]): void {
		append(this.rows, from, rows);
		this.next = from + rows.length;
		for (const index of this.indexes) learn(index, from, rows);
	}

	/** The rows that are there, in the order of their slots. */
	*all(): Generator<R> {
		for (let slot = 0; slot < this.next; slot++) {
			const row = this.rows[slot];
			if (row) yield row;
		}
	}
}

export const tableNumber: ReadonlyMap<TableName, number> = new Map(tableNames.map((name, number) => [name, number]));
