import type { Slot } from '#lib/engine/base';
import type { World } from '#lib/world';

export interface LinkCounts {
	readonly users: number;
	readonly groups: number;
}

const cache = new WeakMap<
	World,
	Map<Slot, { readonly op: number; readonly here: number; readonly counts: LinkCounts }>
>();

/** C-446 to C-448: links since the last reset, tombstones too, so that the numbers never fall. */
export function linkCounts(world: World, job: Slot): LinkCounts {
	const { ledger } = world.sim;
	let known = cache.get(world);
	if (!known) cache.set(world, (known = new Map()));
	const { chain: here } = ledger.now;
	const before = known.get(job);
	if (before?.op === ledger.tape.cursor && before.here === here) return before.counts;
	const counts = { users: 0, groups: 0 };
	const slots = world.tables.everyLinkByJob.get(job);
	for (const slot of slots) {
		if (world.tables.links.get(slot)!.kind === 'user') counts.users++;
		else counts.groups++;
	}
	known.set(job, { op: ledger.tape.cursor, here, counts });
	return counts;
}
