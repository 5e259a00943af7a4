import { resolve, splitPath, type Field, type Fields, type Model } from './model';
import { isObject, type Json, type JsonObject } from './types';

/** Attributes that a request names: whole ones, and sub-attributes of others. Keys are labels of top-level fields. */
type Named = ReadonlyMap<string, 'whole' | ReadonlySet<string>>;

/** What a request wants to see (S-247): the named attributes only, or all but the named. */
export interface Selection {
	readonly only: Named | undefined;
	readonly not: Named | undefined;
}

const everything: Selection = { only: undefined, not: undefined };

export function select(model: Model, attributes: readonly string[], excluded: readonly string[]): Selection {
	if (!attributes.length && !excluded.length) return everything;
	return {
		only: attributes.length ? known(model, attributes) : undefined,
		not: excluded.length ? known(model, excluded) : undefined
	};
}

const selections = new WeakMap<Model, WeakMap<readonly string[], Named>>();

/** A list of names that is asked for again means the same again. */
function known(model: Model, names: readonly string[]): Named {
	let ofModel = selections.get(model);
	if (!ofModel) selections.set(model, (ofModel = new WeakMap()));
	let found = ofModel.get(names);
	if (!found) ofModel.set(names, (found = named(model, names)));
	return found;
}

function named(model: Model, names: readonly string[]): Named {
	const result = new Map<string, 'whole' | Set<string>>();
	for (const name of names) {
		const whole = model.urns.get(name.toLowerCase());
		if (whole === 'core') for (const { label } of model.fields.list) result.set(label, 'whole');
		else if (whole) for (const { label } of whole.fields.list) result.set(label, 'whole');
		else nameOne(result, resolve(model, splitPath(name)));
	}
	return result;
}

function nameOne(result: Map<string, 'whole' | Set<string>>, field: Field | undefined) {
	if (!field) return;
	if (!field.parent) {
		result.set(field.label, 'whole');
		return;
	}
	const old = result.get(field.parent.label);
	if (old !== 'whole') result.set(field.parent.label, (old ?? new Set()).add(field.name));
}

/** What of a resource is returned: S-196 and S-247 for attributes and their sub-attributes. */
export function project(resource: JsonObject, model: Model, selection: Selection): JsonObject {
	if (!selection.only && !selection.not && !model.hides) return resource;
	const result = projectFields(resource, model.fields, selection);
	for (const { urn, fields } of model.extensions) {
		const part = resource[urn];
		if (!isObject(part)) continue;
		const shown = projectFields(part, fields, selection);
		if (Object.keys(shown).length) result[urn] = shown;
	}
	return result;
}

function projectFields(object: JsonObject, fields: Fields, { only, not }: Selection): Record<string, Json> {
	const result: Record<string, Json> = {};
	for (const key of Object.keys(object)) {
		const field = fields.get(key);
		if (!field || field.returned === 'never') continue;
		const wanted = only?.get(field.label);
		const unwanted = not?.get(field.label);
		const always = field.returned === 'always';
		if (!always && (unwanted === 'whole' || (only && !wanted) || (field.returned === 'request' && !wanted))) continue;
		const value = object[key] as Json;
		const shown = field.subs && !always ? projectSubs(field, value, wanted, unwanted) : value;
		if (shown !== undefined) result[key] = shown;
	}
	return result;
}

function projectSubs(
	field: Field,
	value: Json,
	wanted: 'whole' | ReadonlySet<string> | undefined,
	unwanted: 'whole' | ReadonlySet<string> | undefined
): Json | undefined {
	const subs = field.subs as Fields;
	const only = wanted instanceof Set ? wanted : undefined;
	const not = unwanted instanceof Set ? unwanted : undefined;
	if (!only && !not && !subs.list.some((s) => s.returned === 'never' || s.returned === 'request')) return value;
	const keeps = (sub: Field | undefined) => {
		if (!sub || sub.returned === 'never') return false;
		if (sub.returned === 'always') return true;
		if (sub.returned === 'request' && !only?.has(sub.name)) return false;
		return !not?.has(sub.name) && (!only || only.has(sub.name));
	};
	const one = (element: Json): Json | undefined => {
		if (!isObject(element)) return element;
		const kept = Object.keys(element).filter((key) => keeps(subs.get(key)));
		return kept.length ? Object.fromEntries(kept.map((key) => [key, element[key] as Json])) : undefined;
	};
	if (!Array.isArray(value)) return one(value);
	const list = value.map((element: Json) => one(element)).filter((element) => element !== undefined);
	return list.length ? list : undefined;
}
