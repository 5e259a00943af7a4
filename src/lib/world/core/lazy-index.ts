import type { Row, Slot } from '#lib/engine/base';
import { SortedIndex } from './sorted-index';
import type { TableIndex } from './tables';

/**
 * A sorted index that is made when somebody asks: most sandboxes never ask for most of them, and a leap through time
 * costs less when it need not be kept on the way.
 */
export class LazyIndex<R extends Row, K extends string | number> implements TableIndex {
	#made: SortedIndex<R, K> | null = null;

	constructor(
		readonly rows: () => Iterable<R>,
		readonly key: (row: R) => K | null
	) {}

	get(key: K): readonly Slot[] {
		return this.#index().get(key);
	}

	count(key: K): number {
		return this.#index().count(key);
	}

	first(key: K): Slot | undefined {
		return this.#index().first(key);
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		this.#made?.index(before, after);
	}

	forget(): void {
		this.#made = null;
	}

	#index(): SortedIndex<R, K> {
		if (this.#made) return this.#made;
		const made = new SortedIndex<R, K>(this.key);
		for (const row of this.rows()) made.index(null, row);
		return (this.#made = made);
	}
}
