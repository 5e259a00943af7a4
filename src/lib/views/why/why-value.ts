import * as z from 'zod/mini';
import { lastChange, versionsOf } from '#lib/world';
import { packSubject } from '#lib/world/core/facts';
import { valuesOf } from '../person/writes';
import { defineView, slot } from '../view';

const args = z.object({
	table: z.enum(['users', 'groups', 'adUsers', 'adGroups', 'workers', 'accounts']),
	slot,
	/** The attribute; without it the row as a whole. */
	name: z.optional(z.string().check(z.maxLength(200)))
});

/** The fact that gave a value what it is; null: it has been so since the company began, or there is no such row. */
export const whyValue = defineView(args, (world, { table, slot, name }): number | null => {
	const { facts } = world.sim.ledger;
	const changed = lastChange(world.sim, versionsOf(world.sim, table, slot), (row) => {
		const values = valuesOf(table, row);
		return name === undefined ? values : values[name];
	});
	if (!changed) return null;
	const end = world.checkpoint().seq;
	// What changes a row is told right after it was written, or right before.
	const isAfter = changed.seq < end && facts.subject[changed.seq] === packSubject(table, slot);
	return isAfter ? changed.seq : Math.min(table === 'accounts' ? changed.seq : changed.seq - 1, end - 1);
});
