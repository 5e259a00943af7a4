import type { Seq } from '#lib/engine/base';
import { dateAt } from '#lib/hr/dates';
import { setTimer } from '../directory/change';
import type { Simulation } from '../simulation';
import { announceWorker } from './change';

const day = 24 * 3_600_000;
/** Dates further back than this do not matter to any rule of the guide. */
const horizon = 31 * day;

/** H-088: the option to look every day at the people whose dates are near or ahead; off by default. */
export function planDaily(sim: Simulation, cause: Seq): void {
	const { clock } = sim.ledger;
	for (const timer of sim.tables.timers.all()) if (timer.what === 'hr.daily') return;
	setTimer(sim, 'hr.daily', 0, (Math.floor(clock / day) + 1) * day - clock, cause);
}

/** Hands them to the next cycle, so that expressions with dates are evaluated again. */
export function reevaluate(sim: Simulation, cause: Seq): void {
	if (!sim.host.tenantRow.dailyDates) return;
	const from = dateAt(sim.ledger.clock - horizon);
	for (const { slot, hireDate, lastDay } of sim.tables.workers.all())
		if (hireDate >= from || (lastDay !== null && lastDay >= from))
			announceWorker(sim, slot, 'dates of the day', 'H-088', cause);
	planDaily(sim, cause);
}
