import type { Seq, Slot } from '#lib/engine/base';
import type { AssignmentRow, PrincipalKind } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import type { Simulation } from '../simulation';
import { principalKey } from '../tables/tables';
import { announce } from './change';

function current(sim: Simulation, app: Slot, kind: PrincipalKind, principal: Slot): AssignmentRow | null {
	for (const slot of sim.tables.assignmentsByPrincipal.get(principalKey(kind, principal))) {
		const row = sim.tables.assignments.get(slot)!;
		if (row.app === app && row.until === null) return row;
	}
	return null;
}

/** Assigns a principal; assigning it again replaces its role. The service sees it a little later (C-066). */
export function assign(
	sim: Simulation,
	app: Slot,
	kind: PrincipalKind,
	principal: Slot,
	role: string | null,
	cause: Seq
): void {
	const { writer, ledger, host } = sim;
	const before = current(sim, app, kind, principal);
	if (before && before.role === role) return;
	const visible = ledger.clock + host.tenant.replicationMs;
	if (before) writer.put('assignments', before.slot, { ...before, until: ledger.clock, visibleUntil: visible });
	const row: AssignmentRow = {
		slot: NEW,
		app,
		kind,
		principal,
		role,
		from: ledger.clock,
		visibleFrom: visible,
		until: null,
		visibleUntil: null
	};
	writer.put('assignments', NEW, row);
	const name = host.app(app).name;
	announce(sim, kind, principal, `assigned to ${name}`, 'C-391', cause, { visibleAt: visible, app });
}

export function unassign(sim: Simulation, app: Slot, kind: PrincipalKind, principal: Slot, cause: Seq): boolean {
	const { writer, ledger, host } = sim;
	const row = current(sim, app, kind, principal);
	if (!row) return false;
	const visible = ledger.clock + host.tenant.replicationMs;
	writer.put('assignments', row.slot, { ...row, until: ledger.clock, visibleUntil: visible });
	announce(sim, kind, principal, `unassigned from ${host.app(app).name}`, 'C-391', cause, { visibleAt: visible, app });
	return true;
}

/** Whether the directory lets the person in: at once, unlike the service's view (SC-06). */
export function isAssignedNow(sim: Simulation, app: Slot, user: Slot): boolean {
	if (current(sim, app, 'user', user)) return true;
	return sim.tables.membersByMember
		.get(user)
		.some((slot) => current(sim, app, 'group', sim.tables.members.get(slot)!.group) !== null);
}
