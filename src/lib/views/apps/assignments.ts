import { z } from 'zod';
import type { Slot } from '#lib/engine/base';
import { defaultAccess } from '#lib/engine/job/entitlement';
import { displayName, type AssignmentRow } from '#lib/engine/source';
import { assignmentState, type AssignmentState } from '../directory/assignment';
import { containsText } from '../directory/match-text';
import { appNamed } from '../names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';

export interface AssignmentListRow {
	readonly slot: Slot;
	readonly kind: 'user' | 'group';
	readonly principal: Slot;
	readonly name: string;
	/** The user principal name, or how many members a group has. */
	readonly detail: string;
	readonly role: string;
	readonly state: AssignmentState;
	readonly from: number;
	/** When the service sees the last change (C-066). */
	readonly visibleAt: number | null;
}

export interface Assignments extends Page<AssignmentListRow> {
	readonly users: number;
	readonly groups: number;
	/** The roles that can be chosen. */
	readonly roles: readonly string[];
}

/** Users and groups of an application, groups first, then by name. */
export const assignments = defineView(
	z.object({ app: appKey, search, kind: z.enum(['all', 'user', 'group']).default('all'), ...window }),
	(world, asked): Assignments => {
		const { tables, clock } = world;
		const app = appNamed(world, asked.app);
		const principal = ({ kind, principal }: AssignmentRow) =>
			kind === 'user' ? tables.users.get(principal) : tables.groups.get(principal);
		const all = tables.assignmentsByApp
			.get(app.slot)
			.map((slot) => tables.assignments.get(slot)!)
			.filter((row) => assignmentState(row, clock) !== null && principal(row) !== null);
		const needle = asked.search.trim().toLowerCase();
		const name = (row: AssignmentRow) => displayName(principal(row)!);
		const found = all
			.filter(({ kind }) => asked.kind === 'all' || kind === asked.kind)
			.filter((row) => !needle || containsText(principal(row)!, needle))
			.map((row) => ({ row, key: `${row.kind === 'group' ? 0 : 1}${name(row)}` }))
			.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.slot - b.row.slot));
		const page = pageOf(found, all.length, asked, ({ row }): AssignmentListRow => {
			const object = principal(row)!;
			const state = assignmentState(row, clock)!;
			const members = tables.membersByGroup.get(row.principal).length;
			return {
				slot: row.slot,
				kind: row.kind,
				principal: row.principal,
				name: displayName(object),
				detail: row.kind === 'user' ? String(object.attrs.userPrincipalName ?? '') : `${members} direct members`,
				role: row.role ?? defaultAccess,
				state,
				from: row.from,
				visibleAt: state === 'assigned' ? null : (row.visibleUntil ?? row.visibleFrom)
			};
		});
		return {
			...page,
			users: all.filter(({ kind }) => kind === 'user').length,
			groups: all.filter(({ kind }) => kind === 'group').length,
			roles: app.roles
		};
	}
);
