import type { Row, Slot } from '#lib/engine/base';
import { LateIndex } from './late-index';
import { SortedIndex } from './sorted-index';

interface Entry extends Row {
	readonly key: string;
}

/** Slots by key, where a row may have several keys: the addresses of a user. Made when somebody asks. */
export class MultiIndex<R extends Row> extends LateIndex<R> {
	#entries = newEntries();

	constructor(
		rows: () => Iterable<R>,
		readonly keys: (row: R) => readonly string[]
	) {
		super(rows);
	}

	get(key: string): readonly Slot[] {
		this.catchUp();
		return this.#entries.get(key);
	}

	protected learn(before: R | null | undefined, after: R | null | undefined): void {
		const was = before ? [...new Set(this.keys(before))] : none;
		const is = after ? [...new Set(this.keys(after))] : none;
		for (const key of was) if (!is.includes(key)) this.#entries.index(entry(before!, key), null);
		for (const key of is) if (!was.includes(key)) this.#entries.index(null, entry(after!, key));
	}

	protected clear(): void {
		this.#entries = newEntries();
	}
}

const none: readonly string[] = [];

function newEntries(): SortedIndex<Entry, string> {
	return new SortedIndex((entry) => entry.key);
}

function entry({ slot }: Row, key: string): Entry {
	return { slot, key };
}
