import { propagate } from '../ad/rights';
import { purgeGroup, purgeUser } from '../directory/deletion';
import { evaluateGroup, evaluateUser } from '../directory/dynamic';
import { retryConflicts } from '../connect/retry';
import { reevaluate } from '../hr/daily';
import { takeEffect } from '../hr/change';
import type { Simulation } from '../simulation';
import type { TimerRow } from '../tables/rows';

/** Something that only needed time has come. */
export function fireTimer(sim: Simulation, timer: TimerRow): void {
	sim.writer.put('timers', timer.slot, null);
	switch (timer.what) {
		case 'dynamic.user':
			return evaluateUser(sim, timer.subject, timer.cause);
		case 'dynamic.group':
			return evaluateGroup(sim, timer.subject, timer.cause);
		case 'purge.user':
			return purgeUser(sim, timer.subject, timer.cause, 'C-227');
		case 'purge.group':
			return purgeGroup(sim, timer.subject, timer.cause, 'C-237');
		case 'hr.effective':
			return takeEffect(sim, timer.subject, timer.cause);
		case 'connect.retry':
			return retryConflicts(sim, timer.subject, timer.cause);
		case 'hr.daily':
			return reevaluate(sim, timer.cause);
		case 'ad.propagate':
			return propagate(sim, timer.subject, timer.cause);
	}
}
