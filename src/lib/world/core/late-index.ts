import type { Row } from '#lib/engine/base';
import type { TableIndex } from './tables';

type Side<R> = R | null | undefined;

/** So many missed changes are no reason to make a look-up anew, however small it is. */
const FEW = 1000;

/**
 * A look-up that is made when somebody asks, and hears of what has changed since when somebody asks again: most
 * sandboxes never ask for most of them, and going through time costs less when they need not be kept on the way. One that
 * has missed too much is let go and made from the rows.
 */
export abstract class LateIndex<R extends Row> implements TableIndex {
	/** Before and after, in turn; null: it is not made. The list is used again: emptied, it would have to be made anew. */
	#missed: Side<R>[] | null = null;
	#count = 0;
	#most = 0;

	constructor(readonly rows: () => Iterable<R>) {}

	/** Learns of one change; also of every row that is there when it is made. */
	protected abstract learn(before: Side<R>, after: Side<R>): void;

	/** Forgets all that it has learned. */
	protected abstract clear(): void;

	/** Before every look. */
	protected catchUp(): void {
		const missed = this.#missed;
		if (!missed) {
			let n = 0;
			for (const row of this.rows()) {
				this.learn(null, row);
				n++;
			}
			this.#most = 2 * Math.max(FEW, n / 4);
			this.#missed = [];
		} else if (this.#count > 0) {
			for (let at = 0; at < this.#count; at += 2) this.learn(missed[at], missed[at + 1]);
			this.#count = 0;
			if (missed.length > FEW) missed.length = 0;
		}
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		const missed = this.#missed;
		if (!missed) return;
		if (this.#count < this.#most) {
			missed[this.#count++] = before as R;
			missed[this.#count++] = after as R;
		} else {
			this.#missed = null;
			this.#count = 0;
			this.clear();
		}
	}
}
