import { instant } from './instant';
import { resolve, splitPath, type Field, type Model } from './model';
import { isObject, type Json, type JsonObject } from './types';

type Key = string | number | undefined;

/** Sorts by an attribute (S-237 to S-240), which each resource has as its own type defines it, or has not. */
export function sorted<Found extends { readonly model: Model }>(
	found: readonly Found[],
	sortBy: string,
	descending: boolean,
	view: (one: Found) => JsonObject
): readonly Found[] {
	const path = splitPath(sortBy);
	const keyed = found.map((one, i) => ({ one, i, key: sortKey(resolve(one.model, path), view(one)) }));
	const direction = descending ? -1 : 1;
	keyed.sort((a, b) => direction * order(a.key, b.key) || a.i - b.i);
	return keyed.map((entry) => entry.one);
}

/** S-239: without a value last when ascending, first when descending. */
function order(a: Key, b: Key): number {
	if (a === b) return 0;
	if (a === undefined) return 1;
	if (b === undefined) return -1;
	return a < b ? -1 : 1;
}

function sortKey(field: Field | undefined, resource: JsonObject): Key {
	if (!field) return undefined;
	const top = field.parent ?? field;
	const home = top.urn === undefined ? resource : resource[top.urn];
	let value: Json | undefined = isObject(home as Json) ? (home as JsonObject)[top.name] : undefined;
	// S-238: of a list the primary value, otherwise the first.
	if (Array.isArray(value)) value = value.find((e: Json) => isObject(e) && e.primary === true) ?? value[0];
	const named = field === top ? (field.subs?.get('value') ?? field.subs?.get('formatted')) : field;
	if (named && named !== top) value = isObject(value) ? value[named.name] : value;
	return keyOf(named ?? field, value);
}

function keyOf(field: Field, value: Json | undefined): Key {
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return undefined;
	if (field.type === 'dateTime') return instant(value);
	return field.caseExact || field.type === 'reference' ? value : value.toLowerCase();
}
