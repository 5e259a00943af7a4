import { tableNames, type Slot } from '#lib/engine/base';
import type { LinkRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';

const linksTable = tableNames.indexOf('links');

/** When each link was made or last changed between managed and let go: one walk along the tape for all of them. */
export function linkedSince(world: World, links: readonly (LinkRow | null)[]): ReadonlyMap<Slot, number> {
	const wanted = new Set<Slot>();
	for (const link of links) if (link) wanted.add(link.slot);
	const since = new Map<Slot, number>();
	if (wanted.size === 0) return since;
	const { tape, facts } = world.sim.ledger;
	const { op: end, seq: told } = world.checkpoint();
	for (let op = 0; op < end; op++) {
		if (tape.table[op] !== linksTable || !wanted.has(tape.slot[op]!)) continue;
		const before = tape.before[op] as LinkRow | null | undefined;
		const after = tape.after[op] as LinkRow | null;
		if (!after || (before && before.managed === after.managed && before.gone === after.gone)) continue;
		// A link is written when its unit has told everything.
		since.set(after.slot, facts.at[Math.max(0, Math.min(tape.seq[op]!, told) - 1)]!);
	}
	return since;
}
