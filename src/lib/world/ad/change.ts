import type { Json, Rule, Seq, Slot } from '#lib/engine/base';
import type { Attributes } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import { refuseAccount, type AdRefusal } from '#lib/tenant/ad/refuse';
import { domainSid, sidIn } from '#lib/tenant/ad/build';
import { adGuid, guid } from '#lib/tenant/sample/identifiers';
import type { Simulation } from '../simulation';
import type { AdFeedRow, AdRow } from '../tables/hybrid';
import { domainOf, placed } from './domain';
import { leaveAdGroups } from './groups';

/** A value set to undefined stays as it is; null empties the attribute. */
export type AdChange = { readonly [name: string]: Json | undefined };

/** Tells that an account changed, and puts it into the update sequence. */
function announce(
	sim: Simulation,
	row: AdRow,
	attributes: readonly string[] | null,
	what: string,
	rule: Rule,
	cause: Seq
): Seq {
	const { writer, ledger } = sim;
	const fact = writer.tell('source.changed', rule, cause, 'adUsers', row.slot, 0, what);
	const entry: AdFeedRow = { slot: NEW, at: ledger.clock, ad: row.slot, id: row.id, attributes, cause: fact };
	writer.put('adFeed', NEW, entry);
	return fact;
}

const blank: Attributes = {
	displayName: null,
	givenName: null,
	sn: null,
	mail: null,
	mailNickname: null,
	proxyAddresses: [],
	manager: null,
	adminCount: null,
	enabled: true
};

/** The account that these values make, and why the domain does not take it; null: it does. */
export function drafted(sim: Simulation, values: AdChange) {
	const slot = sim.tables.adUsers.next;
	const named = values.sAMAccountName ?? samAccountName(values);
	const attrs = placed({ ...blank, ...defined(values), sAMAccountName: named, slot } as Attributes);
	return { slot, attrs, refusal: refuseAccount(attrs, Object.keys(values), true, domainOf(sim.tables, slot)) };
}

/** Writes a new account, or says why the domain does not take it. */
export function createAccount(
	sim: Simulation,
	values: AdChange,
	rule: Rule,
	cause: Seq
): { readonly row: AdRow } | { readonly refusal: AdRefusal } {
	const { slot, attrs, refusal } = drafted(sim, values);
	if (refusal) return { refusal };
	const { seedText } = sim.host.tenantRow;
	const id =
		sim.tables.adById.first(adGuid(seedText, slot)) === undefined
			? adGuid(seedText, slot)
			: guid(seedText, 'ad:new', slot);
	const row: AdRow = {
		slot,
		id,
		attrs: { ...attrs, objectGUID: id, objectSid: sidIn(domainSid(seedText), slot) },
		created: sim.ledger.clock,
		granted: false
	};
	sim.writer.put('adUsers', slot, row);
	announce(sim, row, null, 'created', rule, cause);
	return { row };
}

/** H-204, H-221: an account needs a name even where no mapping gives one. */
function samAccountName({ userPrincipalName, cn }: AdChange): string {
	const text = String(userPrincipalName ?? cn ?? '');
	return text
		.slice(0, text.includes('@') ? text.indexOf('@') : text.length)
		.replace(/[/\\[\]:;|=,+*?<> ]/g, '')
		.slice(0, 20)
		.replace(/\.+$/, '');
}

function defined(values: AdChange): Attributes {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Attributes;
}

/** Changes an account, or says why the domain does not take it; null: done. */
export function changeAccount(
	sim: Simulation,
	slot: Slot,
	values: AdChange,
	what: string,
	rule: Rule,
	cause: Seq
): AdRefusal | null {
	const before = sim.tables.adUsers.get(slot)!;
	const merged = { ...before.attrs, ...defined(values) };
	const moved = 'cn' in values || 'parentDistinguishedName' in values;
	const attrs = moved ? placed(merged) : merged;
	const changed = Object.keys(values);
	const refusal = refuseAccount(attrs, changed, false, domainOf(sim.tables, slot));
	if (refusal) return refusal;
	const row: AdRow = { ...before, attrs };
	sim.writer.put('adUsers', slot, row);
	announce(sim, row, moved ? [...changed, 'distinguishedName'] : changed, what, rule, cause);
	return null;
}

/** H-146: the AD Recycle Bin is off, so a deletion is final. */
export function deleteAccount(sim: Simulation, slot: Slot, rule: Rule, cause: Seq): void {
	const row = sim.tables.adUsers.get(slot)!;
	announce(sim, row, null, 'deleted', rule, cause);
	sim.writer.put('adUsers', slot, null);
	leaveAdGroups(sim, slot, cause);
}

/** The rights on an object are no attribute that anybody synchronizes. */
export function setGranted(sim: Simulation, slot: Slot, granted: boolean, what: string, rule: Rule, cause: Seq): void {
	const row = sim.tables.adUsers.get(slot)!;
	sim.writer.put('adUsers', slot, { ...row, granted });
	sim.writer.tell('source.changed', rule, cause, 'adUsers', slot, 0, what);
}
