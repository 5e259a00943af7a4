import { isObject, type Json, type JsonObject } from '#lib/scim/types';

/** What a resource has at a path. */
export const read = (data: JsonObject, path: string): Json | undefined => {
	const colon = path.startsWith('urn:') ? path.lastIndexOf(':') : -1;
	const home = colon < 0 ? data : data[path.slice(0, colon)];
	return path
		.slice(colon + 1)
		.split('.')
		.reduce<Json | undefined>((at, name) => (isObject(at as Json) ? (at as JsonObject)[name] : undefined), home);
};

/** A text at `name`, `name.givenName` or `<URN>:department`; '' if there is none. */
export function textAt(data: JsonObject, path: string): string {
	const value = read(data, path);
	return typeof value === 'string' ? value : '';
}
