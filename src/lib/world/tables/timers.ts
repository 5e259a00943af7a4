import type { Row, Slot } from '#lib/engine/base';
import type { TableIndex } from '../core/tables';
import type { TimerRow } from './rows';

/** Timers in the order in which they fall due; ties by slot. */
export class TimerIndex implements TableIndex {
	readonly #rows: TimerRow[] = [];

	get first(): TimerRow | undefined {
		return this.#rows[0];
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		if (before) this.#rows.splice(this.#place(before as TimerRow), 1);
		if (after) this.#rows.splice(this.#place(after as TimerRow), 0, after as TimerRow);
	}

	#place({ due, slot }: { due: number; slot: Slot }): number {
		let low = 0;
		let high = this.#rows.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const row = this.#rows[middle]!;
			if (row.due < due || (row.due === due && row.slot < slot)) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
