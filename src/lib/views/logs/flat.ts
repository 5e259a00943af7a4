import { isObject, type Json, type JsonObject } from '#lib/scim/types';

/** True and False as the published rows write them; everything else as text. */
export function textOf(value: Json): string {
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Said by the path itself, or by nobody. */
const aside = new Set(['type', 'primary', '$ref']);

/** One element of a list: emails[type eq "work"].value, addresses[type eq "work"].locality. */
function element(name: string, item: JsonObject): Record<string, string> {
	const flat: Record<string, string> = {};
	for (const [sub, inner] of Object.entries(item)) {
		if (inner === null || aside.has(sub)) continue;
		if (typeof item.type === 'string') flat[`${name}[type eq "${item.type}"].${sub}`] = textOf(inner);
		else if (sub === 'value') flat[name] = textOf(inner);
	}
	return flat;
}

/** A resource as a flat list, in the paths that mappings use. */
export function flattened(resource: JsonObject): Record<string, string> {
	const flat: Record<string, string> = {};
	for (const [name, value] of Object.entries(resource)) {
		if (name === 'schemas' || name === 'meta' || value === null) continue;
		if (Array.isArray(value)) {
			for (const item of value as readonly Json[]) if (isObject(item)) Object.assign(flat, element(name, item));
		} else if (isObject(value)) {
			const separator = name.startsWith('urn:') ? ':' : '.';
			for (const [sub, inner] of Object.entries(value))
				if (inner !== null) flat[`${name}${separator}${sub}`] = textOf(inner);
		} else flat[name] = textOf(value);
	}
	return flat;
}
