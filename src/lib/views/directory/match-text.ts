import type { GroupRow, UserRow } from '#lib/engine/source';
import { searchable } from '../search-text';

const searched = ['displayName', 'userPrincipalName', 'mail', 'employeeId'] as const;

/** Whether one of the names of an object contains a text, in any letter case. */
export function containsText(row: UserRow | GroupRow, needle: string): boolean {
	for (const name of searched) {
		const value = row.attrs[name];
		if (typeof value === 'string' && searchable(value).includes(needle)) return true;
	}
	return row.id === needle;
}
