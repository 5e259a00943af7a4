import { parseFilter } from '../filter/parse';
import type { Filter } from '../filter/tree';
import type { ScimRequest } from '../types';
import { placeOf, request, type Connection, type Type } from './connection';

const plain = /^[ !#-[\]-~]*$/;

/** As JSON quotes it. Most values are plain, and need no more than the marks around them. */
const quoted = (value: string) => (plain.test(value) ? `"${value}"` : JSON.stringify(value));

/** S-232: of a complex attribute the client asks for its value, and writes the filter after the brackets (S-233). */
const equals = (target: string, value: string) => `${target} eq ${quoted(value)}`;

const shapes = new Map<string, Filter | undefined>();

/** The same as an application reads it; undefined: only its text tells. What a target says is read once. */
function comparing(target: string, value: string, at = 0): Filter | undefined {
	if (!shapes.has(target)) shapes.set(target, shapeOf(target));
	const shape = shapes.get(target);
	return shape?.kind === 'compare' ? { kind: 'compare', path: shape.path, op: 'eq', value, at } : undefined;
}

function shapeOf(target: string): Filter | undefined {
	try {
		return parseFilter(equals(target, ''));
	} catch {
		return undefined;
	}
}

const bare = ['excludedAttributes', 'members'] as const;
const idAlone = ['attributes', 'id'] as const;

/** The matching query: one attribute, one value (S-064, S-067); of groups without their members. */
export function match(connection: Connection, type: Type, target: string, value: string): ScimRequest {
	const written = ['filter', equals(target, value)] as const;
	const query = type === 'User' ? [written] : [bare, written];
	return request(connection, 'GET', { parts: placeOf(type), query, filter: comparing(target, value) });
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
	const own = equals('id', id);
	const query = [['filter', `${own} and ${equals(target, value)}`], idAlone] as const;
	const terms = [comparing('id', id)!, comparing(target, value, own.length + 5)];
	const filter = terms[1] && { kind: 'and' as const, terms: terms as Filter[] };
	return request(connection, 'GET', { parts: placeOf(type), query, filter });
}
