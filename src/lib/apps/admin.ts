import { frozen } from '#lib/scim/frozen';
import { isObject, type JsonObject } from '#lib/scim/types';
import { definitionOf } from './catalogue/kinds';
import { isActive, SEATS } from './provider/plan';
import type { AppStore, Resource } from './types';

/** What an application's administrator does to an account by hand: each answers the new record, to be `put`. */

const changed = (account: Resource, now: number, data: JsonObject, aside: JsonObject | undefined): Resource => {
	const { aside: _, ...rest } = account;
	const after = { ...rest, version: account.version + 1, modified: now, data: frozen(data) };
	return frozen(aside && Object.keys(aside).length ? { ...after, aside: frozen(aside) } : after);
};

/** Approves a change that waits (Salesforce e-mail); without one the account stays as it is. */
export function approve(account: Resource, attribute: string, now: number): Resource {
	const waiting = pendingOf(account);
	const value = waiting[attribute];
	if (value === undefined) return account;
	const { [attribute]: _, ...left } = waiting;
	const { pending: __, ...aside } = account.aside ?? {};
	const rest = Object.keys(left).length ? { ...aside, pending: left } : aside;
	return changed(account, now, { ...account.data, [attribute]: value }, rest);
}

/** Values that were sent and wait for an approval, by attribute. */
export function pendingOf({ aside }: Resource): JsonObject {
	const waiting = aside?.pending;
	return isObject(waiting ?? null) ? (waiting as JsonObject) : {};
}

/** Accepts an invitation. */
export const accept = (account: Resource, now: number): Resource =>
	account.aside?.status === 'invited'
		? changed(account, now, account.data, { ...account.aside, status: 'active' })
		: account;

/** Moves the content of an account to somebody else, so that it can be deleted. */
export const moveContent = (account: Resource, now: number): Resource =>
	changed(account, now, account.data, { ...account.aside, ownsContent: false });

/** The state that the admin page shows. */
export function stateOf(kind: string, account: Resource): 'active' | 'invited' | 'suspended' | 'inactive' {
	const definition = definitionOf(kind);
	if (account.aside?.status === 'invited') return 'invited';
	if (isActive(definition, account)) return 'active';
	return definition.operations.disable === 'suspend' ? 'suspended' : 'inactive';
}

/** The name under which the application shows an account. */
export function nameOf(kind: string, { data, aside }: Resource): string {
	const { userName } = definitionOf(kind);
	return String(aside?.login ?? data[userName] ?? '');
}

/** Accounts that take a seat, where seats are counted; otherwise 0. */
export const seatsUsed = (store: AppStore): number => store.count(SEATS, 'yes');
