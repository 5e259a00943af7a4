import { isObject, type Json, type JsonObject } from '#lib/scim/types';

/**
 * An account in pieces that an administrator's PATCH can write one by one, in the paths of the mappings:
 * `title`, `name.givenName`, `emails[type eq "work"].value`, `urn:...:User:department`.
 */
export function piecesOf(data: JsonObject): Map<string, Json> {
	const pieces = new Map<string, Json>();
	for (const [name, value] of Object.entries(data)) {
		if (name === 'schemas' || name === 'meta' || name === 'id' || value === null) continue;
		if (Array.isArray(value)) ofList(name, value as readonly Json[], pieces);
		else if (isObject(value)) {
			const separator = name.startsWith('urn:') ? ':' : '.';
			for (const [sub, inner] of Object.entries(value)) if (inner !== null) pieces.set(name + separator + sub, inner);
		} else pieces.set(name, value);
	}
	return pieces;
}

/** Values that tell their type apart are pieces of their own; a list of anything else is one piece. */
function ofList(name: string, list: readonly Json[], pieces: Map<string, Json>): void {
	const types = list.map((item) => (isObject(item) && typeof item.type === 'string' ? item.type : null));
	if (types.includes(null) || new Set(types).size < types.length) {
		pieces.set(name, list);
		return;
	}
	list.forEach((item, at) => {
		for (const [sub, inner] of Object.entries(item as JsonObject))
			if (sub !== 'type' && sub !== 'primary' && inner !== null)
				pieces.set(`${name}[type eq "${types[at]}"].${sub}`, inner);
	});
}

const typed = /^(.+)\[type eq "(.+)"\]\.(\w+)$/;

/** The operation of a PATCH that gives a piece this value again, or takes it away. */
export function operationFor(path: string, value: Json | undefined, present: JsonObject): JsonObject {
	if (value === undefined) return { op: 'remove', path };
	const [, name, type, sub] = typed.exec(path) ?? [];
	if (name && type && sub) {
		const list = present[name];
		const isThere =
			Array.isArray(list) && list.some((item) => isObject(item as Json) && (item as JsonObject).type === type);
		if (!isThere) return { op: 'add', path: name, value: [{ type, [sub]: value }] };
	}
	return { op: 'replace', path, value };
}
