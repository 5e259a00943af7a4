import { tableNames, type Row, type Seq, type Slot } from '#lib/engine/base';
import { grown } from './grow';
import type { Cutter, Place } from './rest';
import type { Table } from './tables';

/** A piece of tape that was cut off: everything that is needed to play it again. */
export interface TapeTail {
	readonly table: Uint8Array;
	readonly slot: Uint32Array;
	readonly seq: Uint32Array;
	readonly before: readonly (Row | null | undefined)[];
	readonly after: readonly (Row | null)[];
}

/** So many changes are a leap: fewer are followed one by one. */
const FAR = 2_000;

/** The changes on a way that nothing later on it covers, the last one first. */
function lastOf(tape: Tape, from: number, to: number, isBack: boolean): Uint32Array {
	const { table, slot } = tape;
	const seen = tape.tables.map(({ rows }) => new Uint8Array(rows.length));
	const found = new Uint32Array(to - from);
	let n = 0;
	for (let step = 0; step < to - from; step++) {
		const op = isBack ? from + step : to - 1 - step;
		const ofTable = seen[table[op]!]!;
		if (ofTable[slot[op]!]) continue;
		ofTable[slot[op]!] = 1;
		found[n++] = op;
	}
	return found.subarray(0, n);
}

/** A loop of its own, as in `Table.fill`: what comes behind a long loop is not known to the compiler yet, which would begin anew each time. */
function lay({ slot, before, after }: Tape, at: number, from: Slot, rows: readonly (Row | null)[]): void {
	for (let n = 0; n < rows.length; n++) {
		slot[at + n] = from + n;
		before[at + n] = undefined;
		after[at + n] = rows[n]!;
	}
}

/** Before and after of every change, by reference: any moment is a walk along it. */
export class Tape implements Place<TapeTail> {
	n = 0;
	cursor = 0;
	/** How often it was cut: who followed it until then has to look again. */
	cuts = 0;
	/** Hears where it is cut, before anything else is written there. */
	watcher: ((from: number) => void) | null = null;
	table = new Uint8Array(1024);
	slot = new Uint32Array(1024);
	seq = new Uint32Array(1024);
	before: (Row | null | undefined)[] = [];
	after: (Row | null)[] = [];
	guard = Infinity;
	cutter: Cutter<TapeTail> | null = null;

	constructor(readonly tables: readonly Table[]) {}

	/** Writes a change and applies it. The cursor stands at the end: who acts in the past cuts the tape first. */
	write(table: number, slot: Slot, seq: Seq, after: Row | null): void {
		if (this.cursor !== this.n) throw new Error('the tape is not at its end: fork before writing');
		const n = this.n;
		if (n >= this.guard) this.cutter!.clear(n + 1);
		if (n === this.table.length) this.room(n + 1);
		this.table[n] = table;
		this.slot[n] = slot;
		this.seq[n] = seq;
		this.before[n] = this.tables[table]!.rows[slot];
		this.after[n] = after;
		this.n = this.cursor = n + 1;
		this.tables[table]!.set(slot, after);
	}

	/** Writes a row into each slot from this one on. */
	fill(table: number, from: Slot, seq: Seq, rows: readonly (Row | null)[]): void {
		if (this.cursor !== this.n) throw new Error('the tape is not at its end: fork before writing');
		const { n } = this;
		const end = n + rows.length;
		if (end > this.guard) this.cutter!.clear(end);
		this.room(end);
		this.table.fill(table, n, end);
		this.seq.fill(seq, n, end);
		lay(this, n, from, rows);
		this.n = this.cursor = end;
		this.tables[table]!.fill(from, rows);
	}

	/** Moves the tables to the state after the first `to` changes. */
	seek(to: number): void {
		if (Math.abs(to - this.cursor) > FAR) this.#leap(to);
		while (this.cursor > to) this.#apply(--this.cursor, this.before);
		while (this.cursor < to) this.#apply(this.cursor++, this.after);
	}

	#apply(op: number, rows: Tape['before']): void {
		this.tables[this.table[op]!]!.set(this.slot[op]!, rows[op]);
	}

	/** Sets each row only to what it is at the end of the way: the row of a cycle changes with every object. */
	#leap(to: number): void {
		const isBack = to < this.cursor;
		const changes = lastOf(this, Math.min(to, this.cursor), Math.max(to, this.cursor), isBack);
		// In the order of the way, so that the slots of a list come and go at its end.
		for (let last = changes.length - 1; last >= 0; last--)
			this.#apply(changes[last]!, isBack ? this.before : this.after);
		this.cursor = to;
	}

	/** Takes off what lies behind the cursor, for good. */
	trim(): void {
		this.cuts++;
		this.watcher?.(this.cursor);
		this.n = this.cursor;
		if (!this.cutter?.holds) this.before.length = this.after.length = this.n;
	}

	room(needed: number): void {
		this.table = grown(this.table, needed);
		this.slot = grown(this.slot, needed);
		this.seq = grown(this.seq, needed);
	}

	tableName(op: number) {
		return tableNames[this.table[op]!]!;
	}
}
