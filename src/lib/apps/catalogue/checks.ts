import { isObject, type Json, type JsonObject } from '#lib/scim/types';
import type { AppSettings, Change, Surroundings } from '../definition';
import { invalidDomain, missing, noSeat, refuse } from '../refuse';
import { read, textAt } from './text-at';

/** What applications have in common when they check a write. */

/** The value of a list's element of that type, or of the first element. */
export function typed(data: JsonObject, list: string, type = 'work'): string {
	const elements = data[list];
	if (!Array.isArray(elements)) return '';
	const found = (elements as readonly Json[]).filter(isObject);
	return String((found.find((element) => element.type === type) ?? found[0])?.value ?? '');
}

/** What is there at a path, which may name an element of a list by its type. */
function valueAt(data: JsonObject, path: string): Json | undefined {
	const [list, rest] = path.split('[');
	return rest === undefined ? read(data, path) : typed(data, list!);
}

/**
 * Refuses a create in which one of these is missing, in this order, and an update that takes one away. An account that
 * never had it can be changed in everything else.
 */
export function requireTexts(
	{ op, data, before }: Change,
	paths: readonly string[],
	refusal: (path: string) => Error = missing
) {
	const lacks = (of: JsonObject, path: string) => [undefined, ''].includes(valueAt(of, path) as string | undefined);
	for (const path of paths)
		if (lacks(data, path) && (op === 'create' || (before && !lacks(before.data, path)))) throw refusal(path);
}

/** Has the attribute a new value? */
export const changed = ({ before, data }: Change, path: string) =>
	textAt(data, path) !== '' && textAt(data, path) !== (before ? textAt(before.data, path) : '');

export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Does the application accept addresses of this domain? */
export const accepts = ({ domains }: AppSettings, address: string) =>
	domains === undefined || domains[domainOf(address)] === true;

export function requireDomain(change: Change, { settings }: Surroundings, path: string) {
	const value = textAt(change.data, path);
	if (changed(change, path) && !accepts(settings, value)) throw invalidDomain(path, value);
}

/** A value must stand in the application's own table, letter for letter; a table that nobody filled accepts all. */
export function requireLookup(change: Change, { settings }: Surroundings, path: string, table: string, code?: string) {
	const value = textAt(change.data, path);
	const allowed = settings.lookups?.[table];
	if (!allowed || !changed(change, path) || allowed.includes(value)) return;
	throw refuse(422, `${path}: ${JSON.stringify(value)} is not known`, {
		code: code ?? 'UnprocessableEntity',
		attribute: path,
		value
	});
}

/** A name that is in use outside of what this application can see. */
export const isTaken = ({ taken = [] }: AppSettings, name: string) =>
	taken.some((other) => other.toLowerCase() === name.toLowerCase());

/** A new seat is needed by a new account, and by one that comes back into use. */
export function requireSeat(
	{ op, before }: Change,
	{ settings, seatsUsed }: Surroundings,
	uses: boolean,
	used: boolean,
	code?: string
) {
	if (settings.seats === undefined || !uses || (op === 'update' && before !== undefined && used)) return;
	if (seatsUsed() >= settings.seats) throw noSeat('There is no free licence', code);
}

/** Keeps the account, out of use, where the vendor never deletes one. */
export const keepInstead = (change: Change, data: JsonObject) =>
	change.op === 'delete' && change.type === 'User'
		? { instead: 'keep' as const, data: { ...change.data, ...data } }
		: undefined;

/** Cuts texts that are too long and stores what is left. */
export function truncated(data: JsonObject, limits: Readonly<Record<string, number>>): JsonObject {
	const cut: Record<string, Json> = { ...data };
	for (const [name, length] of Object.entries(limits)) {
		const value = data[name];
		if (typeof value === 'string' && value.length > length) cut[name] = value.slice(0, length);
	}
	return cut;
}
