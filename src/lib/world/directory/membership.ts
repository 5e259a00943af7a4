import type { Seq, Slot } from '#lib/engine/base';
import type { MemberRow, PrincipalKind } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import type { Simulation } from '../simulation';
import { announce, lookAtRules } from './change';

/** A user or a group becomes a direct member of a group: both are changed source objects (C-269). */
export function join(
	sim: Simulation,
	group: Slot,
	kind: PrincipalKind,
	member: Slot,
	rule: 'G-031' | 'G-032' | 'C-158',
	cause: Seq
): void {
	const row: MemberRow = { slot: NEW, group, kind, member };
	sim.writer.put('members', NEW, row);
	const { id, attrs } = sim.tables.groups.get(group)!;
	const fact = announce(sim, kind, member, `member of ${String(attrs.displayName)}`, rule, cause, { via: group });
	announce(sim, 'group', group, 'members', rule, cause);
	if (kind === 'user' && isSource(sim, id)) lookAtRules(sim, member, fact);
}

/** G-041: a rule asks for the direct members of a group by its object id. */
function isSource({ tables }: Simulation, id: string): boolean {
	return tables.dynamicGroups.get(0).some((slot) => tables.groups.get(slot)!.rule!.includes(id));
}

export function leave(sim: Simulation, row: Slot, rule: 'G-032' | 'G-043' | 'C-159', cause: Seq): void {
	const { group, kind, member } = sim.tables.members.get(row)!;
	sim.writer.put('members', row, null);
	const name = String(sim.tables.groups.get(group)!.attrs.displayName);
	announce(sim, kind, member, `no longer member of ${name}`, rule, cause, { via: group });
	announce(sim, 'group', group, 'members', rule, cause);
}
