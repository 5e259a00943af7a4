import type { ConfigRow } from '#lib/engine/job/records';
import type { UserRow } from '#lib/engine/source';
import { equal } from '#lib/scim/equal';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import { amountWords, numberWords } from '../amounts';
import { historyOf } from '../folds/history';
import { EXISTENCE, stillBad, type RollbackFold } from './fold';
import { pathWords, valueWords } from './words';

/** Step 2 at a glance: one attribute, and where its last known good values come from. */
export interface FoundAttribute {
	readonly path: string;
	readonly name: string;
	readonly values: number;
	/** Still as the wrong operations left them. */
	readonly wrong: number;
	/** "24 values, equal to jobTitle in the source"; "21 values: True"; "Han Wei: Han, Zoë Müller: Zo, 22 empty". */
	readonly good: string;
	/** The source attribute that has all of them; null: only the old values of the log do (C-475). */
	readonly source: string | null;
	/** A mapping writes it again by itself. */
	readonly mapped: boolean;
	/** Still wrong, and written by no cycle: without a mapping, or empty before, which is not exported (C-216). */
	readonly byHand: number;
}

/** Scope and assignment decide on them, no attribute alone, even where one happens to be the same. */
const decided: ReadonlySet<string> = new Set([EXISTENCE, 'active']);

const NAMED = 3;

interface Entry {
	readonly user: number;
	readonly seq: number;
	readonly text: string;
}

export function* foundAttributes(world: World, { users }: ConfigRow, fold: RollbackFold): Steps<FoundAttribute[]> {
	const byPath = new Map<string, Entry[]>();
	const wrong = new Map<string, number>();
	const empty = new Map<string, number>();
	let looked = 0;
	for (const { user, values, seq } of fold.touched.values()) {
		if (looked++ % STEP === 0) yield looked;
		for (const value of values.values()) {
			if (equal(value.good, value.bad)) continue;
			const entry = { user, seq, text: valueWords(value.path, value.good) };
			const list = byPath.get(value.path);
			if (list) list.push(entry);
			else byPath.set(value.path, [entry]);
			if (!stillBad(value)) continue;
			wrong.set(value.path, (wrong.get(value.path) ?? 0) + 1);
			if (entry.text === '') empty.set(value.path, (empty.get(value.path) ?? 0) + 1);
		}
	}
	const found: FoundAttribute[] = [];
	for (const [path, entries] of byPath) {
		yield looked;
		const source = decided.has(path) ? null : sameInSource(world, entries);
		const mapped = users.attributes.some(({ target }) => target === path) && entries.some(({ text }) => text !== '');
		found.push({
			path,
			name: pathWords(path),
			values: entries.length,
			wrong: wrong.get(path) ?? 0,
			good: summary(world, entries, source),
			source,
			mapped,
			byHand: (mapped ? empty : wrong).get(path) ?? 0
		});
	}
	return found;
}

/** The attribute of the directory that has every old value, and has one at all. */
function sameInSource(world: World, entries: readonly Entry[]): string | null {
	const rows = entries.map(({ user, text }) => ({ row: world.tables.users.get(user) as UserRow | null, text }));
	const [first] = rows;
	if (!first?.row || rows.every(({ text }) => text === '')) return null;
	for (const name of Object.keys(first.row.attrs))
		if (rows.every(({ row, text }) => row !== null && valueWords('', (row.attrs[name] ?? undefined) as never) === text))
			return name;
	return null;
}

function summary(world: World, entries: readonly Entry[], source: string | null): string {
	const count = amountWords(entries.length, 'value');
	const [first] = entries;
	if (first && first.text !== '' && entries.every(({ text }) => text === first.text)) return `${count}: ${first.text}`;
	if (source) return `${count}, equal to ${source} in the source`;
	const set = entries.filter(({ text }) => text !== '');
	const history = historyOf(world.sim);
	const named = set.slice(0, NAMED).map(({ user, seq, text }) => `${history.name('users', user, seq)}: ${text}`);
	if (set.length > NAMED) named.push(`${numberWords(set.length - NAMED)} more`);
	if (entries.length > set.length) named.push(`${numberWords(entries.length - set.length)} empty`);
	return named.join(', ');
}
