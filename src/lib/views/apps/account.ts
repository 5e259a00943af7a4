import * as z from 'zod/mini';
import { pendingOf } from '#lib/apps';
import type { Json } from '#lib/engine/base';
import { textOf } from '../logs/flat';
import { defineView, slot } from '../view';
import { historyOfAccount, type AccountChange } from './account-changes';
import { fieldsOf, type AccountField } from './account-fields';
import { accountListRow, linkTo, sourceName, type AccountListRow } from './accounts';
import { linkedSince } from './linked-since';

export interface AccountDetails {
	readonly account: AccountListRow;
	readonly app: { readonly key: string; readonly name: string };
	/** What a form shows, in the application's own paths. */
	readonly fields: readonly (AccountField & { readonly value: string })[];
	/** Values that wait for an approval. */
	readonly pending: readonly { readonly attribute: string; readonly value: string }[];
	/** The account owns something that must be moved before it can be deleted. */
	readonly ownsContent: boolean;
	/** A group's members, by the names of their accounts; the first hundred. */
	readonly members: { readonly count: number; readonly names: readonly string[] } | null;
	/** Who changed it, newest first. */
	readonly changes: readonly AccountChange[];
	/** The resource as the application keeps it. */
	readonly data: { readonly [name: string]: Json };
	/** What the vendor keeps and SCIM does not show. */
	readonly aside: { readonly [name: string]: Json } | null;
	readonly version: number;
	/** Accounts that share it: two source users matched the same one (C-111). */
	readonly sharedBy: readonly string[];
}

const SHOWN_MEMBERS = 100;

export const account = defineView(z.object({ account: slot }), (world, { account: slot }): AccountDetails | null => {
	const row = world.tables.accounts.get(slot);
	if (!row) return null;
	const app = world.tables.apps.get(row.app)!;
	const job = world.tables.jobsByApp.first(row.app);
	const links = job === undefined ? [] : world.sim.host.linksTo(job, row.resource.id);
	const { data, aside, version, type } = row.resource;
	return {
		account: accountListRow(world, row, linkedSince(world, [linkTo(world, row)])),
		app: { key: app.key, name: app.name },
		fields: fieldsOf(app.kind, type, data),
		pending: Object.entries(pendingOf(row.resource)).map(([attribute, value]) => ({
			attribute,
			value: textOf(value)
		})),
		ownsContent: aside?.ownsContent === true,
		members: type === 'Group' ? membersOf(world, row.app, row.resource.id) : null,
		changes: historyOfAccount(world, slot),
		data,
		aside: aside ?? null,
		version,
		sharedBy: links.slice(1).map((link) => sourceName(world, link))
	};
});

function membersOf(world: Parameters<typeof linkTo>[0], app: number, group: string): AccountDetails['members'] {
	const { store } = world.sim.apps.of(app);
	const found = store.find('Member.group', group);
	const names = found.slice(0, SHOWN_MEMBERS).map(({ data }) => {
		const member = typeof data.value === 'string' ? store.get(data.value) : undefined;
		const name = member?.data.displayName ?? member?.data.userName ?? data.display ?? data.value;
		return typeof name === 'string' ? name : '';
	});
	return { count: found.length, names };
}
