import type { Rule, Seq, Slot } from '#lib/engine/base';
import type { Simulation } from '../simulation';
import { principalKey } from '../tables/tables';
import { announce, changeUser, deletedMark, setTimer } from './change';
import { leave } from './dynamic';
import { recycleMs } from './recycle';

/** C-181: to the recycle bin, with groups, roles and assignments kept (C-229). */
export function softDelete(sim: Simulation, slot: Slot, cause: Seq): void {
	const user = sim.tables.users.get(slot)!;
	const fact = changeUser(sim, { ...user, softDeletedAt: sim.ledger.clock }, 'soft-deleted', 'C-226', cause);
	setTimer(sim, 'purge.user', slot, recycleMs, fact);
}

export function restore(sim: Simulation, slot: Slot, cause: Seq): void {
	const user = sim.tables.users.get(slot)!;
	forgetPurge(sim, slot);
	changeUser(sim, { ...user, softDeletedAt: null }, 'restored', 'C-229', cause);
}

function forgetPurge(sim: Simulation, slot: Slot): void {
	for (const timer of sim.tables.timers.all())
		if (timer.what === 'purge.user' && timer.subject === slot) sim.writer.put('timers', timer.slot, null);
}

/** C-187, C-228: gone for good; memberships and assignments go with it. */
export function purgeUser(sim: Simulation, slot: Slot, cause: Seq, rule: Rule): void {
	const { tables, writer } = sim;
	const user = tables.users.get(slot);
	if (!user) return;
	forgetPurge(sim, slot);
	announce(sim, 'user', slot, 'hard-deleted', rule, cause, { deleted: deletedMark(user) });
	for (const row of [...tables.membersByMember.get(slot)]) writer.put('members', row, null);
	for (const row of [...tables.assignmentsByPrincipal.get(slot)]) {
		const assignment = tables.assignments.get(row)!;
		if (assignment.until === null)
			writer.put('assignments', row, { ...assignment, until: sim.ledger.clock, visibleUntil: sim.ledger.clock });
	}
	writer.put('users', slot, null);
}

/** C-236: a security group has no recycle bin. */
export function purgeGroup(sim: Simulation, slot: Slot, cause: Seq, rule: Rule): void {
	const { tables, writer } = sim;
	const group = tables.groups.get(slot);
	if (!group) return;
	for (const row of [...tables.membersByGroup.get(slot)]) {
		const { kind, member } = tables.members.get(row)!;
		announce(sim, kind, member, `group ${String(group.attrs.displayName)} deleted`, rule, cause);
		writer.put('members', row, null);
	}
	for (const row of [...tables.membersByMember.get(principalKey('group', slot))]) leave(sim, row, 'C-159', cause);
	announce(sim, 'group', slot, 'hard-deleted', rule, cause, { deleted: deletedMark(group) });
	writer.put('groups', slot, null);
}
