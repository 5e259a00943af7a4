import { create } from '#lib/scim/client';
import type { Json } from '#lib/scim/types';
import { MESSAGE } from '#lib/scim/urns';
import type { ViewData } from '#lib/views';

type Field = ViewData<'adminPage'>['forms']['User'][number];
type Type = 'User' | 'Group';

/** A request to the application's own door, as the command takes it. */
export interface AdminRequest {
	readonly method: 'POST' | 'PATCH' | 'DELETE';
	readonly path: string;
	readonly body?: string;
}

/** What was typed, by the attribute's path. */
export type Draft = { readonly [path: string]: string };

const valueOf = ({ type }: Field, text: string): Json =>
	type === 'boolean' ? text === 'True' : type === 'number' && text.trim() !== '' ? Number(text) : text;

export function createRequest(
	type: Type,
	schema: string,
	fields: readonly Field[],
	draft: Draft
): AdminRequest & { body: string } {
	const values = fields
		.filter(({ path }) => (draft[path] ?? '') !== '')
		.map((field) => ({ path: field.path, value: valueOf(field, draft[field.path]!) }));
	const booleans = new Set(fields.filter(({ type }) => type === 'boolean').map(({ path }) => path));
	const connection = {
		token: '',
		dialect: 'compliant' as const,
		isBoolean: (target: string) => booleans.has(target),
		schemas: { [type]: [schema] }
	};
	return { method: 'POST', path: collection(type), body: create(connection, type, values).body ?? '' };
}

/** The fields whose text is another one than the account has. */
export function changedFields<F extends Field & { readonly value: string }>(
	fields: readonly F[],
	draft: Draft
): readonly F[] {
	return fields.filter(({ path, value }) => draft[path] !== undefined && draft[path] !== value);
}

export function editRequest(
	type: Type,
	id: string,
	changed: readonly (Field & { readonly value: string })[],
	draft: Draft
): AdminRequest {
	const operations = changed.map((field) => {
		const { path, value } = field;
		const text = draft[path] ?? '';
		if (text === '') return { op: 'remove', path };
		return { op: value === '' ? 'add' : 'replace', path, value: valueOf(field, text) };
	});
	const body = JSON.stringify({ schemas: [MESSAGE.patch], Operations: operations });
	return { method: 'PATCH', path: `${collection(type)}/${encodeURIComponent(id)}`, body };
}

export const deleteRequest = (type: Type, id: string): AdminRequest => ({
	method: 'DELETE',
	path: `${collection(type)}/${encodeURIComponent(id)}`
});

const collection = (type: Type) => (type === 'User' ? '/Users' : '/Groups');

/** The last part of a path, for the label of a field: `name.givenName` stays whole, a URN does not. */
export function shortPath(path: string): string {
	const colon = path.startsWith('urn:') ? path.lastIndexOf(':') : -1;
	return path.slice(colon + 1);
}
