import * as z from 'zod/mini';
import { displayName } from '#lib/engine/source';
import { unpackSubject } from '#lib/world/core/facts';
import { defineView } from './view';

/** What people and groups are called, of the subjects that are asked for: what the timeline says of a mark. */
export const names = defineView(z.object({ of: z.array(z.int()) }), ({ tables }, { of }) => {
	const told: Record<number, string> = {};
	for (const subject of of) {
		const { table, slot } = unpackSubject(subject);
		const row = table === 'users' || table === 'groups' ? tables[table].get(slot) : null;
		if (row) told[subject] = displayName(row);
	}
	return told;
});
