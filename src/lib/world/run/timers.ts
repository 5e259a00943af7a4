import { purgeGroup, purgeUser } from '../directory/deletion';
import { connecting, deeds, dynamicRules, onPremises, systems } from '../parts';
import type { Simulation } from '../simulation';
import type { TimerRow } from '../tables/rows';
import type { Reminder } from '../tables/timers';

/** Something that only needed time has come. */
export function fireTimer(sim: Simulation, timer: TimerRow | Reminder): void {
	if (timer.what === 'account.remove') return deeds.here.removeAccount(sim, timer.subject);
	sim.writer.put('timers', timer.slot, null);
	switch (timer.what) {
		case 'dynamic.user':
			return dynamicRules.here.evaluateUser(sim, timer.subject, timer.cause);
		case 'dynamic.group':
			return dynamicRules.here.evaluateGroup(sim, timer.subject, timer.cause);
		case 'purge.user':
			return purgeUser(sim, timer.subject, timer.cause, 'C-227');
		case 'purge.group':
			return purgeGroup(sim, timer.subject, timer.cause, 'C-237');
		case 'hr.effective':
			return systems.here.takeEffect(sim, timer.subject, timer.cause);
		case 'connect.retry':
			return connecting.here.retryConflicts(sim, timer.subject, timer.cause);
		case 'hr.daily':
			return systems.here.reevaluate(sim, timer.cause);
		case 'ad.feed':
			return onPremises.here.writeFeed(sim, timer.subject, timer.cause);
		case 'ad.propagate':
			return onPremises.here.propagate(sim, timer.subject, timer.cause);
	}
}
