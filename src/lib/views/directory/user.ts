import * as z from 'zod/mini';
import type { Json, Slot } from '#lib/engine/base';
import type { EscrowRow, LinkRow } from '#lib/engine/job/records';
import { displayName, type UserRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import { accountOfUser } from '#lib/world/connect/twin';
import { administratorsOf } from '#lib/world/directory/administrators';
import { recycleMs } from '#lib/world/directory/recycle';
import type { AccountRow } from '#lib/world/tables/rows';
import { principalKey } from '#lib/world/tables/tables';
import { accountSlot } from '../accounts-of';
import { isAccountActive } from '../apps/accounts';
import { appName, directoryJobs, type AppName } from '../names';
import { defineView, slot } from '../view';
import { effectiveAssignments, type EffectiveAssignment } from './assignment';
import { evaluatesAt } from './evaluation';
import { linkState, type LinkState } from './link-state';
import { specialOf, type Special } from './special';
import { userListRow, type UserListRow } from './users';

export interface EscrowInfo {
	readonly code: string;
	readonly reason: string;
	readonly attempts: number;
	readonly firstAt: number;
	readonly dueAt: number;
	readonly seq: number;
}

export function escrowInfo({ code, reason, attempts, firstAt, dueAt, cause }: EscrowRow): EscrowInfo {
	return { code, reason, attempts, firstAt, dueAt, seq: cause };
}

export interface UserAccount {
	readonly app: AppName;
	readonly link: LinkState;
	readonly targetId: string | null;
	/** null: there is no account of this id any more. */
	readonly account: { readonly slot: Slot; readonly active: boolean; readonly userName: string } | null;
	readonly escrow: EscrowInfo | null;
}

export interface GroupOfUser {
	readonly slot: Slot;
	readonly name: string;
	readonly dynamic: boolean;
}

export interface UserDetails {
	readonly user: UserListRow;
	readonly attributes: readonly { readonly name: string; readonly value: Json; readonly editable: boolean }[];
	readonly manager: { readonly slot: Slot; readonly name: string } | null;
	readonly reports: readonly { readonly slot: Slot; readonly name: string }[];
	readonly groups: readonly GroupOfUser[];
	/** When dynamic rules are evaluated for the user (G-031); null: nothing changed since. */
	readonly evaluatesAt: number | null;
	readonly assignments: readonly EffectiveAssignment[];
	readonly accounts: readonly UserAccount[];
	/** C-227: when the recycle bin lets go; null: not deleted. */
	readonly purgeAt: number | null;
	readonly special: Special | null;
	/** The account of Active Directory that Connect makes the user of; null: it is a cloud user, or the account is gone. */
	readonly masteredBy: Slot | null;
	/** H-312: holds an administrator role. */
	readonly administrator: boolean;
}

/** H-324: what Active Directory masters cannot be edited here. */
const cloudOwned = new Set(['accountEnabled', 'usageLocation', 'manager']);
const fixed = new Set(['slot', 'objectId', 'dirSyncEnabled', 'immutableId']);

export const user = defineView(z.object({ user: slot }), (world, { user: slot }): UserDetails | null => {
	const row = world.tables.users.get(slot);
	if (!row) return null;
	const synced = row.attrs.dirSyncEnabled === true;
	const manager = typeof row.attrs.manager === 'number' ? world.tables.users.get(row.attrs.manager) : null;
	return {
		user: userListRow(world, row),
		attributes: Object.entries(row.attrs)
			.filter(([name]) => name !== 'slot')
			.map(([name, value]) => ({ name, value, editable: !fixed.has(name) && (!synced || cloudOwned.has(name)) })),
		manager: manager && { slot: manager.slot, name: displayName(manager) },
		reports: reportsOf(world, slot),
		groups: groupsOf(world, slot),
		evaluatesAt: evaluatesAt(world, 'dynamic.user', slot),
		assignments: effectiveAssignments(world, slot),
		accounts: accountsOf(world, row),
		purgeAt: row.softDeletedAt === null ? null : row.softDeletedAt + recycleMs,
		special: specialOf(world, slot),
		masteredBy: accountOfUser(world.sim, row)?.slot ?? null,
		administrator: administratorsOf(world.sim).includes(slot)
	};
});

function reportsOf({ tables }: World, manager: Slot): UserDetails['reports'] {
	const reports: { slot: Slot; name: string }[] = [];
	for (const row of tables.users.all())
		if (row.attrs.manager === manager) reports.push({ slot: row.slot, name: displayName(row) });
	return reports;
}

export function groupsOf({ tables }: World, user: Slot): GroupOfUser[] {
	return tables.membersByMember.get(principalKey('user', user)).flatMap((member) => {
		const row = tables.groups.get(tables.members.get(member)!.group)!;
		if (row.softDeletedAt !== null) return [];
		return [{ slot: row.slot, name: displayName(row), dynamic: row.membership === 'dynamic' }];
	});
}

/** One line for each application that ever had to do with the user. */
export function accountsOf(world: World, row: UserRow): UserAccount[] {
	const { tables, sim } = world;
	const found: UserAccount[] = [];
	for (const job of directoryJobs(world)) {
		const link = sim.host.link(job.slot, 'user', row.slot) ?? buriedLink(world, job.slot, row.slot);
		const escrow = sim.host.escrow(job.slot, 'user', row.slot);
		if (!link && !escrow) continue;
		const account = link ? accountWithId(world, job.app, link.targetId) : null;
		found.push({
			app: appName(tables.apps.get(job.app)!),
			link: linkState(link ?? null),
			targetId: link?.targetId ?? null,
			account: account && {
				slot: account.slot,
				active: isAccountActive(world, account),
				userName: String(account.resource.data.userName ?? '')
			},
			escrow: escrow && escrowInfo(escrow)
		});
	}
	return found;
}

export function accountWithId(world: World, app: Slot, id: string): AccountRow | null {
	const slot = accountSlot(world, app, id);
	return slot === undefined ? null : world.tables.accounts.get(slot);
}

/** A tombstone (C-448): looked for only where no link is left. */
function buriedLink({ sim }: World, job: Slot, user: Slot): LinkRow | null {
	return (
		sim.host.everyLinkOf(job).findLast(({ kind, source, gone }) => gone && kind === 'user' && source === user) ?? null
	);
}
