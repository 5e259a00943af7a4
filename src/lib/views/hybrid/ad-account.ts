import * as z from 'zod/mini';
import type { Json, Slot } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import { anchorOf } from '#lib/tenant/entra/anchor';
import { isWithin } from '#lib/world/ad/domain';
import type { World } from '#lib/world';
import { setByDirectory } from '#lib/world/commands/ad';
import type { AdRow } from '#lib/world/tables/hybrid';
import { defineView, slot } from '../view';
import { adListRow, type AdListRow } from './ad-accounts';
import { failedExports } from './connect-errors';

export interface AdAccountDetails {
	readonly account: AdListRow;
	readonly dn: string;
	readonly parent: string;
	readonly attributes: readonly { readonly name: string; readonly value: Json; readonly editable: boolean }[];
	readonly manager: { readonly slot: Slot; readonly name: string } | null;
	readonly reports: number;
	/** H-282: somebody gave the agent's account the right to write it. */
	readonly granted: boolean;
	/** H-282: when that right is taken back; null: it stays. */
	readonly resetAt: number | null;
	/** The user of the tenant that Connect made of it. */
	readonly user: { readonly slot: Slot; readonly name: string; readonly deleted: boolean } | null;
	/** H-303: Connect leaves its unit out. */
	readonly filtered: boolean;
	/** Attributes that were changed since Connect last read Active Directory. */
	readonly waiting: readonly string[];
	/** When Connect reads it next; null: the scheduler is off. */
	readonly readAt: number | null;
	readonly units: readonly string[];
	/** H-460: what the tenant says to the account each time; null: it takes it. */
	readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** One account of Active Directory with everything around it; null: there is no such account. */
export const adAccount = defineView(z.object({ account: slot }), (world, { account }): AdAccountDetails | null => {
	const { tables } = world;
	const row = tables.adUsers.get(account);
	if (!row) return null;
	const manager = typeof row.attrs.manager === 'number' ? tables.adUsers.get(row.attrs.manager) : null;
	const parent = String(row.attrs.parentDistinguishedName);
	const userSlot = tables.usersByAnchor.first(anchorOf(row));
	const user = userSlot === undefined ? null : tables.users.get(userSlot);
	const connect = tables.connect.get(0);
	const waiting = new Set<string>();
	for (let n = connect?.usn ?? 0; n < tables.adFeed.next; n++) {
		const change = tables.adFeed.get(n)!;
		if (change.ad === account) for (const name of change.attributes ?? ['everything']) waiting.add(name);
	}
	let resetAt: number | null = null;
	for (const timer of tables.timers.all())
		if (timer.what === 'ad.propagate' && timer.subject === account) resetAt = timer.due;
	return {
		account: adListRow(row),
		dn: String(row.attrs.distinguishedName),
		parent,
		attributes: [...Object.entries(row.attrs), ...addedTo(world, row.attrs)]
			.filter(([name]) => name !== 'slot' && name !== 'manager')
			.map(([name, value]) => ({ name, value, editable: !setByDirectory.has(name) })),
		manager: manager && { slot: manager.slot, name: adListRow(manager).cn },
		reports: tables.adByManager.get(account).length,
		granted: row.granted,
		resetAt,
		user: user && { slot: user.slot, name: displayName(user), deleted: user.softDeletedAt !== null },
		filtered: connect?.applied.some((unit) => isWithin(parent, unit)) ?? false,
		waiting: [...waiting],
		readAt: connect?.nextAt ?? null,
		units: [...tables.adUnits.all()].map(({ dn }) => dn),
		refusal: failedExports(world).find((error) => error.account === account) ?? null
	};
});

/** Attributes that were added to the schema, where the account has no value yet. */
function addedTo({ tables }: World, attrs: AdRow['attrs']): [string, Json][] {
	return [...tables.adSchema.all()].filter(({ name }) => !(name in attrs)).map(({ name }) => [name, null]);
}
