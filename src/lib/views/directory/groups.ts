import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { displayName, type GroupRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import { principalKey } from '#lib/world/tables/tables';
import { appName, type AppName } from '../names';
import { defineView, pageOf, search, slot, window, type Page } from '../view';
import { containsText } from './match-text';
import { assignmentState } from './assignment';
import { evaluatesAt } from './evaluation';
import { needleOf } from '../search-text';

const args = z.object({
	search,
	membership: z._default(z.enum(['all', 'assigned', 'dynamic']), 'all'),
	/** Without it: directory order. */
	sort: z.optional(z.enum(['name', 'description', 'type', 'membership', 'users', 'groups', 'apps'])),
	descending: z._default(z.boolean(), false),
	...window
});

export interface GroupListRow {
	readonly slot: Slot;
	readonly id: string;
	readonly name: string;
	readonly description: string | null;
	readonly membership: 'Assigned' | 'Dynamic';
	readonly type: 'Security' | 'Microsoft 365';
	/** Where it is mastered (H-433). */
	readonly source: 'Cloud' | 'Windows Server AD';
	readonly users: number;
	readonly groups: number;
	/** Applications that it is assigned to. */
	readonly apps: number;
	/** C-237: since when it waits in the recycle bin. */
	readonly softDeletedAt: number | null;
}

export const groups = defineView(args, (world, asked): Page<GroupListRow> => {
	const needle = needleOf(asked.search);
	const all = [...world.tables.groups.all()].filter(({ softDeletedAt }) => softDeletedAt === null);
	const found = all
		.filter((row) => asked.membership === 'all' || row.membership === asked.membership)
		.filter((row) => !needle || containsText(row, needle));
	if (!asked.sort) return pageOf(found, all.length, asked, (row) => groupListRow(world, row));
	const rows = found.map((row) => groupListRow(world, row));
	return pageOf(sortedBy(rows, asked.sort, asked.descending), all.length, asked, (row) => row);
});

/** Letter case does not matter; groups of one value stay in directory order. */
function sortedBy(rows: GroupListRow[], column: keyof GroupListRow, descending: boolean): GroupListRow[] {
	const value = (row: GroupListRow) => {
		const found = row[column];
		return typeof found === 'number' ? found : (found ?? '').toLowerCase();
	};
	const sign = descending ? -1 : 1;
	return rows.sort((a, b) => {
		const [x, y] = [value(a), value(b)];
		return x === y ? a.slot - b.slot : x < y ? -sign : sign;
	});
}

export function groupListRow(world: World, row: GroupRow): GroupListRow {
	const members = world.tables.membersByGroup.get(row.slot);
	const users = members.filter((slot) => world.tables.members.get(slot)!.kind === 'user').length;
	return {
		slot: row.slot,
		id: row.id,
		name: displayName(row),
		description: typeof row.attrs.description === 'string' ? row.attrs.description : null,
		membership: row.membership === 'dynamic' ? 'Dynamic' : 'Assigned',
		type: row.unified ? 'Microsoft 365' : 'Security',
		source: row.attrs.onPremisesSyncEnabled === true ? 'Windows Server AD' : 'Cloud',
		users,
		groups: members.length - users,
		apps: assignedTo(world, row.slot).length,
		softDeletedAt: row.softDeletedAt
	};
}

function assignedTo({ tables, clock }: World, group: Slot) {
	return tables.assignmentsByPrincipal
		.get(principalKey('group', group))
		.map((slot) => tables.assignments.get(slot)!)
		.filter((row) => assignmentState(row, clock) !== null);
}

export interface GroupMember {
	readonly kind: 'user' | 'group';
	readonly slot: Slot;
	readonly name: string;
	readonly detail: string;
}

export interface GroupDetails {
	readonly group: GroupListRow;
	/** The dynamic membership rule. */
	readonly rule: string | null;
	/** When a new rule is evaluated (G-034, G-035); null: it was, or there is none. */
	readonly evaluatesAt: number | null;
	readonly members: Page<GroupMember>;
	readonly memberOf: readonly { readonly slot: Slot; readonly name: string }[];
	readonly assignedTo: readonly { readonly app: AppName; readonly role: string | null; readonly state: string }[];
	/** C-071: only a security group hands its assignments on. */
	readonly handsOn: boolean;
}

export const group = defineView(z.object({ group: slot, search, ...window }), (world, asked): GroupDetails | null => {
	const { tables } = world;
	const row = tables.groups.get(asked.group);
	if (!row) return null;
	const needle = needleOf(asked.search);
	const members = tables.membersByGroup
		.get(row.slot)
		.map((slot) => tables.members.get(slot)!)
		.filter(({ kind, member }) => {
			const object = kind === 'user' ? tables.users.get(member) : tables.groups.get(member);
			return object !== null && (!needle || containsText(object, needle));
		});
	return {
		group: groupListRow(world, row),
		rule: row.rule,
		evaluatesAt: evaluatesAt(world, 'dynamic.group', row.slot),
		members: pageOf(members, tables.membersByGroup.get(row.slot).length, asked, ({ kind, member }) =>
			memberRow(world, kind, member)
		),
		memberOf: tables.membersByMember.get(principalKey('group', row.slot)).map((slot) => {
			const parent = tables.groups.get(tables.members.get(slot)!.group)!;
			return { slot: parent.slot, name: displayName(parent) };
		}),
		assignedTo: assignedTo(world, row.slot).map((assignment) => ({
			app: appName(tables.apps.get(assignment.app)!),
			role: assignment.role,
			state: assignmentState(assignment, world.clock)!
		})),
		handsOn: row.securityEnabled
	};
});

function memberRow({ tables }: World, kind: 'user' | 'group', slot: Slot): GroupMember {
	const object = kind === 'user' ? tables.users.get(slot)! : tables.groups.get(slot)!;
	const upn = object.attrs.userPrincipalName;
	const detail = kind === 'user' ? String(upn ?? '') : 'Nested: its members do not come along';
	return { kind, slot, name: displayName(object), detail };
}
