import { nameOf as loginOf } from '#lib/apps';
import type { Json } from '#lib/engine/base';
import { isObject } from '#lib/scim/types';
import type { AccountRow } from '#lib/world/tables/rows';
import { searchable } from '../search-text';

export function searchText(kind: string, row: AccountRow): string {
	return searchable(`${loginOf(kind, row.resource)} ${accountName(kind, row)} ${row.resource.id}`);
}

function text(value: Json | undefined): string {
	return typeof value === 'string' ? value : '';
}

/** The name of a person or a group, under whatever attribute the application keeps it. */
export function accountName(kind: string, { resource }: AccountRow): string {
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
