import * as z from 'zod/mini';
import { isGuest } from '#lib/engine/job/entitlement';
import { displayName, isActive, type UserRow } from '#lib/engine/source';
import { isAssignedNow } from '#lib/world/directory/assignments';
import type { World } from '#lib/world';
import { appNamed, directoryJobs } from '../names';
import { appKey, defineView, pageOf, search, slot, window, type Page } from '../view';
import { containsText } from './match-text';
import { specialOf } from './special';
import { needleOf } from '../search-text';

const args = z.object({
	search,
	/** Only members of this group. */
	group: z.optional(slot),
	/** Only users who are assigned to this application. */
	app: z.optional(appKey),
	state: z._default(z.enum(['all', 'enabled', 'blocked', 'guest', 'synced', 'special']), 'all'),
	deleted: z._default(z.boolean(), false),
	/** Without it: directory order. */
	sort: z.optional(z.enum(['displayName', 'userPrincipalName', 'userType', 'department', 'jobTitle', 'employeeId'])),
	descending: z._default(z.boolean(), false),
	...window
});

export interface UserListRow {
	readonly slot: number;
	readonly id: string;
	readonly displayName: string;
	readonly userPrincipalName: string;
	readonly jobTitle: string | null;
	readonly department: string | null;
	readonly accountEnabled: boolean;
	readonly userType: string;
	readonly employeeId: string | null;
	/** Connect feeds it: Active Directory is its source of authority (H-324). */
	readonly synced: boolean;
	readonly softDeletedAt: number | null;
	/** Accounts that a job has linked. */
	readonly accounts: number;
	readonly special: boolean;
}

function passes(world: World, row: UserRow, asked: z.output<typeof args>, app: number | null): boolean {
	if ((row.softDeletedAt !== null) !== asked.deleted) return false;
	if (asked.state === 'enabled' && !isActive(row)) return false;
	if (asked.state === 'blocked' && isActive(row)) return false;
	if (asked.state === 'guest' && !isGuest(row)) return false;
	if (asked.state === 'synced' && row.attrs.dirSyncEnabled !== true) return false;
	if (asked.state === 'special' && !specialOf(world, row.slot)) return false;
	if (asked.search && !containsText(row, asked.search)) return false;
	return app === null || isAssignedNow(world.sim, app, row.slot);
}

/** The users of the tenant, searched, filtered and sorted. */
export const users = defineView(args, (world, asked): Page<UserListRow> => {
	const { tables } = world;
	const app = asked.app === undefined ? null : appNamed(world, asked.app).slot;
	const members = asked.group === undefined ? null : membersOf(world, asked.group);
	const wanted = { ...asked, search: needleOf(asked.search) };
	const found: UserRow[] = [];
	let of = 0;
	for (const row of tables.users.all()) {
		if ((row.softDeletedAt !== null) === asked.deleted) of++;
		if ((members === null || members.has(row.slot)) && passes(world, row, wanted, app)) found.push(row);
	}
	if (asked.sort) sortBy(found, asked.sort, asked.descending);
	return pageOf(found, of, asked, (row) => userListRow(world, row));
});

/** Slots of direct members; a nested group may have the number of a user. */
function membersOf({ tables }: World, group: number): ReadonlySet<number> {
	const rows = tables.membersByGroup.get(group).map((row) => tables.members.get(row)!);
	return new Set(rows.filter(({ kind }) => kind === 'user').map(({ member }) => member));
}

/** Letter case does not matter; users without the attribute come last either way. */
function sortBy(rows: UserRow[], attribute: string, descending: boolean): void {
	const text = ({ attrs }: UserRow) => {
		const value = attrs[attribute];
		return typeof value === 'string' ? value.toLowerCase() : '';
	};
	const texts = new Map(rows.map((row) => [row, text(row)]));
	const sign = descending ? -1 : 1;
	rows.sort((a, b) => {
		const [x, y] = [texts.get(a)!, texts.get(b)!];
		if (x === y) return a.slot - b.slot;
		if (x === '' || y === '') return x === '' ? 1 : -1;
		return x < y ? -sign : sign;
	});
}

export function userListRow(world: World, row: UserRow): UserListRow {
	const text = (name: string) => (typeof row.attrs[name] === 'string' ? (row.attrs[name] as string) : null);
	return {
		slot: row.slot,
		id: row.id,
		displayName: displayName(row),
		userPrincipalName: text('userPrincipalName') ?? '',
		jobTitle: text('jobTitle'),
		department: text('department'),
		accountEnabled: isActive(row),
		userType: text('userType') ?? 'Member',
		employeeId: text('employeeId'),
		synced: row.attrs.dirSyncEnabled === true,
		softDeletedAt: row.softDeletedAt,
		accounts: directoryJobs(world).filter((job) => world.sim.host.link(job.slot, 'user', row.slot)).length,
		special: specialOf(world, row.slot) !== null
	};
}
