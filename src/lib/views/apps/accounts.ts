import { z } from 'zod';
import { definitionOf } from '#lib/apps';
import type { Json, Slot } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import type { LinkRow } from '#lib/engine/job/records';
import { isObject } from '#lib/scim/types';
import type { World } from '#lib/world';
import type { AccountRow } from '#lib/world/tables/rows';
import { linkState, type LinkState } from '../directory/link-state';
import { appName, appNamed, type AppName } from '../names';
import { appKey, defineView, pageOf, search, slot, window, type Page } from '../view';

export interface AccountListRow {
	readonly slot: Slot;
	readonly id: string;
	readonly type: 'User' | 'Group';
	readonly name: string;
	readonly userName: string;
	readonly active: boolean;
	/** How the job stands to it; "not linked": an account of the application alone. */
	readonly link: LinkState;
	/** Who manages it: the source object, or nobody. */
	readonly source: { readonly kind: 'user' | 'group'; readonly slot: Slot; readonly name: string } | null;
	readonly created: number;
	readonly modified: number;
}

export interface Accounts extends Page<AccountListRow> {
	readonly app: AppName;
	readonly users: number;
	readonly groups: number;
	readonly inactive: number;
	readonly unmanaged: number;
}

const args = z.object({
	app: appKey,
	search,
	type: z.enum(['User', 'Group']).default('User'),
	state: z.enum(['all', 'active', 'inactive']).default('all'),
	managed: z.enum(['all', 'managed', 'let go', 'not linked']).default('all'),
	...window
});

/** What the application holds, whoever created it. */
export const accounts = defineView(args, (world, asked): Accounts => {
	const app = appNamed(world, asked.app);
	const { byType } = world.tables.accountIndexes.of(app.slot);
	const slots = [...(byType.get(asked.type) ?? [])].sort((a, b) => a - b);
	const all = slots.map((slot) => world.tables.accounts.get(slot)!);
	const needle = asked.search.trim().toLowerCase();
	const wanted: { readonly [managed: string]: LinkState } = { managed: 'linked', 'let go': 'linked, let go' };
	let inactive = 0;
	let unmanaged = 0;
	const found = all.filter((row) => {
		const active = isAccountActive(world, row);
		const state = linkState(linkTo(world, row));
		if (!active) inactive++;
		if (state === 'not linked') unmanaged++;
		if (asked.state !== 'all' && active !== (asked.state === 'active')) return false;
		if (asked.managed !== 'all' && state !== (wanted[asked.managed] ?? 'not linked')) return false;
		return !needle || searchText(row).includes(needle);
	});
	return {
		...pageOf(found, all.length, asked, (row) => accountListRow(world, row)),
		app: appName(app),
		users: byType.get('User')?.size ?? 0,
		groups: byType.get('Group')?.size ?? 0,
		inactive,
		unmanaged
	};
});

/** In use by the application's own measure. */
export function isAccountActive({ tables }: World, { app, resource }: AccountRow): boolean {
	const definition = definitionOf(tables.apps.get(app)!.kind);
	return definition.isActive ? definition.isActive(resource) : resource.data.active !== false;
}

function searchText({ resource: { data, id } }: AccountRow): string {
	return `${text(data.userName)} ${text(data.displayName)} ${id}`.toLowerCase();
}

function text(value: Json | undefined): string {
	return typeof value === 'string' ? value : '';
}

function nameOf({ resource: { data, id } }: AccountRow): string {
	const name = data.name;
	const formatted = isObject(name ?? null) ? text((name as { formatted?: Json }).formatted) : '';
	return text(data.displayName) || formatted || text(data.userName) || id;
}

function linkTo(world: World, { app, resource }: AccountRow): LinkRow | null {
	const job = world.tables.jobsByApp.first(app);
	return job === undefined ? null : (world.sim.host.linksTo(job, resource.id)[0] ?? null);
}

function accountListRow(world: World, row: AccountRow): AccountListRow {
	const link = linkTo(world, row);
	const { id, type, data, created, modified } = row.resource;
	return {
		slot: row.slot,
		id,
		type: type === 'Group' ? 'Group' : 'User',
		name: nameOf(row),
		userName: text(data.userName),
		active: isAccountActive(world, row),
		link: linkState(link),
		source: link && { kind: link.kind, slot: link.source, name: sourceName(world, link) },
		created,
		modified
	};
}

function sourceName({ tables }: World, { kind, source, displayName: known }: LinkRow): string {
	const object = kind === 'user' ? tables.users.get(source) : tables.groups.get(source);
	return object ? displayName(object) : known;
}

export interface AccountDetails {
	readonly account: AccountListRow;
	/** The resource as the application keeps it. */
	readonly data: { readonly [name: string]: Json };
	/** What the vendor keeps and SCIM does not show. */
	readonly aside: { readonly [name: string]: Json } | null;
	readonly version: number;
	/** Accounts that share it: two source users matched the same one (C-111). */
	readonly sharedBy: readonly string[];
}

export const account = defineView(z.object({ account: slot }), (world, { account: slot }): AccountDetails | null => {
	const row = world.tables.accounts.get(slot);
	if (!row) return null;
	const job = world.tables.jobsByApp.first(row.app);
	const links = job === undefined ? [] : world.sim.host.linksTo(job, row.resource.id);
	return {
		account: accountListRow(world, row),
		data: row.resource.data,
		aside: row.resource.aside ?? null,
		version: row.resource.version,
		sharedBy: links.slice(1).map((link) => sourceName(world, link))
	};
});
