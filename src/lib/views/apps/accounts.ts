import { z } from 'zod';
import { definitionOf, nameOf as loginOf, pendingOf, stateOf } from '#lib/apps';
import type { Json, Slot } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import type { LinkRow } from '#lib/engine/job/records';
import { isObject } from '#lib/scim/types';
import type { World } from '#lib/world';
import type { AccountRow } from '#lib/world/tables/rows';
import { accountSlots } from '../accounts-of';
import { linkState, type LinkState } from '../directory/link-state';
import { appName, appNamed, type AppName } from '../names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';
import { linkedSince } from './linked-since';

export const accountStates = ['active', 'invited', 'suspended', 'inactive'] as const;
export type AccountState = (typeof accountStates)[number];

export interface AccountListRow {
	readonly slot: Slot;
	readonly id: string;
	readonly type: 'User' | 'Group';
	readonly name: string;
	/** By the application's own measure: Slack's userName, Salesforce's Username, GitHub's login. */
	readonly userName: string;
	readonly state: AccountState;
	/** In use, or will be as soon as an invitation is accepted. */
	readonly active: boolean;
	/** How the job stands to it; "not linked": an account of the application alone. */
	readonly link: LinkState;
	/** When it began to be managed, or was let go; null: never linked. */
	readonly since: number | null;
	/** Who manages it: the source object, or nobody. */
	readonly source: { readonly kind: 'user' | 'group'; readonly slot: Slot; readonly name: string } | null;
	/** Attributes whose new value waits for an approval. */
	readonly pending: readonly string[];
	readonly created: number;
	readonly modified: number;
}

export interface Accounts extends Page<AccountListRow> {
	readonly app: AppName;
	readonly users: number;
	readonly groups: number;
	readonly states: { readonly [state in AccountState]: number };
	/** Out of use: suspended or inactive. */
	readonly inactive: number;
	readonly unmanaged: number;
}

const args = z.object({
	app: appKey,
	search,
	type: z.enum(['User', 'Group']).default('User'),
	state: z.enum(['all', ...accountStates]).default('all'),
	managed: z.enum(['all', 'managed', 'let go', 'not linked']).default('all'),
	...window
});

/** What the application holds, whoever created it. */
export const accounts = defineView(args, (world, asked): Accounts => {
	const app = appNamed(world, asked.app);
	const slots = [...accountSlots(world, app.slot, asked.type)].sort((a, b) => a - b);
	const all = slots.map((slot) => world.tables.accounts.get(slot)!);
	const needle = asked.search.trim().toLowerCase();
	const wanted: { readonly [managed: string]: LinkState } = { managed: 'linked', 'let go': 'linked, let go' };
	const states = { active: 0, invited: 0, suspended: 0, inactive: 0 };
	let unmanaged = 0;
	const found = all.filter((row) => {
		const state = stateOf(app.kind, row.resource);
		const link = linkState(linkTo(world, row));
		states[state]++;
		if (link === 'not linked') unmanaged++;
		if (asked.state !== 'all' && state !== asked.state) return false;
		if (asked.managed !== 'all' && link !== (wanted[asked.managed] ?? 'not linked')) return false;
		return !needle || searchText(app.kind, row).includes(needle);
	});
	const shown = found.slice(asked.from, asked.from + asked.count);
	const since = linkedSince(
		world,
		shown.map((row) => linkTo(world, row))
	);
	return {
		...pageOf(found, all.length, asked, (row) => accountListRow(world, row, since)),
		app: appName(app),
		users: accountSlots(world, app.slot, 'User').size,
		groups: accountSlots(world, app.slot, 'Group').size,
		states,
		inactive: states.suspended + states.inactive,
		unmanaged
	};
});

/** In use by the application's own measure. */
export function isAccountActive({ tables }: World, { app, resource }: AccountRow): boolean {
	const definition = definitionOf(tables.apps.get(app)!.kind);
	return definition.isActive ? definition.isActive(resource) : resource.data.active !== false;
}

function searchText(kind: string, row: AccountRow): string {
	return `${loginOf(kind, row.resource)} ${nameOf(kind, row)} ${row.resource.id}`.toLowerCase();
}

function text(value: Json | undefined): string {
	return typeof value === 'string' ? value : '';
}

/** The name of a person or a group, under whatever attribute the application keeps it. */
function nameOf(kind: string, { resource }: AccountRow): string {
	const { data, id } = resource;
	const name: { readonly [part: string]: Json } = isObject(data.name ?? null)
		? (data.name as { readonly [part: string]: Json })
		: {};
	const whole = text(data.displayName) || text(name.formatted) || text(data.name);
	return whole || partsOf({ ...data, ...name }) || loginOf(kind, resource) || id;
}

const givenNames = ['givenName', 'FirstName', 'first_name', 'givenname', 'firstName'];
const familyNames = ['familyName', 'LastName', 'last_name', 'surname', 'lastName'];

function partsOf(data: { readonly [name: string]: Json }): string {
	const first = (names: readonly string[]) => names.map((name) => text(data[name])).find((part) => part !== '') ?? '';
	return `${first(givenNames)} ${first(familyNames)}`.trim();
}

export function linkTo(world: World, { app, resource }: AccountRow): LinkRow | null {
	const job = world.tables.jobsByApp.first(app);
	return job === undefined ? null : (world.sim.host.linksTo(job, resource.id)[0] ?? null);
}

export function accountListRow(world: World, row: AccountRow, since: ReadonlyMap<Slot, number>): AccountListRow {
	const link = linkTo(world, row);
	const { kind } = world.tables.apps.get(row.app)!;
	const { id, type, created, modified } = row.resource;
	const isUser = type === 'User';
	const state = isUser ? stateOf(kind, row.resource) : 'active';
	return {
		slot: row.slot,
		id,
		type: isUser ? 'User' : 'Group',
		name: nameOf(kind, row),
		userName: isUser ? loginOf(kind, row.resource) : '',
		state,
		active: state === 'active' || state === 'invited',
		link: linkState(link),
		since: link && (since.get(link.slot) ?? null),
		source: link && { kind: link.kind, slot: link.source, name: sourceName(world, link) },
		pending: Object.keys(pendingOf(row.resource)),
		created,
		modified
	};
}

export function sourceName({ tables }: World, { kind, source, displayName: known }: LinkRow): string {
	const object = kind === 'user' ? tables.users.get(source) : tables.groups.get(source);
	return object ? displayName(object) : known;
}
