import type { Json, Rule, Seq, Slot } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import { anchorOf } from '#lib/tenant/entra/anchor';
import { blankUser } from '#lib/tenant/entra/user';
import { guid } from '#lib/tenant/sample/identifiers';
import { announce, changeUser, lookAtRules } from '../directory/change';
import { restore, softDelete } from '../directory/deletion';
import type { Simulation } from '../simulation';
import type { ConnectExportRow } from '../tables/hybrid';
import { resolveConflicts } from './conflicts';
import { withErrors } from './retry';

export interface Exported {
	readonly failed: boolean;
	/** A value that the tenant put aside. */
	readonly conflict: string | null;
}

const fine: Exported = { failed: false, conflict: null };

/** Exports one staged change to the tenant. */
export function exportOne(sim: Simulation, row: ConnectExportRow): Exported {
	const { operation, code, ad, run } = row;
	const what = code ? `${operation} ${code}` : operation;
	const fact = sim.writer.tell('connect.row', ruleOf(row), row.cause, 'adUsers', ad, run, what);
	switch (operation) {
		case 'fail':
			return { failed: true, conflict: null };
		case 'delete':
			if (sim.tables.users.get(row.user!)?.softDeletedAt === null) softDelete(sim, row.user!, fact);
			return fine;
		case 'create':
			return create(sim, row, fact);
		case 'link':
		case 'update':
			return change(sim, row, fact);
	}
}

function ruleOf({ operation, rule }: ConnectExportRow): Rule {
	if (operation === 'delete') return 'H-104';
	if (operation === 'link') return 'H-311';
	if (operation === 'fail') return rule ?? 'H-313';
	return operation === 'create' ? 'H-093' : 'H-306';
}

function create(sim: Simulation, row: ConnectExportRow, cause: Seq): Exported {
	const slot = sim.tables.users.next;
	const { values, conflict } = resolveConflicts(sim, row.values, slot);
	const id = guid(sim.host.tenantRow.seedText, 'created', slot);
	const attrs = {
		...blankUser(slot, id, String(values.userPrincipalName)),
		...values,
		manager: managerOf(sim, row) ?? null,
		dirSyncEnabled: true,
		immutableId: row.anchor
	} as unknown as UserRow['attrs'];
	const created = sim.ledger.clock;
	const told = withErrors(sim, attrs, slot, conflict, cause);
	sim.writer.put<UserRow>('users', NEW, { slot: NEW, id, attrs: told, created, softDeletedAt: null });
	lookAtRules(sim, slot, announce(sim, 'user', slot, 'created', 'H-093', cause));
	adoptReports(sim, row.ad, slot, cause);
	return { failed: false, conflict };
}

/** A cloud user that is taken over gets every value that Active Directory has (H-311); a synced one what changed. */
function change(sim: Simulation, row: ConnectExportRow, cause: Seq): Exported {
	const before = sim.tables.users.get(row.user!);
	if (!before) return { failed: true, conflict: null };
	if (before.softDeletedAt !== null) restore(sim, before.slot, cause);
	const { values, conflict } = resolveConflicts(sim, row.values, before.slot);
	const patch: Record<string, Json> = { ...(row.operation === 'link' ? present(values) : values) };
	const manager = managerOf(sim, row);
	if (manager !== undefined && (manager !== null || row.operation === 'update')) patch.manager = manager;
	if (row.operation === 'link') Object.assign(patch, { dirSyncEnabled: true, immutableId: row.anchor });
	const user = sim.tables.users.get(before.slot)!;
	const what = Object.keys(patch).join(', ');
	const attrs = withErrors(sim, { ...user.attrs, ...patch }, user.slot, conflict, cause);
	changeUser(sim, { ...user, attrs }, what, 'H-306', cause);
	return { failed: false, conflict };
}

function present(values: { readonly [name: string]: Json }): { [name: string]: Json } {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** undefined: untouched; null: cleared, or not in the tenant yet. */
function managerOf(sim: Simulation, { manager }: ConnectExportRow): Slot | null | undefined {
	if (manager === undefined || manager === null) return manager;
	const account = sim.tables.adUsers.get(manager);
	return (account && sim.tables.usersByAnchor.first(anchorOf(account))) ?? null;
}

/** Accounts that were there before their manager was. */
function adoptReports(sim: Simulation, ad: Slot, manager: Slot, cause: Seq): void {
	for (const slot of sim.tables.adByManager.get(ad)) {
		const user = sim.tables.users.get(sim.tables.usersByAnchor.first(anchorOf(sim.tables.adUsers.get(slot)!)) ?? -1);
		if (!user || user.attrs.manager !== null) continue;
		changeUser(sim, { ...user, attrs: { ...user.attrs, manager } }, 'manager', 'H-306', cause);
	}
}
