import { rowActions, rowStatuses } from '#lib/engine/steps/log-row';
import type { Row } from '#lib/engine/base';
import { idOf, nameOf } from '../folds/history';
import type { LogRows } from '../folds/rows';
import { actionWords, statusWords } from '../words';
import { isLate, type Late } from './late';
import { needleOf, searchable } from '../search-text';

/** What the log is narrowed to; null or empty: everything. */
export interface LogQuery {
	readonly app: number | null;
	readonly cycle: number | null;
	readonly statuses: readonly string[];
	readonly actions: readonly string[];
	readonly code: number | null;
	readonly object: number | null;
	/** A part of the display name or of the source id. */
	readonly identity: string;
	readonly since: number | null;
	readonly until: number | null;
	readonly includeHidden: boolean;
	readonly late: Late | null;
}

function lookup<N extends string>(
	names: readonly N[],
	words: Record<N, string>,
	wanted: readonly string[]
): Uint8Array {
	const chosen = new Uint8Array(names.length);
	names.forEach((name, at) => {
		if (wanted.length === 0 || wanted.includes(words[name])) chosen[at] = 1;
	});
	return chosen;
}

/** The identities that contain a text, by entry of the history; looked up once for each text. */
class IdentitySearch {
	#needle = '';
	#hits = new Int8Array(0);

	/** 0: not looked at, 1: contains it, -1: does not. */
	hits(needle: string, entries: number): Int8Array {
		if (needle !== this.#needle || this.#hits.length < entries) {
			const kept = needle === this.#needle ? this.#hits : new Int8Array(0);
			this.#hits = new Int8Array(entries);
			this.#hits.set(kept);
			this.#needle = needle;
		}
		return this.#hits;
	}
}

const searches = new WeakMap<LogRows, IdentitySearch>();

function contains(row: Row | undefined, needle: string): boolean {
	return row !== undefined && (searchable(nameOf(row)).includes(needle) || idOf(row).includes(needle));
}

/** The places of the rows that pass, oldest first: columns, compared one number at a time. */
export function placesOf(rows: LogRows, query: LogQuery, seq: number): Uint32Array {
	const n = rows.before(seq);
	const statuses = lookup(rowStatuses, statusWords, query.statuses);
	const actions = lookup(rowActions, actionWords, query.actions);
	const needle = needleOf(query.identity);
	const entries = rows.history.rows;
	let search = searches.get(rows);
	if (!search) searches.set(rows, (search = new IdentitySearch()));
	const hits = search.hits(needle, entries.length);
	const { app, cycle, code, object, since, until, includeHidden, late } = query;
	const places = new Uint32Array(n);
	let found = 0;
	for (let at = 0; at < n; at++) {
		if (!includeHidden && rows.hidden[at]) continue;
		if (!statuses[rows.status[at]!] || !actions[rows.action[at]!]) continue;
		if (app !== null && rows.app[at] !== app) continue;
		if (cycle !== null && rows.cycle[at] !== cycle) continue;
		if (code !== null && rows.code[at] !== code) continue;
		if (object !== null && rows.subject[at] !== object) continue;
		if (since !== null && rows.at[at]! < since) continue;
		if (until !== null && rows.at[at]! > until) continue;
		if (isLate(late, rows, at)) continue;
		if (needle) {
			const entry = rows.name[at]!;
			if (hits[entry] === 0) hits[entry] = contains(entries[entry], needle) ? 1 : -1;
			if (hits[entry] !== 1) continue;
		}
		places[found++] = at;
	}
	return places.subarray(0, found);
}
