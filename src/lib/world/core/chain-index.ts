import type { Row, Slot } from '#lib/engine/base';
import { grown } from './grow';
import type { TableIndex } from './tables';

/**
 * Slots by key, each list in the order of the slots, for keys that are small numbers and lists that are short: chained
 * through typed arrays, where a map of lists would be half a million objects for the members of a large company.
 */
export class ChainIndex<R extends Row> implements TableIndex {
	/** The first and the last slot of a key's list, and the slot after each; all one too high, so that 0 is none. */
	#first = new Uint32Array(1024);
	#last = new Uint32Array(1024);
	#next = new Uint32Array(1024);

	/** `key` gives the row's key, or null for a row that is not to be found here. */
	constructor(readonly key: (row: R) => number | null) {}

	get(key: number): readonly Slot[] {
		const slots: Slot[] = [];
		for (let at = this.#first[key] ?? 0; at !== 0; at = this.#next[at]!) slots.push(at - 1);
		return slots;
	}

	first(key: number): Slot | undefined {
		return this.#first[key] ? this.#first[key] - 1 : undefined;
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		const was = before ? this.key(before as R) : null;
		const is = after ? this.key(after as R) : null;
		if (was === is) return;
		if (was !== null) this.#remove(was, before!.slot + 1);
		if (is !== null) this.#add(is, after!.slot + 1);
	}

	#add(key: number, at: number): void {
		if (key >= this.#first.length) {
			this.#first = grown(this.#first, key + 1);
			this.#last = grown(this.#last, key + 1);
		}
		if (at >= this.#next.length) this.#next = grown(this.#next, at + 1);
		const last = this.#last[key]!;
		// Nearly everything comes in the order of the slots.
		const before = last < at ? last : this.#before(key, at);
		const after = before === 0 ? this.#first[key]! : this.#next[before]!;
		if (before === 0) this.#first[key] = at;
		else this.#next[before] = at;
		this.#next[at] = after;
		if (after === 0) this.#last[key] = at;
	}

	#remove(key: number, at: number): void {
		const before = this.#before(key, at);
		const after = this.#next[at]!;
		if (before === 0) this.#first[key] = after;
		else this.#next[before] = after;
		this.#next[at] = 0;
		if (after === 0) this.#last[key] = before;
	}

	/** The last one of the list that comes before this slot. */
	#before(key: number, at: number): number {
		let before = 0;
		for (let next = this.#first[key]!; next !== 0 && next < at; next = this.#next[next]!) before = next;
		return before;
	}
}
