import type { Row, Slot } from '#lib/engine/base';
import { LateIndex } from './late-index';
import { SortedIndex } from './sorted-index';

/** A sorted index that is made, and catches up, when somebody asks. */
export class LazyIndex<R extends Row, K extends string | number> extends LateIndex<R> {
	#sorted: SortedIndex<R, K>;

	constructor(
		rows: () => Iterable<R>,
		readonly key: (row: R) => K | null
	) {
		super(rows);
		this.#sorted = new SortedIndex(key);
	}

	get(key: K): readonly Slot[] {
		this.catchUp();
		return this.#sorted.get(key);
	}

	count(key: K): number {
		this.catchUp();
		return this.#sorted.count(key);
	}

	first(key: K): Slot | undefined {
		this.catchUp();
		return this.#sorted.first(key);
	}

	protected learn(before: R | null | undefined, after: R | null | undefined): void {
		this.#sorted.index(before, after);
	}

	protected clear(): void {
		this.#sorted = new SortedIndex(this.key);
	}
}
