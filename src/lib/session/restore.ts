import type { Checkpoint } from '#lib/world';
import { replay } from '#lib/world/recording';
import { blankWorld, type World } from '#lib/world/world';
import type { LoadedSession } from './store';

/** Brings a stored session back: every change is done again, and so the way back is known again too. */
export function restore({ session, entries }: LoadedSession): { world: World; stored: Checkpoint } {
	const world = blankWorld(session.options);
	replay(world, entries);
	const { end, here } = session.place;
	const { ledger } = world.sim;
	const last = ledger.boundaries.length - 1;
	const now = ledger.boundaries[last]!;
	if (end && end.seq === now.seq && end.op === now.op) {
		ledger.boundaries[last] = end;
		ledger.seek(last);
	}
	if (here !== null && here < last) ledger.seek(here);
	return { world, stored: now };
}
