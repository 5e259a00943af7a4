import { tableNames, type Row, type Slot, type TableName } from '#lib/engine/base';
import type { MemberRow } from '#lib/engine/source';
import type { Tape } from '../core/tape';

const pinned = new Set(
	['users', 'groups', 'members', 'workers', 'uploads'].map((name) => tableNames.indexOf(name as TableName))
);
const members = tableNames.indexOf('members');

/** What the directory's rows were at a place of the tape: the first value before each later change. */
export class Pins {
	readonly #rows = new Map<number, Row | null | undefined>();
	/** Memberships that changed since, in the order of the tape. */
	readonly memberships: MemberRow[] = [];
	/** The changes that were first, so that they can be forgotten again, the last one first. */
	readonly #ops: number[] = [];
	#scanned: number;

	constructor(
		readonly tape: Tape,
		readonly op: number
	) {
		this.#scanned = op;
	}

	/** Follows the tape to its cursor, on or back. */
	follow(): void {
		const { tape } = this;
		if (tape.cursor < this.#scanned) this.forget(tape.cursor);
		for (; this.#scanned < tape.cursor; this.#scanned++) {
			const table = tape.table[this.#scanned]!;
			if (!pinned.has(table)) continue;
			const key = keyAt(tape, this.#scanned);
			if (this.#rows.has(key)) continue;
			const before = tape.before[this.#scanned];
			this.#rows.set(key, before);
			this.#ops.push(this.#scanned);
			if (table === members) this.memberships.push((before ?? tape.after[this.#scanned]) as MemberRow);
		}
	}

	/** What lies from this place on does not count, before it is written over. */
	forget(from: number): void {
		while (this.#ops.length > 0 && this.#ops.at(-1)! >= from) {
			const op = this.#ops.pop()!;
			this.#rows.delete(keyAt(this.tape, op));
			if (this.tape.table[op] === members) this.memberships.pop();
		}
		this.#scanned = Math.max(this.op, Math.min(this.#scanned, from));
	}

	get empty(): boolean {
		return this.#rows.size === 0;
	}

	/** undefined in `found`: not changed since. */
	find(table: number, slot: Slot): { readonly row: Row | null | undefined } | undefined {
		const key = table * 2 ** 24 + slot;
		return this.#rows.has(key) ? { row: this.#rows.get(key) } : undefined;
	}
}

function keyAt({ table, slot }: Tape, op: number): number {
	return table[op]! * 2 ** 24 + slot[op]!;
}
