import { nameOf as loginOf, stateOf } from '#lib/apps';
import type { LinkRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AccountRow, AppRow } from '#lib/world/tables/rows';
import { accountSlots } from '../accounts-of';
import { accountName } from './account-names';

export const accountStates = ['active', 'invited', 'suspended', 'inactive'] as const;
export type AccountState = (typeof accountStates)[number];
export const accountSorts = ['name', 'login', 'state', 'modified'] as const;
export type AccountSort = (typeof accountSorts)[number];

/** An account, and how a job stands to it. */
export interface Entry {
	readonly row: AccountRow;
	readonly link: LinkRow | null;
	readonly state: AccountState;
}

/** The last answer: scrolling, searching and coming back ask for the same accounts again. */
const remembered = new WeakMap<World, { readonly key: string; readonly entries: readonly Entry[] }>();

/** Every account with its link, in the order of creation. */
export function entriesOf(world: World, app: AppRow, type: 'User' | 'Group'): readonly Entry[] {
	const { op, mark } = world.checkpoint();
	const key = [app.slot, type, op, mark].join();
	const known = remembered.get(world);
	if (known?.key === key) return known.entries;
	const entries = gathered(world, app, type);
	remembered.set(world, { key, entries });
	return entries;
}

function gathered(world: World, app: AppRow, type: 'User' | 'Group'): Entry[] {
	const { tables } = world;
	const linked = new Map<string, LinkRow>();
	const job = tables.jobsByApp.first(app.slot);
	if (job !== undefined)
		for (const slot of tables.linksByJob.get(job)) {
			const link = tables.links.get(slot)!;
			if (!linked.has(link.targetId)) linked.set(link.targetId, link);
		}
	const slots = accountSlots(world, app.slot, type);
	return slots.map((slot) => {
		const row = tables.accounts.get(slot)!;
		const state = type === 'User' ? stateOf(app.kind, row.resource) : 'active';
		return { row, link: linked.get(row.resource.id) ?? null, state };
	});
}

function orderOf(kind: string, sort: AccountSort): (entry: Entry) => string | number {
	switch (sort) {
		case 'name':
			return ({ row }) => accountName(kind, row).toLowerCase();
		case 'login':
			return ({ row }) => loginOf(kind, row.resource).toLowerCase();
		case 'state':
			return ({ state }) => accountStates.indexOf(state);
		case 'modified':
			return ({ row }) => row.resource.modified;
	}
}

/** Entries that are equal stay in the order of creation. */
export function inOrder(entries: readonly Entry[], kind: string, sort: AccountSort, descending: boolean): Entry[] {
	const order = orderOf(kind, sort);
	const sign = descending ? -1 : 1;
	return entries
		.map((entry) => ({ entry, by: order(entry) }))
		.sort((a, b) => (a.by < b.by ? -sign : a.by > b.by ? sign : a.entry.row.slot - b.entry.row.slot))
		.map(({ entry }) => entry);
}
