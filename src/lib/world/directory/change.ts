import type { Rule, Seq, Slot } from '#lib/engine/base';
import { displayName, type FeedRow, type GroupRow, type PrincipalKind, type UserRow } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import { evaluationDelay } from '#lib/tenant/dynamic/delays';
import type { Simulation } from '../simulation';
import type { TimerRow } from '../tables/rows';

/** Tells that a source object changed and puts it into the tenant-wide change feed (C-142). */
export function announce(
	sim: Simulation,
	kind: PrincipalKind,
	object: Slot,
	what: string,
	rule: Rule,
	cause: Seq,
	more: Partial<Pick<FeedRow, 'visibleAt' | 'app' | 'via' | 'deleted'>> = {}
): Seq {
	const { writer, ledger } = sim;
	const fact = writer.tell('source.changed', rule, cause, kind === 'user' ? 'users' : 'groups', object, 0, what);
	const row: FeedRow = {
		slot: NEW,
		at: ledger.clock,
		visibleAt: ledger.clock,
		kind,
		object,
		app: null,
		via: null,
		cause: fact,
		deleted: null,
		...more
	};
	writer.put('feed', NEW, row);
	return fact;
}

/** Writes a user's row, tells it, and lets the dynamic groups look at it after a while (G-031, G-035). */
export function changeUser(sim: Simulation, user: UserRow, what: string, rule: Rule, cause: Seq): Seq {
	sim.writer.put('users', user.slot, user);
	const fact = announce(sim, 'user', user.slot, what, rule, cause);
	lookAtRules(sim, user.slot, fact);
	return fact;
}

export function lookAtRules(sim: Simulation, user: Slot, cause: Seq): void {
	if (sim.tables.dynamicGroups.get(0).length === 0) return;
	setTimer(sim, 'dynamic.user', user, evaluationDelay(sim.host.tenantRow.size), cause);
}

export function setTimer(sim: Simulation, what: TimerRow['what'], subject: Slot, delay: number, cause: Seq): void {
	const row: TimerRow = { slot: NEW, due: sim.ledger.clock + delay, what, subject, cause };
	sim.writer.put('timers', NEW, row);
}

export function deletedMark(object: UserRow | GroupRow): FeedRow['deleted'] {
	return { id: object.id, displayName: displayName(object) };
}
