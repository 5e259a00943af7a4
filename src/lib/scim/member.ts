import { isObject, type Json } from './types';

/** A member of an object by its name in any case (S-164, S-188). */
export function member(object: Json | undefined, name: string): Json | undefined {
	if (!isObject(object)) return undefined;
	if (Object.hasOwn(object, name)) return object[name];
	const wanted = name.toLowerCase();
	for (const key of Object.keys(object)) if (key.toLowerCase() === wanted) return object[key];
	return undefined;
}

/** S-188: does a list of schemas name this one, in whatever case? */
export const namesSchema = (schemas: Json | undefined, urn: string): boolean =>
	Array.isArray(schemas) &&
	schemas.some((one: Json) => one === urn || (typeof one === 'string' && one.toLowerCase() === urn.toLowerCase()));
