import { displayName, isActive, type GroupRow, type UserRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { principalKey } from '#lib/world/tables/tables';
import { assignmentState, effectiveAssignments } from '../directory/assignment';
import type { Records, SourceRow } from '../expressions/records';
import { momentWords } from '../time';
import { condition, type Condition } from './conditions';

/** What the directory has to say before an application gets somebody: there, not blocked, assigned with a role. */
export function directoryConditions(records: Records, app: AppRow, row: SourceRow): Condition[] {
	const who = displayName(row);
	const isUser = records.object === 'users';
	const conditions = [
		condition(
			'exists',
			isUser ? 'C-087' : 'C-172',
			row.softDeletedAt === null,
			`${who} is not deleted.`,
			`${who} is in the recycle bin.`
		)
	];
	if (isUser) {
		const active = isActive(row as UserRow);
		conditions.push(
			condition(
				'active',
				'C-087',
				active,
				`${who} may sign in.`,
				`Sign-in of ${who} is blocked.`,
				`accountEnabled is ${active ? 'True' : 'False'}`,
				'accountEnabled is True'
			)
		);
	} else conditions.push(groupsCondition(records, app));
	return [...conditions, ...assignedConditions(records, app, row)];
}

function groupsCondition({ mapping }: Records, { name }: AppRow): Condition {
	return condition(
		'groups',
		'C-073',
		mapping?.enabled ?? false,
		`The group mapping of ${name} is enabled.`,
		mapping ? `The group mapping of ${name} is off.` : `${name} is provisioned with no groups.`
	);
}

function assignedConditions(records: Records, app: AppRow, row: SourceRow): Condition[] {
	const { world } = records;
	if (records.isForAll) return [condition('assigned', 'C-076', true, `${app.name} syncs all users and groups.`, '')];
	const { assigned, role, roles } = records.entitlement(row);
	const first =
		records.object === 'users'
			? userAssigned(world, app, row as UserRow, assigned)
			: groupAssigned(world, app, row as GroupRow, assigned);
	if (!assigned) return [first];
	const words = roles.join(', ');
	return [
		first,
		condition('role', 'C-019', role, `The role is accepted: ${words}.`, `The role ${words} is not accepted.`, words)
	];
}

function userAssigned(world: World, app: AppRow, user: UserRow, assigned: boolean): Condition {
	const who = displayName(user);
	const ways = effectiveAssignments(world, user.slot).filter((one) => one.app.slot === app.slot);
	const first = ways[0];
	const found = first ? (first.via ? `through ${first.via.name}` : 'directly') : 'not assigned';
	const pending = ways.find(({ state }) => state === 'not seen by the service yet');
	const blocked = ways.find(({ handsOn }) => !handsOn);
	const why = pending
		? `The service sees the assignment of ${who} at ${momentWords(pending.visibleAt!, world.clock)}.`
		: blocked
			? `${blocked.via!.name} passes no assignment on: it is not a security group.`
			: `${who} is not assigned to ${app.name}.`;
	return condition('assigned', 'C-068', assigned, `${who} is assigned ${found}.`, why, found, 'assigned');
}

/** C-069, C-071: a group has to be assigned itself, and to be a security group. */
function groupAssigned(world: World, app: AppRow, group: GroupRow, assigned: boolean): Condition {
	const who = displayName(group);
	const { tables, clock } = world;
	const own = tables.assignmentsByPrincipal
		.get(principalKey('group', group.slot))
		.map((slot) => tables.assignments.get(slot)!)
		.find((row) => row.app === app.slot && assignmentState(row, clock) !== null);
	const why = !own
		? `${who} is not assigned to ${app.name}.`
		: assignmentState(own, clock) === 'not seen by the service yet'
			? `The service sees the assignment of ${who} at ${momentWords(own.visibleFrom, clock)}.`
			: `${who} is assigned, but is not a security group.`;
	return condition(
		'assigned',
		'C-068',
		assigned,
		`${who} is assigned.`,
		why,
		own ? 'assigned' : 'not assigned',
		'assigned'
	);
}
