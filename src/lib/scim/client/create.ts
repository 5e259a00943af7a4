import { isObject, type Json, type ScimRequest } from '../types';
import { isBoolean, placeOf, request, schemasOf, type Connection, type Type } from './connection';
import { fits, parseTarget, type TargetPath } from './target';

/** Values by target path, in the order of the mapping. */
export type TargetValues = Iterable<{ readonly path: string; readonly value: Json }>;

type Building = { [key: string]: Json };

/** Creates an object without references (S-070 to S-076); groups are created empty. */
export function create(connection: Connection, type: Type, values: TargetValues): ScimRequest {
	const body: Building = { schemas: schemasOf(connection, type) };
	for (const { path: target, value } of values) {
		// S-039: what the source does not have is not sent.
		if (value === null || value === undefined) continue;
		const path = parseTarget(target);
		place(body, path, isBoolean(connection, path) ? asBoolean(value) : value);
	}
	body.meta = { resourceType: type };
	return request(connection, 'POST', { parts: placeOf(type) }, body);
}

/** S-074: "True" becomes true; a text that is no boolean goes as it is, and the application refuses it. */
export function asBoolean(value: Json): Json {
	if (typeof value !== 'string') return value;
	const text = value.toLowerCase();
	return text === 'true' ? true : text === 'false' ? false : value;
}

function place(body: Building, path: TargetPath, value: Json) {
	const home = path.urn === undefined ? body : child(body, path.urn);
	if (!path.isList) {
		if (path.sub === undefined) home[path.name] = value;
		else child(home, path.name)[path.sub] = value;
		return;
	}
	if (path.where.length === 0 && path.sub === undefined) {
		home[path.name] = value;
		return;
	}
	const list = own(home, path.name) as Building[] | undefined;
	let element: Building | undefined;
	for (const other of list ?? none) if (fits(other, path)) element ??= other;
	if (!element) {
		element = started(path);
		// The application keeps the list, and one that grew has room for seventeen.
		home[path.name] = list ? [...list, element] : [element];
	}
	element[path.sub ?? 'value'] = value;
}

const none: readonly Building[] = [];

/** S-073: an element has what its filter says; the work e-mail is the primary one. S-133: a single role has a type. */
function started(path: TargetPath): Building {
	const element: Building = {};
	for (const { sub, value } of path.where) element[sub] = sub.toLowerCase() === 'primary' ? asBoolean(value) : value;
	const list = path.name.toLowerCase();
	if (list === 'emails' && element.type === 'work') element.primary = true;
	if (list === 'roles' && element.primary === true) element.type = 'WindowsAzureActiveDirectoryRole';
	return element;
}

function child(object: Building, name: string): Building {
	const old = own(object, name);
	if (isObject(old)) return old as Building;
	const made: Building = {};
	object[name] = made;
	return made;
}

/** A target's name may come from a stranger's schema: what every object inherits is no part of the body. */
function own(object: Building, name: string): Json | undefined {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}
