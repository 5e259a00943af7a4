import type { Row } from '#lib/engine/base';
import type { TableIndex } from './tables';

/** How many rows a key has: cheap enough to be kept on every leap through time. */
export class CountIndex<R extends Row> implements TableIndex {
	readonly #counts = new Map<number, number>();

	/** `key` gives the row's key, or null for a row that does not count. */
	constructor(readonly key: (row: R) => number | null) {}

	count(key: number): number {
		return this.#counts.get(key) ?? 0;
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		const was = before ? this.key(before as R) : null;
		const is = after ? this.key(after as R) : null;
		if (was === is) return;
		if (was !== null) this.#counts.set(was, this.#counts.get(was)! - 1);
		if (is !== null) this.#counts.set(is, this.count(is) + 1);
	}
}
