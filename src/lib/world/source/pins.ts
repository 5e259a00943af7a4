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
	#scanned: number;
	readonly #cuts: number;

	constructor(
		readonly tape: Tape,
		readonly op: number
	) {
		this.#scanned = op;
		this.#cuts = tape.cuts;
	}

	/** Follows the tape to its cursor. Behind it, or once it was cut, nothing is known any more: a new one is needed. */
	follow(): boolean {
		const { tape } = this;
		if (tape.cursor < this.#scanned || tape.cuts !== this.#cuts) return false;
		for (; this.#scanned < tape.cursor; this.#scanned++) {
			const table = tape.table[this.#scanned]!;
			if (!pinned.has(table)) continue;
			const key = table * 2 ** 24 + tape.slot[this.#scanned]!;
			if (this.#rows.has(key)) continue;
			const before = tape.before[this.#scanned];
			this.#rows.set(key, before);
			if (table === members) this.memberships.push((before ?? tape.after[this.#scanned]) as MemberRow);
		}
		return true;
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
