import { resolve } from '$app/paths';
import type { Command } from '#lib/ui/kit';
import type { ViewData } from '#lib/views';
import { deletedGroupCommands } from './group-commands';
import { userCommands } from './user-commands';

/** A row of a recycle bin. */
export interface Deleted {
	readonly slot: number;
	readonly name: string;
	/** What stands beside the name. */
	readonly more: string;
	readonly at: number;
	readonly purgeAt: number;
	readonly commands: readonly Command[];
}

interface DeletedPage {
	readonly rows: readonly Deleted[];
	readonly from: number;
	readonly total: number;
	readonly of: number;
}

/** What tells the recycle bin of users from that of groups. */
export interface Bin {
	readonly many: 'users' | 'groups';
	readonly here: 'deleted' | 'groups';
	readonly all: { readonly label: string; readonly href: string };
	readonly intro: string;
	readonly head: string;
	readonly more: { readonly head: string; readonly width: string };
	readonly empty: string;
	readonly view: 'deletedUsers' | 'deletedGroups';
	page(data: unknown): DeletedPage;
	place(slot: number): string;
	/** Where it is, with a search or without. */
	address(query: string): string;
}

export const userBin: Bin = {
	many: 'users',
	here: 'deleted',
	all: { label: 'Users', href: resolve('/users') },
	intro:
		'A deleted user stays here for 30 days and can be restored with groups and assignments as they were. Then the directory deletes the user permanently.',
	head: 'Display name',
	more: { head: 'User principal name', width: 'minmax(11rem, 1.6fr)' },
	empty: 'No user is deleted. Delete one to see how the service reacts.',
	view: 'deletedUsers',
	page(data) {
		const { rows, ...rest } = data as ViewData<'deletedUsers'>;
		const row = (user: (typeof rows)[number]): Deleted => ({
			slot: user.slot,
			name: user.displayName,
			more: user.userPrincipalName,
			at: user.softDeletedAt!,
			purgeAt: user.purgeAt,
			commands: userCommands({ user, masteredBy: null, administrator: false })
		});
		return { ...rest, rows: rows.map(row) };
	},
	place: (slot) => resolve('/users/[slot]', { slot: String(slot) }),
	address: (query) => (query ? resolve(`/deleted?${query}`) : resolve('/deleted'))
};

export const groupBin: Bin = {
	many: 'groups',
	here: 'groups',
	all: { label: 'Groups', href: resolve('/groups') },
	intro:
		'A deleted Microsoft 365 group stays here for 30 days and can be restored with members and assignments as they were; meanwhile provisioning treats it as out of scope (simulated). A security group is deleted at once, for good.',
	head: 'Name',
	more: { head: 'Group type', width: '9rem' },
	empty: 'No Microsoft 365 group is deleted. A security group never comes here: it is gone at once.',
	view: 'deletedGroups',
	page(data) {
		const { rows, ...rest } = data as ViewData<'deletedGroups'>;
		const row = (group: (typeof rows)[number]): Deleted => ({
			slot: group.slot,
			name: group.name,
			more: group.type,
			at: group.softDeletedAt!,
			purgeAt: group.purgeAt,
			commands: deletedGroupCommands(group)
		});
		return { ...rest, rows: rows.map(row) };
	},
	place: (slot) => resolve('/groups/[slot]', { slot: String(slot) }),
	address: (query) => (query ? resolve(`/deleted/groups?${query}`) : resolve('/deleted/groups'))
};
