import type { Slot } from '#lib/engine/base';
import { defaultAccess } from '#lib/engine/job/entitlement';
import { displayName, type AssignmentRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import { principalKey } from '#lib/world/tables/tables';
import { appName, type AppName } from '../names';

/** C-066: the service learns of a change a little later than the directory. */
export type AssignmentState = 'assigned' | 'not seen by the service yet' | 'removed, still seen by the service';

export interface EffectiveAssignment {
	readonly app: AppName;
	readonly role: string;
	/** null: directly. */
	readonly via: { readonly group: Slot; readonly name: string } | null;
	readonly state: AssignmentState;
	readonly from: number;
	/** When the service sees the change. */
	readonly visibleAt: number | null;
	/** C-071: a group that hands nothing on: it is no security group, or it is deleted. */
	readonly handsOn: boolean;
}

export function assignmentState(row: AssignmentRow, clock: number): AssignmentState | null {
	if (row.until === null) return row.visibleFrom > clock ? 'not seen by the service yet' : 'assigned';
	return row.visibleUntil !== null && row.visibleUntil > clock ? 'removed, still seen by the service' : null;
}

/** Every assignment that reaches a user, directly or as immediate member of a group (C-068, C-069). */
export function effectiveAssignments(world: World, user: Slot): EffectiveAssignment[] {
	const { tables } = world;
	const found: EffectiveAssignment[] = [];
	const collect = (key: number, via: EffectiveAssignment['via'], handsOn: boolean) => {
		for (const slot of tables.assignmentsByPrincipal.get(key)) {
			const row = tables.assignments.get(slot)!;
			const state = assignmentState(row, world.clock);
			if (!state) continue;
			found.push({
				app: appName(tables.apps.get(row.app)!),
				role: row.role ?? defaultAccess,
				via,
				state,
				from: row.from,
				visibleAt: state === 'assigned' ? null : (row.visibleUntil ?? row.visibleFrom),
				handsOn
			});
		}
	};
	collect(principalKey('user', user), null, true);
	for (const slot of tables.membersByMember.get(principalKey('user', user))) {
		const group = tables.groups.get(tables.members.get(slot)!.group)!;
		const via = { group: group.slot, name: displayName(group) };
		collect(principalKey('group', group.slot), via, group.securityEnabled && group.softDeletedAt === null);
	}
	return found.sort((a, b) => a.app.slot - b.app.slot);
}
