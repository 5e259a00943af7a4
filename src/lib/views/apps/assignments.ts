import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { defaultAccess } from '#lib/engine/job/entitlement';
import type { JobRow } from '#lib/engine/job/records';
import { displayName, type AssignmentRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import { amountWords } from '../amounts';
import { assignmentState, type AssignmentState } from '../directory/assignment';
import { containsText } from '../directory/match-text';
import { appNamed, jobOf } from '../names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';
import { needleOf } from '../search-text';

export interface AssignmentListRow {
	readonly slot: Slot;
	readonly kind: 'user' | 'group';
	readonly principal: Slot;
	readonly name: string;
	/** The user principal name, or how many members a group has. */
	readonly detail: string;
	readonly role: string;
	readonly state: AssignmentState | 'removed';
	readonly from: number;
	/** When the service sees the last change (C-066). */
	readonly visibleAt: number | null;
	/** A change that no cycle has read yet (C-391). */
	readonly unseen: AssignmentChange | null;
	/** Whether the job holds an account or a group of theirs; null: it has none for such objects. */
	readonly provisioned: boolean | null;
}

export interface AssignmentChange {
	readonly what: 'added' | 'removed' | 'role changed';
	readonly at: number;
	/** When the service sees it; null: it does, and the next cycle reads it. */
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
	z.object({ app: appKey, search, kind: z._default(z.enum(['all', 'user', 'group']), 'all'), ...window }),
	(world, asked): Assignments => {
		const { tables, clock } = world;
		const app = appNamed(world, asked.app);
		const principal = ({ kind, principal }: AssignmentRow) =>
			kind === 'user' ? tables.users.get(principal) : tables.groups.get(principal);
		const job = jobOf(world, app);
		const read = lastRead(world, job);
		const groups = (job && world.sim.host.config(job.config).groups?.enabled) ?? false;
		const isProvisioned = ({ kind, principal }: AssignmentRow) =>
			job && (kind === 'user' || groups) ? Boolean(world.sim.host.link(job.slot, kind, principal)) : null;
		const every = tables.assignmentsByApp.get(app.slot).map((slot) => tables.assignments.get(slot)!);
		const follows = successors(every);
		const all = every.filter(
			(row) =>
				principal(row) !== null &&
				!follows.after.has(row) &&
				(assignmentState(row, clock) !== null || changeOf(row, read, clock, follows.before) !== null)
		);
		const needle = needleOf(asked.search);
		const name = (row: AssignmentRow) => displayName(principal(row)!);
		const found = all
			.filter(({ kind }) => asked.kind === 'all' || kind === asked.kind)
			.filter((row) => !needle || containsText(principal(row)!, needle))
			.map((row) => ({ row, key: `${row.kind === 'group' ? 0 : 1}${name(row)}` }))
			.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.slot - b.row.slot));
		const page = pageOf(found, all.length, asked, ({ row }): AssignmentListRow => {
			const object = principal(row)!;
			const state = assignmentState(row, clock) ?? 'removed';
			const members = tables.membersByGroup.get(row.principal).length;
			return {
				slot: row.slot,
				kind: row.kind,
				principal: row.principal,
				name: displayName(object),
				detail:
					row.kind === 'user' ? String(object.attrs.userPrincipalName ?? '') : amountWords(members, 'direct member'),
				role: row.role ?? defaultAccess,
				state,
				from: row.from,
				visibleAt: state === 'assigned' ? null : (row.visibleUntil ?? row.visibleFrom),
				unseen: changeOf(row, read, clock, follows.before),
				provisioned: isProvisioned(row)
			};
		});
		return {
			...page,
			users: all.filter(({ kind, until }) => kind === 'user' && until === null).length,
			groups: all.filter(({ kind, until }) => kind === 'group' && until === null).length,
			roles: app.roles
		};
	}
);

/** When a cycle last began to read; null: none ever did, so that there is nothing to compare with. */
function lastRead({ tables }: World, job: JobRow | null): number | null {
	if (!job) return null;
	const running = job.cycle === null ? null : tables.cycles.get(job.cycle);
	const times = [running?.startedAt, job.watermark, job.last?.began].filter((time) => typeof time === 'number');
	return times.length > 0 ? Math.max(...times) : null;
}

/** A role is changed by ending one assignment and making another at the same moment. */
function successors(rows: readonly AssignmentRow[]) {
	const ended = new Map<string, AssignmentRow>();
	for (const row of rows) if (row.until !== null) ended.set(`${row.kind} ${row.principal} ${row.until}`, row);
	const before = new Map<AssignmentRow, AssignmentRow>();
	for (const row of rows) {
		const former = ended.get(`${row.kind} ${row.principal} ${row.from}`);
		if (former && former !== row) before.set(row, former);
	}
	return { before, after: new Set(before.values()) };
}

function changeOf(
	row: AssignmentRow,
	read: number | null,
	clock: number,
	before: ReadonlyMap<AssignmentRow, AssignmentRow>
): AssignmentChange | null {
	const visible = row.visibleUntil ?? row.visibleFrom;
	// Before the first cycle only what the service cannot know of yet is worth a note.
	if (visible <= (read ?? clock)) return null;
	const what = row.until !== null ? 'removed' : before.has(row) ? 'role changed' : 'added';
	return { what, at: row.until ?? row.from, visibleAt: visible > clock ? visible : null };
}
