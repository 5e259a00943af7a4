import type { Row, Slot } from '#lib/engine/base';
import { SlotMap, type Entry } from './slot-map';
import type { TableIndex } from './tables';

const none: readonly Slot[] = [];

/** What a map and a slot map have in common. */
interface Entries<K> {
	get(key: K): Entry | undefined;
	set(key: K, entry: Entry): void;
	delete(key: K): void;
}

function entriesFor<K extends string | number>(key: K): Entries<K> {
	return (typeof key === 'number' ? new SlotMap() : new Map<string, Entry>()) as Entries<K>;
}

/** Slots by key, each list in the order of the slots: undoing and adding again gives the same order. */
export class SortedIndex<R extends Row, K extends string | number> implements TableIndex {
	/** Most keys have one row: then the slot stands for the list, which saves most of the memory. */
	#lists: Entries<K> | undefined;

	/** `key` gives the row's key, or null for a row that is not to be found here. */
	constructor(readonly key: (row: R) => K | null) {}

	get(key: K): readonly Slot[] {
		const list = this.#lists?.get(key);
		return list === undefined ? none : typeof list === 'number' ? [list] : list;
	}

	count(key: K): number {
		const list = this.#lists?.get(key);
		return list === undefined ? 0 : typeof list === 'number' ? 1 : list.length;
	}

	first(key: K): Slot | undefined {
		const list = this.#lists?.get(key);
		return typeof list === 'object' ? list[0] : list;
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		const was = before ? this.key(before as R) : null;
		const is = after ? this.key(after as R) : null;
		if (was === is) return;
		if (was !== null) this.#remove(was, before!.slot);
		if (is !== null) this.#add(is, after!.slot);
	}

	#add(key: K, slot: Slot): void {
		const lists = (this.#lists ??= entriesFor(key));
		const list = lists.get(key);
		if (list === undefined) lists.set(key, slot);
		else if (typeof list === 'number') lists.set(key, list < slot ? [list, slot] : [slot, list]);
		else if (list[list.length - 1]! < slot) list.push(slot);
		else list.splice(place(list, slot), 0, slot);
	}

	#remove(key: K, slot: Slot): void {
		const lists = this.#lists!;
		const list = lists.get(key)!;
		if (typeof list === 'number' || list.length === 1) lists.delete(key);
		else if (list[list.length - 1] === slot) list.pop();
		else list.splice(place(list, slot), 1);
	}
}

function place(list: readonly Slot[], slot: Slot): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (list[middle]! < slot) low = middle + 1;
		else high = middle;
	}
	return low;
}
