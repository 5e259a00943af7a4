import * as z from 'zod/mini';
import type { World } from '#lib/world';
import { activeAgent } from '#lib/world/inbound/ad-provider';
import { defineView } from '../view';

export interface AdUnit {
	readonly dn: string;
	/** The first part of the name: "Dallas". */
	readonly name: string;
	/** 1: right below the domain. */
	readonly depth: number;
	/** The unit that it lies in; null: the domain. */
	readonly parent: string | null;
	/** Accounts of the unit itself, without those of the units in it. */
	readonly accounts: number;
	/** With those of the units in it. */
	readonly total: number;
	/** Connect leaves it out: by itself, or with the unit that it lies in. */
	readonly filtered: boolean;
}

export interface AdTree {
	readonly domain: string;
	/** As a person reads a tree: a unit stands before the units in it. */
	readonly units: readonly AdUnit[];
	readonly accounts: number;
	/** Attributes that were added to the schema, and whether the active agent has read them (H-110). */
	readonly added: readonly { readonly name: string; readonly at: number; readonly known: boolean }[];
}

/** The parts of a name from the root on; a comma in a value is escaped. */
function partsOf(dn: string): string[] {
	return dn.split(/(?<!\\),/).reverse();
}

/** The unit in which a name stands; null: right below the domain. */
function parentOf(dn: string): string | null {
	const parent = dn.slice(dn.search(/(?<!\\),/) + 1);
	return /^OU=/i.test(parent) ? parent : null;
}

export function unitName(dn: string): string {
	return (partsOf(dn).at(-1) ?? dn).replace(/^\w+=/, '').replace(/\\(.)/g, '$1');
}

/** The organizational units of Active Directory; null: the company has none. */
export const adUnits = defineView(z.object({}), (world): AdTree | null => {
	if (!world.sim.host.tenantRow.ad) return null;
	const { tables } = world;
	const counts = new Map<string, number>();
	let accounts = 0;
	for (const { attrs } of tables.adUsers.all()) {
		const place = String(attrs.parentDistinguishedName).toLowerCase();
		accounts++;
		counts.set(place, (counts.get(place) ?? 0) + 1);
	}
	const totals = withInner(counts);
	const excluded = new Set((tables.connect.get(0)?.excluded ?? []).map((dn) => dn.toLowerCase()));
	const units = inTreeOrder(world).map((dn): AdUnit => {
		const above = unitsAbove(dn);
		return {
			dn,
			name: unitName(dn),
			depth: above.length + 1,
			parent: above[0] ?? null,
			accounts: counts.get(dn.toLowerCase()) ?? 0,
			total: totals.get(dn.toLowerCase()) ?? 0,
			filtered: [dn, ...above].some((one) => excluded.has(one.toLowerCase()))
		};
	});
	return { domain: world.sim.host.tenantRow.domain, units, accounts, added: addedTo(world) };
});

function addedTo(world: World): AdTree['added'] {
	const agent = activeAgent(world.sim);
	return [...world.tables.adSchema.all()].map(({ name, at }) => ({
		name,
		at,
		known: agent !== null && agent.startedAt >= at
	}));
}

/** An account counts for every unit that it lies in. */
function withInner(counts: ReadonlyMap<string, number>): Map<string, number> {
	const totals = new Map<string, number>();
	for (const [place, count] of counts)
		for (const unit of [place, ...unitsAbove(place)]) totals.set(unit, (totals.get(unit) ?? 0) + count);
	return totals;
}

function unitsAbove(dn: string): string[] {
	const parent = parentOf(dn);
	return parent === null ? [] : [parent, ...unitsAbove(parent)];
}

function inTreeOrder({ tables }: World): string[] {
	const keyOf = (dn: string) => partsOf(dn.toLowerCase()).join('\u0000');
	return [...tables.adUnits.all()]
		.map(({ dn }) => ({ dn, key: keyOf(dn) }))
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map(({ dn }) => dn);
}
