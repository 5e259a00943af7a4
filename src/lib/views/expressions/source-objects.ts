import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { appKey, defineView, search, slot } from '../view';
import { nameOf, Records, type SourceRow } from './records';
import { needleOf, searchable } from '../search-text';

export interface SourceChoice {
	readonly slot: Slot;
	readonly name: string;
	/** Tells people of one name apart. */
	readonly detail: string;
}

const shown = 30;
const details = ['userPrincipalName', 'WorkerID', 'PerPerson.personIdExternal', 'userName', 'mail'];

const args = z.object({
	app: z._default(z.nullable(appKey), null),
	object: z._default(z.enum(['users', 'groups']), 'users'),
	search,
	/** Comes first, as long as nobody is searched for. */
	chosen: z._default(z.nullable(slot), null)
});

/** With whom an expression may be tried: those in the scope of the application first. */
export const sourceObjects = defineView(args, (world, asked): readonly SourceChoice[] => {
	const records = new Records(world, asked.app, asked.object);
	const needle = needleOf(asked.search);
	const chosen = asked.chosen === null || needle ? null : records.row(asked.chosen);
	const found = new Map<Slot, SourceChoice>();
	for (const rows of [records.entitled(), records.rows()])
		for (const row of rows) {
			if (found.size === shown) break;
			if (row.slot === chosen?.slot || found.has(row.slot)) continue;
			const choice = choiceOf(row);
			if (!needle || searchable(`${choice.name} ${choice.detail}`).includes(needle)) found.set(row.slot, choice);
		}
	return [...(chosen ? [choiceOf(chosen)] : []), ...found.values()];
});

function choiceOf(row: SourceRow): SourceChoice {
	const detail = details.map((name) => row.attrs[name]).find((text) => typeof text === 'string');
	return { slot: row.slot, name: nameOf(row), detail: typeof detail === 'string' ? detail : '' };
}
