import type { Json, Seq, Slot } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import { flowing } from '#lib/tenant/connect/flow';
import { anchorOf, immutableIdOf } from '#lib/tenant/entra/anchor';
import { matchAccount, type Candidate, type ExportRefusal } from '#lib/tenant/connect/match';
import { nameFault, primaryAddressOf } from '#lib/tenant/connect/names';
import { isWithin } from '../ad/domain';
import { administratorsOf } from '../directory/administrators';
import { resolveConflicts } from './conflicts';
import type { Simulation } from '../simulation';
import type { AdRow, ConnectExportRow, ConnectRow } from '../tables/hybrid';

export type Staged = Omit<ConnectExportRow, 'slot' | 'run' | 'held' | 'cause'>;

/** H-303: what a unit's filter leaves out is as if it were not there. */
function isChosen({ applied }: ConnectRow, row: AdRow): boolean {
	const place = String(row.attrs.parentDistinguishedName);
	return !applied.some((unit) => isWithin(place, unit));
}

function candidate(sim: Simulation, slot: Slot | undefined): Candidate | null {
	const user = slot === undefined ? null : sim.tables.users.get(slot);
	if (!user) return null;
	return {
		slot: user.slot,
		immutableId: (user.attrs.immutableId as string | null) ?? null,
		isAdministrator: administratorsOf(sim).includes(user.slot)
	};
}

/** A living cloud user with the same sign-in name or primary address (H-310). */
function softMatch(sim: Simulation, row: AdRow): Slot | undefined {
	const { tables } = sim;
	const alive = (slot: Slot) => tables.users.get(slot)!.softDeletedAt === null;
	const named = tables.usersByUpn.get(String(flowing(row.attrs, null).userPrincipalName).toLowerCase()).find(alive);
	if (named !== undefined) return named;
	const address = primaryAddressOf(row.attrs);
	return address === null ? undefined : tables.usersByAddress.get(address).find(alive);
}

/** What has to happen to the tenant for one account; null: nothing. `changed` null: look at every attribute. */
export function stage(
	sim: Simulation,
	state: ConnectRow,
	ad: Slot,
	id: string,
	changed: ReadonlySet<string> | null
): Staged | null {
	const { tables } = sim;
	const row = tables.adUsers.get(ad);
	const anchor = row ? anchorOf(row) : immutableIdOf(id);
	const known = tables.usersByAnchor.first(anchor);
	const user = known === undefined ? null : tables.users.get(known);
	const base = { ad, anchor, code: '', user: user?.slot ?? null, values: {} };
	if (!row || !isChosen(state, row))
		return user && user.softDeletedAt === null ? { ...base, operation: 'delete' } : null;
	if (user && user.softDeletedAt === null && user.attrs.dirSyncEnabled === true)
		return update(sim, state, base, row, user, changed);
	const verdict = matchAccount(anchor, candidate(sim, known), candidate(sim, softMatch(sim, row)), state);
	const values = flowing(row.attrs, null);
	const manager = managerOf(row);
	const taking = verdict.kind === 'fail' ? null : verdict.kind === 'link' ? verdict.user : NEW;
	const refused = taking === null ? null : refusal(sim, state, row, values, taking);
	if (refused) return failed(base, refused, changed);
	if (verdict.kind === 'create') return { ...base, operation: 'create', values, manager };
	if (verdict.kind === 'link') return { ...base, operation: 'link', user: verdict.user, values, manager };
	return failed(base, verdict.refusal, changed);
}

/** Why the tenant refuses the export as a whole, or null. */
function refusal(
	sim: Simulation,
	{ duplicateResiliency }: ConnectRow,
	row: AdRow,
	values: Record<string, Json>,
	user: Slot
): ExportRefusal | null {
	const name = String(row.attrs.userPrincipalName);
	const fault = nameFault(name);
	if (fault !== null) return { code: 'IdentityDataValidationFailed', reason: `${name}: ${fault}.`, rule: 'H-319' };
	if (duplicateResiliency !== false) return null;
	const { conflict } = resolveConflicts(sim, values, user);
	if (conflict === null) return null;
	// H-315: without resiliency a new object does not find its place, and a known one is not updated.
	const code = user === NEW ? 'InvalidSoftMatch' : 'AttributeValueMustBeUnique';
	return { code, reason: `another user has ${conflict}.`, rule: 'H-315' };
}

/** H-460: it is tried again with what had changed. */
function failed(
	base: Omit<Staged, 'operation'>,
	{ code, reason, rule }: ExportRefusal,
	changed: ReadonlySet<string> | null
): Staged {
	return { ...base, operation: 'fail', code: `${code}: ${reason}`, rule, attributes: changed && [...changed] };
}

function managerOf(row: AdRow): Slot | null {
	return typeof row.attrs.manager === 'number' ? row.attrs.manager : null;
}

/** A change is what Active Directory changed since the last import, so that the tenant's own changes stay. */
function update(
	sim: Simulation,
	state: ConnectRow,
	base: Omit<Staged, 'operation'>,
	row: AdRow,
	user: UserRow,
	changed: ReadonlySet<string> | null
): Staged | null {
	if (changed === null) return null;
	const values: Record<string, Json> = {};
	for (const [name, value] of Object.entries(flowing(row.attrs, changed)))
		if (JSON.stringify(user.attrs[name] ?? null) !== JSON.stringify(value)) values[name] = value;
	// A name that the tenant replaced stays replaced as long as Active Directory says the same (H-316).
	if ('userPrincipalName' in values && !changed.has('userPrincipalName')) delete values.userPrincipalName;
	const withManager = changed.has('manager') ? { manager: managerOf(row) } : {};
	if (Object.keys(values).length === 0 && !changed.has('manager')) return null;
	const refused = refusal(sim, state, row, values, user.slot);
	if (refused) return failed(base, refused, changed);
	return { ...base, operation: 'update', values, ...withManager, attributes: [...changed] };
}

export function exportRow(staged: Staged, run: Slot, cause: Seq): ConnectExportRow {
	return { ...staged, slot: NEW, run, held: false, cause };
}
