import type { Slot } from '#lib/engine/base';

const size = 1024;

/** Its place in its page; keys may be negative: nobody's job is -1. */
const placeOf = (key: number) => key - Math.floor(key / size) * size;

/** One slot for a key, or a list of them. */
export type Entry = Slot | Slot[];

/**
 * A map from numbers to slots, for keys that lie close together: pages of numbers take less memory than the entries of a
 * map, and one is found without a walk through them.
 */
export class SlotMap {
	/** One above the slot; 0 is none, and -1 a list. */
	readonly #pages = new Map<number, Int32Array>();
	readonly #lists = new Map<number, Slot[]>();
	/** The page that was asked for last. */
	#number = -1;
	#page: Int32Array | undefined;

	get(key: number): Entry | undefined {
		const page = this.#pageOf(key);
		if (!page) return undefined;
		const value = page[placeOf(key)]!;
		return value > 0 ? value - 1 : value === 0 ? undefined : this.#lists.get(key);
	}

	/** A list stays one until it is deleted. */
	set(key: number, entry: Entry): void {
		let page = this.#pageOf(key);
		if (!page) this.#pages.set(this.#number, (page = this.#page = new Int32Array(size)));
		const isList = typeof entry === 'object';
		if (isList) this.#lists.set(key, entry);
		page[placeOf(key)] = isList ? -1 : entry + 1;
	}

	delete(key: number): void {
		this.#lists.delete(key);
		const page = this.#pageOf(key);
		if (page) page[placeOf(key)] = 0;
	}

	#pageOf(key: number): Int32Array | undefined {
		const number = Math.floor(key / size);
		if (number !== this.#number) {
			this.#number = number;
			this.#page = this.#pages.get(number);
		}
		return this.#page;
	}
}
