import type { Slot } from '#lib/engine/base';
import { isVisible } from '#lib/engine/job/entitlement';
import { displayName } from '#lib/engine/source';
import type { Simulation } from '../simulation';
import { principalKey } from '../tables/tables';

/** The name of an assigned group that holds this one, which is not assigned itself; null: there is none (C-407). */
export function assignedAbove({ tables, ledger }: Simulation, app: Slot, group: Slot): string | null {
	const isAssigned = (slot: Slot) =>
		tables.assignmentsByPrincipal.get(principalKey('group', slot)).some((each) => {
			const row = tables.assignments.get(each)!;
			return row.app === app && isVisible(row, ledger.clock);
		});
	if (isAssigned(group)) return null;
	const seen = new Set([group]);
	for (const slot of seen)
		for (const each of tables.membersByMember.get(principalKey('group', slot))) {
			const above = tables.members.get(each)!.group;
			const row = tables.groups.get(above);
			if (!row || seen.has(above)) continue;
			if (isAssigned(above)) return displayName(row);
			seen.add(above);
		}
	return null;
}
