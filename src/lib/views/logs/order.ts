import { nameOf } from '../folds/history';
import type { LogRows } from '../folds/rows';

export const sortColumns = ['date', 'identity', 'action', 'status', 'target', 'cycle'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** For each identity its place in the alphabet; sorted once until another name appears. */
const ranks = new WeakMap<LogRows, { readonly entries: number; readonly rank: Uint32Array }>();

function identityRank(rows: LogRows): Uint32Array {
	const entries = rows.history.rows;
	const known = ranks.get(rows);
	if (known?.entries === entries.length) return known.rank;
	const names = new Map<number, string>();
	for (let at = 0; at < rows.n; at++) {
		const entry = rows.name[at]!;
		if (!names.has(entry)) names.set(entry, entries[entry] ? nameOf(entries[entry]).toLowerCase() : '');
	}
	const sorted = [...names].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
	const rank = new Uint32Array(entries.length);
	sorted.forEach(([entry], place) => (rank[entry] = place));
	ranks.set(rows, { entries: entries.length, rank });
	return rank;
}

function keyOf(rows: LogRows, by: SortColumn): (place: number) => number {
	switch (by) {
		case 'identity': {
			const rank = identityRank(rows);
			return (place) => rank[rows.name[place]!]!;
		}
		case 'action':
			return (place) => rows.action[place]!;
		case 'status':
			return (place) => rows.status[place]!;
		case 'target':
			return (place) => rows.app[place]!;
		case 'cycle':
			return (place) => rows.cycle[place]!;
		case 'date':
			return (place) => place;
	}
}

/** The same places in another order; rows that are equal in it stay newest first. */
export function ordered(rows: LogRows, places: Uint32Array, by: SortColumn, descending: boolean): Uint32Array {
	if (by === 'date') return descending ? places.slice().reverse() : places;
	const key = keyOf(rows, by);
	const way = descending ? -1 : 1;
	return places.slice().sort((a, b) => way * (key(a) - key(b)) || b - a);
}
