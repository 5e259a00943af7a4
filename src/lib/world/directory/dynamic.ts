import type { Seq, Slot } from '#lib/engine/base';
import type { GroupRow, UserRow } from '#lib/engine/source';
import type { RuleContext } from '#lib/tenant/dynamic';
import { compileRule, type CompiledRule } from '#lib/tenant/dynamic/rule';
import type { EntraUser } from '#lib/tenant/entra/user';
import type { Simulation } from '../simulation';
import { join, leave } from './membership';

const compiled = new Map<string, CompiledRule | null>();

/** A rule that does not parse takes nobody in. */
function ruleOf(group: GroupRow): CompiledRule | null {
	const text = group.rule ?? '';
	let rule = compiled.get(text);
	if (rule === undefined) {
		const answer = compileRule(text);
		compiled.set(text, (rule = 'rule' in answer ? answer.rule : null));
	}
	return rule;
}

export function contextOf(sim: Simulation): RuleContext {
	const { tables } = sim;
	return {
		now: sim.ledger.clock,
		slotOf: (objectId) => tables.usersById.first(objectId),
		groupsOf: (user) =>
			tables.membersByMember.get(user.slot).map((slot) => tables.groups.get(tables.members.get(slot)!.group)!.id)
	};
}

function matches(group: GroupRow, user: UserRow | null, context: RuleContext): boolean {
	if (!user || user.softDeletedAt !== null) return false;
	return ruleOf(group)?.matches(user.attrs as unknown as EntraUser, context) ?? false;
}

/** G-031: after a change of a user all dynamic rules of the tenant are evaluated for that user. */
export function evaluateUser(sim: Simulation, slot: Slot, cause: Seq): void {
	const { tables } = sim;
	const user = tables.users.get(slot);
	// The recycle bin keeps memberships as they were (C-229).
	if (!user || user.softDeletedAt !== null) return;
	const context = contextOf(sim);
	const member = new Map(tables.membersByMember.get(slot).map((row) => [tables.members.get(row)!.group, row]));
	for (const group of tables.dynamicGroups.get(0)) {
		const row = tables.groups.get(group)!;
		const now = matches(row, user, context);
		const was = member.get(group);
		if (now && was === undefined) join(sim, group, 'user', slot, 'G-031', cause);
		// G-041: who leaves the source group stays until the rule is edited.
		else if (!now && was !== undefined && !ruleOf(row)?.dependsOn.has('memberOf')) leave(sim, was, 'G-043', cause);
	}
}

/** G-032: a changed rule first removes members that no longer match, then adds. */
export function evaluateGroup(sim: Simulation, slot: Slot, cause: Seq): void {
	const { tables, writer } = sim;
	const group = tables.groups.get(slot);
	if (!group || group.membership !== 'dynamic') return;
	const context = contextOf(sim);
	let changes = 0;
	const members = new Set<Slot>();
	for (const row of [...tables.membersByGroup.get(slot)]) {
		const { member, kind } = tables.members.get(row)!;
		if (kind === 'user' && matches(group, tables.users.get(member), context)) members.add(member);
		else {
			leave(sim, row, 'G-032', cause);
			changes++;
		}
	}
	for (const user of tables.users.all()) {
		if (members.has(user.slot) || !matches(group, user, context)) continue;
		join(sim, slot, 'user', user.slot, 'G-032', cause);
		changes++;
	}
	writer.tell('rule.evaluated', 'G-032', cause, 'groups', slot, 0, changes);
}
