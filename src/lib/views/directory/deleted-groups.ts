import * as z from 'zod/mini';
import { recycleMs } from '#lib/world/directory/recycle';
import { defineView, pageOf, search, window, type Page } from '../view';
import { groupListRow, type GroupListRow } from './groups';
import { containsText } from './match-text';
import { needleOf } from '../search-text';

export interface DeletedGroupRow extends GroupListRow {
	/** C-237. */
	readonly purgeAt: number;
}

/** The Microsoft 365 groups in the recycle bin: the latest deletion first. */
export const deletedGroups = defineView(z.object({ search, ...window }), (world, asked): Page<DeletedGroupRow> => {
	const all = [...world.tables.groups.all()].filter(({ softDeletedAt }) => softDeletedAt !== null);
	const needle = needleOf(asked.search);
	const found = all
		.filter((row) => !needle || containsText(row, needle))
		.sort((a, b) => b.softDeletedAt! - a.softDeletedAt! || a.slot - b.slot);
	return pageOf(found, all.length, asked, (row) => ({
		...groupListRow(world, row),
		purgeAt: row.softDeletedAt! + recycleMs
	}));
});
