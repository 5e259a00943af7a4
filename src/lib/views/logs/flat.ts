import { isObject, type Json, type JsonObject } from '#lib/scim/types';

/** True and False as the published rows write them; everything else as text. */
export function textOf(value: Json): string {
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A resource as a flat list, in the paths that mappings use. */
export function flattened(resource: JsonObject): Record<string, string> {
	const flat: Record<string, string> = {};
	for (const [name, value] of Object.entries(resource)) {
		if (name === 'schemas' || name === 'meta' || value === null) continue;
		if (Array.isArray(value)) {
			for (const item of value as readonly Json[]) {
				if (!isObject(item) || item.value === undefined || item.value === null) continue;
				flat[typeof item.type === 'string' ? `${name}[type eq "${item.type}"].value` : name] = textOf(item.value);
			}
		} else if (isObject(value)) {
			const separator = name.startsWith('urn:') ? ':' : '.';
			for (const [sub, inner] of Object.entries(value))
				if (inner !== null) flat[`${name}${separator}${sub}`] = textOf(inner);
		} else flat[name] = textOf(value);
	}
	return flat;
}
