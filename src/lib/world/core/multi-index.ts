import type { Row, Slot } from '#lib/engine/base';
import { SortedIndex } from './sorted-index';
import type { TableIndex } from './tables';

interface Entry extends Row {
	readonly key: string;
}

/** Slots by key, where a row may have several keys: the addresses of a user. Made when somebody asks. */
export class MultiIndex<R extends Row> implements TableIndex {
	#entries: SortedIndex<Entry, string> | null = null;

	constructor(
		readonly rows: () => Iterable<R>,
		readonly keys: (row: R) => readonly string[]
	) {}

	get(key: string): readonly Slot[] {
		if (!this.#entries) {
			this.#entries = new SortedIndex<Entry, string>((entry) => entry.key);
			for (const row of this.rows()) this.index(null, row);
		}
		return this.#entries.get(key);
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		if (!this.#entries) return;
		const was = before ? [...new Set(this.keys(before as R))] : none;
		const is = after ? [...new Set(this.keys(after as R))] : none;
		for (const key of was) if (!is.includes(key)) this.#entries.index(entry(before!, key), null);
		for (const key of is) if (!was.includes(key)) this.#entries.index(null, entry(after!, key));
	}
}

const none: readonly string[] = [];

function entry({ slot }: Row, key: string): Entry {
	return { slot, key };
}
