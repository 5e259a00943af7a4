import type { Seq, Slot } from '#lib/engine/base';
import type { GroupRow } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import { anchorOf, immutableIdOf } from '#lib/tenant/entra/anchor';
import { guid } from '#lib/tenant/sample/identifiers';
import { announce } from '../directory/change';
import { purgeGroup } from '../directory/deletion';
import { join, leave } from '../directory/membership';
import type { Simulation } from '../simulation';
import type { AdGroupRow } from '../tables/hybrid';

/** H-433: what changed in groups comes into the tenant at the end of a run, when the users are there. How many. */
export function exportGroups(sim: Simulation, run: Slot): number {
	let count = 0;
	for (const slot of [...sim.tables.pendingAdGroups.get(0)])
		if (exportGroup(sim, sim.tables.adGroups.get(slot)!, run)) count++;
	return count;
}

function exportGroup(sim: Simulation, row: AdGroupRow, run: Slot): boolean {
	const { writer } = sim;
	const operation = row.deleted ? 'delete' : row.entra === null ? 'create' : 'update';
	if (row.deleted && row.entra === null) {
		writer.put<AdGroupRow>('adGroups', row.slot, { ...row, pending: false });
		return false;
	}
	const { users, missing } = membersOf(sim, row);
	const plan = row.entra === null ? null : differences(sim, row.entra, users);
	// Members whom the tenant does not have yet are waited for, and nothing is written meanwhile.
	if (plan && !row.deleted && plan.joins.length + plan.leaves.length === 0) {
		writer.put<AdGroupRow>('adGroups', row.slot, { ...row, pending: missing });
		return false;
	}
	const fact = writer.tell('connect.row', 'H-433', row.cause, 'adGroups', row.slot, run, operation);
	if (row.deleted) purgeGroup(sim, row.entra!, fact, 'C-236');
	else {
		const entra = row.entra ?? create(sim, row, fact);
		const { joins, leaves } = differences(sim, entra, users);
		for (const one of leaves) leave(sim, one, 'C-159', fact);
		for (const one of joins) join(sim, entra, 'user', one, 'C-158', fact);
		writer.put<AdGroupRow>('adGroups', row.slot, { ...row, entra, pending: missing });
		return true;
	}
	writer.put<AdGroupRow>('adGroups', row.slot, { ...row, entra: null, pending: false });
	return true;
}

function create(sim: Simulation, row: AdGroupRow, cause: Seq): Slot {
	const slot = sim.tables.groups.next;
	const id = guid(sim.host.tenantRow.seedText, 'created group', slot);
	const { displayName } = row.attrs;
	sim.writer.put<GroupRow>('groups', NEW, {
		slot: NEW,
		id,
		attrs: {
			slot,
			objectId: id,
			displayName: displayName ?? null,
			description: null,
			membershipRule: null,
			onPremisesSyncEnabled: true,
			immutableId: immutableIdOf(row.id)
		},
		created: sim.ledger.clock,
		softDeletedAt: null,
		membership: 'assigned',
		rule: null,
		securityEnabled: true,
		unified: false
	});
	announce(sim, 'group', slot, 'created', 'H-433', cause);
	return slot;
}

/** The users of the tenant that the accounts stand for, and whether one of them is not there. */
function membersOf(
	{ tables }: Simulation,
	row: AdGroupRow
): { readonly users: readonly Slot[]; readonly missing: boolean } {
	const found = row.members.map((member) => {
		const account = tables.adUsers.get(member);
		const user = account ? tables.usersByAnchor.first(anchorOf(account)) : undefined;
		return user !== undefined && tables.users.get(user)?.softDeletedAt === null ? user : null;
	});
	const users = found.filter((user) => user !== null);
	return { users, missing: users.length < found.length };
}

function differences({ tables }: Simulation, group: Slot, users: readonly Slot[]) {
	const rows = tables.membersByGroup.get(group).map((row) => tables.members.get(row)!);
	const there = new Set(rows.map(({ member }) => member));
	const wanted = new Set(users);
	return {
		joins: users.filter((user) => !there.has(user)),
		leaves: rows.filter(({ kind, member }) => kind === 'user' && !wanted.has(member)).map(({ slot }) => slot)
	};
}
