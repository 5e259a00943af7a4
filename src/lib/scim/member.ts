import type { Json, JsonObject } from './types';

/** S-188: the member of a body whose name is this one, in whatever case; the name is given in lower case. */
export function member(object: JsonObject, name: string): Json | undefined {
	if (Object.hasOwn(object, name)) return object[name];
	for (const key of Object.keys(object)) if (key.toLowerCase() === name) return object[key];
	return undefined;
}

/** S-188: does a list of schemas name this one, in whatever case? */
export const namesSchema = (schemas: Json | undefined, urn: string): boolean =>
	Array.isArray(schemas) &&
	schemas.some((one: Json) => one === urn || (typeof one === 'string' && one.toLowerCase() === urn.toLowerCase()));
