import type { Snippet } from 'svelte';
import type { Mark, Tone } from '../marks/table';

export interface CellMark {
	mark: Mark;
	tone: Tone;
}

/** A column as data. */
export interface Column<R> {
	id: string;
	head: string;
	/** What the cell says; also what is copied, exported and sorted by. */
	text: (row: R) => string;
	/** A grid track: "minmax(8rem, 2fr)", "7rem". */
	width?: string;
	/** Times and numbers stand right. */
	align?: 'start' | 'end';
	/** The identity is ink, systems and times are quiet. */
	tone?: 'ink' | 'quiet';
	/** The row's name: it is 600 when the row is selected. */
	identity?: boolean;
	mark?: (row: R) => CellMark | undefined;
	/** Draws the cell instead of its text. */
	cell?: Snippet<[R]>;
	/** What it is sorted by instead of its text; false: it cannot be sorted. */
	order?: ((row: R) => number | string) | false;
	/** Shown only in windows from this many px on. */
	from?: number;
	mono?: boolean;
	/** Its place in the two lines of a phone; without one it is left out there. */
	phone?: 'title' | 'facts' | 'time' | 'status';
}

export interface Sorting {
	column: string;
	down: boolean;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in the order of a column; equal rows keep their order. */
export function sorted<R>(rows: readonly R[], columns: readonly Column<R>[], by: Sorting | null): readonly R[] {
	const column = by && columns.find((candidate) => candidate.id === by.column);
	if (!column || column.order === false) return rows;
	const order = column.order || column.text;
	const sign = by.down ? -1 : 1;
	return rows.toSorted((a, b) => {
		const [x, y] = [order(a), order(b)];
		if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
		return sign * collator.compare(String(x), String(y));
	});
}

/** A click on a head: up, down, and back to the order in which the rows came. */
export function nextSorting(by: Sorting | null, column: string): Sorting | null {
	if (by?.column !== column) return { column, down: false };
	return by.down ? null : { column, down: true };
}
