import * as z from 'zod/mini';
import type { UserRow } from '#lib/engine/source';
import { recycleMs } from '#lib/world/directory/recycle';
import { defineView, pageOf, search, window, type Page } from '../view';
import { containsText } from './match-text';
import { userListRow, type UserListRow } from './users';
import { needleOf } from '../search-text';

export interface DeletedUserRow extends UserListRow {
	/** C-227. */
	readonly purgeAt: number;
}

/** The recycle bin: the latest deletion first. */
export const deletedUsers = defineView(z.object({ search, ...window }), (world, asked): Page<DeletedUserRow> => {
	const all: UserRow[] = [];
	for (const row of world.tables.users.all()) if (row.softDeletedAt !== null) all.push(row);
	const needle = needleOf(asked.search);
	const found = all
		.filter((row) => !needle || containsText(row, needle))
		.sort((a, b) => b.softDeletedAt! - a.softDeletedAt! || a.slot - b.slot);
	return pageOf(found, all.length, asked, (row) => ({
		...userListRow(world, row),
		purgeAt: row.softDeletedAt! + recycleMs
	}));
});
