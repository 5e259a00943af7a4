import type { Row, Slot } from '#lib/engine/base';
import { grown } from './grow';
import type { TableIndex } from './tables';

/**
 * How many rows a key has; a row never changes its key. The key of each slot is remembered, so that a leap through time
 * need not look at the rows that come to nothing: they have left the processor's caches long ago.
 */
export class CountIndex<R extends Row> implements TableIndex {
	/** Keys by number, as they were met: their order tells nothing. */
	readonly #numbers = new Map<number, number>();
	readonly #counts: number[] = [];
	#numberOf = new Uint16Array(1024);

	constructor(readonly key: (row: R) => number) {}

	count(key: number): number {
		return this.#counts[this.#numbers.get(key)!] ?? 0;
	}

	index(before: Row | null | undefined, after: Row | null | undefined, slot: Slot): void {
		// Compared with nothing, and not asked whether they are true: that would look at the row.
		const was = before !== undefined && before !== null;
		const is = after !== undefined && after !== null;
		if (was === is) return;
		if (is) {
			const key = this.key(after as R);
			let number = this.#numbers.get(key);
			if (number === undefined) this.#numbers.set(key, (number = this.#counts.push(0) - 1));
			this.#numberOf = grown(this.#numberOf, slot + 1);
			this.#numberOf[slot] = number;
		}
		this.#counts[this.#numberOf[slot]!]! += is ? 1 : -1;
	}
}
