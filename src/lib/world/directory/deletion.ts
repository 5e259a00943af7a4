import type { Ms, Rule, Seq, Slot } from '#lib/engine/base';
import type { Simulation } from '../simulation';
import { principalKey } from '../tables/tables';
import { announce, changeUser, deletedMark, setTimer } from './change';
import { leave } from './membership';
import { recycleMs } from './recycle';

/** C-181: to the recycle bin, with groups, roles and assignments kept (C-229). */
export function softDelete(sim: Simulation, slot: Slot, cause: Seq): void {
	const user = sim.tables.users.get(slot)!;
	const fact = changeUser(sim, { ...user, softDeletedAt: sim.ledger.clock }, 'soft-deleted', 'C-226', cause);
	setTimer(sim, 'purge.user', slot, recycleMs, fact);
}

export function restore(sim: Simulation, slot: Slot, cause: Seq): void {
	const user = sim.tables.users.get(slot)!;
	forgetPurge(sim, 'purge.user', slot);
	changeUser(sim, { ...user, softDeletedAt: null }, 'restored', 'C-229', cause);
}

/** C-237: a Microsoft 365 group waits in the recycle bin, with members and assignments kept. */
export function softDeleteGroup(sim: Simulation, slot: Slot, cause: Seq): void {
	const fact = markGroup(sim, slot, sim.ledger.clock, 'soft-deleted', cause);
	setTimer(sim, 'purge.group', slot, recycleMs, fact);
}

export function restoreGroup(sim: Simulation, slot: Slot, cause: Seq): void {
	forgetPurge(sim, 'purge.group', slot);
	markGroup(sim, slot, null, 'restored', cause);
}

function markGroup(sim: Simulation, slot: Slot, softDeletedAt: Ms | null, what: string, cause: Seq): Seq {
	sim.writer.put('groups', slot, { ...sim.tables.groups.get(slot)!, softDeletedAt });
	return announce(sim, 'group', slot, what, 'C-237', cause);
}

function forgetPurge(sim: Simulation, what: 'purge.user' | 'purge.group', slot: Slot): void {
	for (const timer of sim.tables.timers.all())
		if (timer.what === what && timer.subject === slot) sim.writer.put('timers', timer.slot, null);
}

/** C-187, C-228: gone for good; memberships and assignments go with it. */
export function purgeUser(sim: Simulation, slot: Slot, cause: Seq, rule: Rule): void {
	const { tables, writer } = sim;
	const user = tables.users.get(slot);
	if (!user) return;
	forgetPurge(sim, 'purge.user', slot);
	announce(sim, 'user', slot, 'hard-deleted', rule, cause, { deleted: deletedMark(user) });
	for (const row of [...tables.membersByMember.get(slot)]) writer.put('members', row, null);
	for (const row of [...tables.assignmentsByPrincipal.get(slot)]) {
		const assignment = tables.assignments.get(row)!;
		if (assignment.until === null)
			writer.put('assignments', row, { ...assignment, until: sim.ledger.clock, visibleUntil: sim.ledger.clock });
	}
	writer.put('users', slot, null);
}

/** C-236: for good; a security group has no recycle bin before it. */
export function purgeGroup(sim: Simulation, slot: Slot, cause: Seq, rule: Rule): void {
	const { tables, writer } = sim;
	const group = tables.groups.get(slot);
	if (!group) return;
	forgetPurge(sim, 'purge.group', slot);
	for (const row of [...tables.membersByGroup.get(slot)]) {
		const { kind, member } = tables.members.get(row)!;
		announce(sim, kind, member, `group ${String(group.attrs.displayName)} deleted`, rule, cause);
		writer.put('members', row, null);
	}
	for (const row of [...tables.membersByMember.get(principalKey('group', slot))]) leave(sim, row, 'C-159', cause);
	announce(sim, 'group', slot, 'hard-deleted', rule, cause, { deleted: deletedMark(group) });
	writer.put('groups', slot, null);
}
