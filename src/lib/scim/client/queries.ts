import type { ScimRequest } from '../types';
import { placeOf, request, type Connection, type Type } from './connection';

const plain = /^[ !#-[\]-~]*$/;

/** As JSON quotes it. Most values are plain, and need no more than the marks around them. */
const quoted = (value: string) => (plain.test(value) ? `"${value}"` : JSON.stringify(value));

/** S-232: of a complex attribute the client asks for its value, and writes the filter after the brackets (S-233). */
const equals = (target: string, value: string) => `${target} eq ${quoted(value)}`;

const bare = ['excludedAttributes', 'members'] as const;
const idAlone = ['attributes', 'id'] as const;

/** The matching query: one attribute, one value (S-064, S-067); of groups without their members. */
export function match(connection: Connection, type: Type, target: string, value: string): ScimRequest {
	const filter = ['filter', equals(target, value)] as const;
	return request(connection, 'GET', { parts: placeOf(type), query: type === 'User' ? [filter] : [bare, filter] });
}

/** Test Connection: a matching query for somebody who cannot exist (S-023 to S-025, S-028). */
export const probe = (connection: Connection, type: Type, target: string, guid: string): ScimRequest =>
	match(connection, type, target, guid);

/** One page of all objects of a type (RFC 7644 §3.4.2.4): what Account Discovery asks. */
export const page = (connection: Connection, type: Type, startIndex: number, count: number): ScimRequest =>
	request(connection, 'GET', {
		parts: placeOf(type),
		query: [
			['startIndex', String(startIndex)],
			['count', String(count)]
		]
	});

/** Reads a linked object (S-066, S-068). */
export const read = (connection: Connection, type: Type, id: string): ScimRequest =>
	request(connection, 'GET', { parts: placeOf(type, id), ...(type === 'Group' && { query: [bare] }) });

/** Asks whether the user has this manager already (S-100 to S-102). */
export const checkManager = (connection: Connection, user: string, manager: string): ScimRequest =>
	checkReference(connection, 'User', user, 'manager', manager);

/** Asks whether somebody is a member; the shape is inferred from the manager check (S-129). */
export const checkMember = (connection: Connection, group: string, user: string): ScimRequest =>
	checkReference(connection, 'Group', group, 'members', user);

function checkReference(connection: Connection, type: Type, id: string, target: string, value: string): ScimRequest {
	const filter = ['filter', `${equals('id', id)} and ${equals(target, value)}`] as const;
	return request(connection, 'GET', { parts: placeOf(type), query: [filter, idAlone] });
}

/** What the application can store: asked for certain gallery applications (S-141). */
export const schemas = (connection: Connection): ScimRequest => request(connection, 'GET', { parts: ['Schemas'] });
