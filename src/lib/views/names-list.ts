import * as z from 'zod/mini';
import { tableNames } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import { defineView } from './view';

/** The names of all users and groups by slot: what the timeline says of a mark without asking. */
export const names = defineView(z.object({ users: z.optional(z.number()) }), ({ tables }) => ({
	tables: { users: tableNames.indexOf('users'), groups: tableNames.indexOf('groups') },
	users: Array.from({ length: tables.users.next }, (_, slot) => nameAt(tables.users.get(slot))),
	groups: Array.from({ length: tables.groups.next }, (_, slot) => nameAt(tables.groups.get(slot)))
}));

function nameAt(row: Parameters<typeof displayName>[0] | null): string {
	return row ? displayName(row) : '';
}
