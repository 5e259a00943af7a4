import type { Ms, Seq, Slot } from '#lib/engine/base';
import type { Simulation } from '../simulation';
import { setGranted } from './change';

const hour = 3_600_000;

export function nextFullHour(now: Ms): Ms {
	return Math.floor(now / hour) * hour + hour;
}

export function propagationPending(sim: Simulation, account: Slot): boolean {
	for (const timer of sim.tables.timers.all())
		if (timer.what === 'ad.propagate' && timer.subject === account) return true;
	return false;
}

/** H-282: every hour the directory puts the rights of a protected object back to what they were. */
export function propagate(sim: Simulation, account: Slot, cause: Seq): void {
	const row = sim.tables.adUsers.get(account);
	if (row?.granted && row.attrs.adminCount === 1)
		setGranted(sim, account, false, 'rights of a protected object reset', 'H-282', cause);
}

/** H-281: whether the agent's account may write the object. */
export function mayWrite(sim: Simulation, account: Slot): boolean {
	const row = sim.tables.adUsers.get(account)!;
	return row.attrs.adminCount !== 1 || row.granted;
}
