import type { Row } from '#lib/engine/base';
import type { JobRow, LinkRow } from '#lib/engine/job/records';
import { type AssignmentRow, type GroupRow, type MemberRow, type UserRow } from '#lib/engine/source';
import { templateOf } from '#lib/hr/templates';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import type { AccountRow, AppRow } from '#lib/world/tables/rows';
import type { AdRow } from '#lib/world/tables/hybrid';
import type { Change, Touched } from '#lib/world/ways';
import { nameOf } from '../folds/history';
import { valuesOf } from '../person/writes';
import type { ComparedTable, Sides, Which } from './sides';

/** One record as both ways have it; null: it is not there. */
export interface Part {
	readonly table: ComparedTable;
	readonly a: Row | null;
	readonly b: Row | null;
	readonly lastA: Change | null;
	readonly lastB: Change | null;
	/** A membership inside an application: the name of the group. */
	readonly edge?: string;
}

/** Whether an account is a membership: SCIM has it inside the group, the simulation as a record of its own. */
export function isEdge(row: Row | null): boolean {
	return (row as AccountRow | null)?.resource?.type === 'Member';
}

/** The group and the member by name where they are new: their ids differ between the ways. */
function edgeName(sides: Sides, which: Which, { app, resource: { data } }: AccountRow): string {
	const names = sides.names(which);
	const named = (id: unknown) => names.get(`${app}/${String(id)}`) ?? String(id);
	return `${named(data.group)} ${named(data.value)}`;
}

/** What a record is called where its place does not name it: both ways may have given one place to different things. */
function naturalName(sides: Sides, which: Which, table: ComparedTable, row: Row): string {
	switch (table) {
		case 'users':
			return String((row as UserRow).attrs.userPrincipalName ?? '').toLowerCase();
		case 'adUsers':
			return String((row as AdRow).attrs.sAMAccountName ?? '').toLowerCase();
		case 'accounts': {
			const account = row as AccountRow;
			const name = isEdge(row) ? edgeName(sides, which, account) : sides.login(which, account).toLowerCase();
			return `${sides.app(which, account.app)?.key}/${name}`;
		}
		case 'links': {
			const { job, source } = row as LinkRow;
			return `${jobKey(sides, which, job)}/${principalKey(sides, which, sourceTable(sides, which, row as LinkRow), source)}`;
		}
		case 'assignments': {
			const { app, kind, principal } = row as AssignmentRow;
			return `${sides.app(which, app)?.key}/${principalKey(sides, which, kind === 'group' ? 'groups' : 'users', principal)}`;
		}
		case 'members': {
			const { group, kind, member } = row as MemberRow;
			const who = principalKey(sides, which, kind === 'group' ? 'groups' : 'users', member);
			return `${principalKey(sides, which, 'groups', group)}/${who}`;
		}
		default:
			return nameOf(row).toLowerCase();
	}
}

/** The application of a job, as a way has it. */
export function appOfJob(sides: Sides, which: Which, slot: number): AppRow | null {
	const job = sides.row<JobRow>(which, 'jobs', slot);
	return job && sides.app(which, job.app);
}

/** Both ways may have given one place to the jobs of two applications. */
function jobKey(sides: Sides, which: Which, slot: number): string {
	return sides.isShared('jobs', slot) ? String(slot) : (appOfJob(sides, which, slot)?.key ?? '');
}

/** Where the source object of a link stands. */
export function sourceTable(sides: Sides, which: Which, { job, kind }: LinkRow): PrincipalTable {
	const app = appOfJob(sides, which, job);
	if (app && templateOf(app.kind)?.source === 'hr') return 'workers';
	return kind === 'group' ? 'groups' : 'users';
}

export type PrincipalTable = 'users' | 'groups' | 'workers' | 'adUsers';

/** The same for both ways when it is the same person, group or worker. */
export function principalKey(sides: Sides, which: Which, table: PrincipalTable, slot: number): string {
	if (sides.isShared(table, slot)) return `${table} ${slot}`;
	const row = sides.row(which, table, slot);
	return row ? `${table} ${naturalName(sides, which, table, row)}` : `${table} ${slot}`;
}

/** The touched records in pairs: by their place, or by their name if they are new on both ways. */
export function* partsOf(sides: Sides): Steps<Part[]> {
	const parts: Part[] = [];
	const fresh = new Map<string, { -readonly [key in keyof Part]: Part[key] }>();
	for (const [at, one] of sides.touched.entries()) {
		if (at % STEP === 0) yield at;
		const table = one.table as ComparedTable;
		// They say whose the rest is: what they are set to is told by the commands.
		if (table === 'apps' || table === 'jobs') continue;
		// Assignments and memberships are told apart by whom they join, whatever place they have.
		const isNamed =
			one.was === undefined ||
			table === 'assignments' ||
			table === 'members' ||
			isEdge(one.a ?? one.b ?? one.was ?? null);
		if (!isNamed) {
			parts.push({ table, a: one.a ?? null, b: one.b ?? null, lastA: one.lastA, lastB: one.lastB });
			continue;
		}
		for (const which of ['a', 'b'] as const) takeHalf(sides, fresh, table, one, which);
	}
	return [...parts, ...fresh.values()];
}

function takeHalf(
	sides: Sides,
	fresh: Map<string, { -readonly [key in keyof Part]: Part[key] }>,
	table: ComparedTable,
	one: Touched,
	which: Which
): void {
	const row = one[which] ?? one.was;
	if (!row) return;
	const key = `${table} ${naturalName(sides, which, table, row)}`;
	let part = fresh.get(key);
	if (!part) fresh.set(key, (part = { table, a: null, b: null, lastA: null, lastB: null }));
	// An assignment that ended keeps its row: a later one of the same people counts more.
	if (one[which]) part[which] = one[which];
	if (which === 'a') part.lastA = one.lastA ?? part.lastA;
	else part.lastB = one.lastB ?? part.lastB;
}

const nowhere = 'not there';

/** What a record is, in a word or two. */
export function stateOf(table: ComparedTable, row: Row | null, now: number): string {
	switch (table) {
		case 'accounts': {
			if (!row) return 'no account';
			const { active } = (row as AccountRow).resource.data;
			return active === false ? 'inactive' : active === true ? 'active' : 'there';
		}
		case 'links':
			if (!row || (row as LinkRow).gone) return 'not linked';
			return (row as LinkRow).managed ? 'linked' : 'linked, left alone';
		case 'assignments': {
			const until = (row as AssignmentRow | null)?.until;
			return row && (until === null || until === undefined || until > now) ? 'assigned' : 'not assigned';
		}
		case 'users':
			if (!row) return nowhere;
			if ((row as UserRow).softDeletedAt !== null) return 'in the recycle bin';
			return (row as UserRow).attrs.accountEnabled === false ? 'sign-in blocked' : 'active';
		case 'groups':
			if (!row) return nowhere;
			return (row as GroupRow).softDeletedAt === null ? 'there' : 'in the recycle bin';
		case 'adUsers':
			if (!row) return nowhere;
			return (row as AdRow).attrs.enabled === false ? 'disabled' : 'enabled';
		default:
			return row ? 'there' : nowhere;
	}
}

/** The values of a record by name, as text. */
export function valuesOfPart(table: ComparedTable, row: Row | null): Record<string, string> {
	if (table === 'users' || table === 'adUsers' || table === 'workers' || table === 'accounts')
		return valuesOf(table, row);
	if (table === 'groups' && row) {
		const { rule } = row as GroupRow;
		return { displayName: nameOf(row), ...(rule !== null && { rule }) };
	}
	return {};
}
