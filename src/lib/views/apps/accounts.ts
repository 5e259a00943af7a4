import * as z from 'zod/mini';
import { definitionOf, nameOf as loginOf, pendingOf, stateOf } from '#lib/apps';
import type { Slot } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import type { LinkRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AccountRow } from '#lib/world/tables/rows';
import { accountSlots } from '../accounts-of';
import { linkState, type LinkState } from '../directory/link-state';
import { appName, appNamed, type AppName } from '../names';
import { accountSorts, accountStates, entriesOf, inOrder, type AccountState } from './account-entries';
import { accountName, searchText } from './account-names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';
import { linkedSince } from './linked-since';
import { needleOf } from '../search-text';

export type { AccountState } from './account-entries';

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
	type: z._default(z.enum(['User', 'Group']), 'User'),
	state: z._default(z.enum(['all', ...accountStates]), 'all'),
	managed: z._default(z.enum(['all', 'managed', 'let go', 'not linked']), 'all'),
	/** Without it, in the order of creation. */
	sort: z.optional(z.enum(accountSorts)),
	descending: z._default(z.boolean(), false),
	...window
});

const stateOfFilter: { readonly [managed: string]: LinkState } = { managed: 'linked', 'let go': 'linked, released' };

/** What the application holds, whoever created it. */
export const accounts = defineView(args, (world, asked): Accounts => {
	const app = appNamed(world, asked.app);
	const all = entriesOf(world, app, asked.type);
	const needle = needleOf(asked.search);
	const wanted = stateOfFilter[asked.managed] ?? 'not linked';
	const states = { active: 0, invited: 0, suspended: 0, inactive: 0 };
	let unmanaged = 0;
	const found = all.filter(({ row, link, state }) => {
		states[state]++;
		if (!link) unmanaged++;
		if (asked.state !== 'all' && state !== asked.state) return false;
		if (asked.managed !== 'all' && linkState(link) !== wanted) return false;
		return !needle || searchText(app.kind, row).includes(needle);
	});
	const sorted = asked.sort ? inOrder(found, app.kind, asked.sort, asked.descending) : found;
	const since = linkedSince(
		world,
		sorted.slice(asked.from, asked.from + asked.count).map(({ link }) => link)
	);
	return {
		...pageOf(sorted, all.length, asked, ({ row }) => accountListRow(world, row, since)),
		app: appName(app),
		users: accountSlots(world, app.slot, 'User').length,
		groups: accountSlots(world, app.slot, 'Group').length,
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
		name: accountName(kind, row),
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
