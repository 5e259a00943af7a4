import { frozen } from './frozen';
import { refusal, unknownAttribute } from './errors';
import { instant } from './instant';
import type { Field, Fields, Model } from './model';
import { isObject, type Json, type JsonObject } from './types';

export interface ReadOptions {
	readonly textBooleans: boolean;
	/** A text for a complex attribute, one value for a list, a list of one for a single value. */
	readonly looseShapes: boolean;
	readonly emptyTextUnassigns: boolean;
	readonly refuseUnknown: boolean;
}

const wrong = (field: Field, expected: string) =>
	refusal('invalidValue', `${field.label}: ${expected} is expected`, { attribute: field.label });

/**
 * Reads a value that a client sent for a field. The result is frozen, has canonical names and holds only what the
 * schema knows; undefined means unassigned, as null, [] and {} do (S-191).
 */
export function readValue(field: Field, value: Json | undefined, options: ReadOptions): Json | undefined {
	if (!field.multiValued) return readOne(field, single(field, value, options), options);
	if (value === undefined || value === null || value === '') return undefined;
	const elements = Array.isArray(value) ? (value as readonly Json[]) : undefined;
	if (!elements && !isObject(value) && !options.looseShapes) throw wrong(field, 'a list');
	return readList(field, elements ?? [value], options);
}

/** S-292: a list of one is unwrapped for a single value, and so is the object that older clients put a plain one in. */
function single(field: Field, value: Json | undefined, options: ReadOptions): Json | undefined {
	if (!options.looseShapes || !Array.isArray(value) || value.length > 1) return value;
	const one = value[0] as Json | undefined;
	return isObject(one) && field.type !== 'complex' ? one.value : one;
}

function readList(field: Field, elements: readonly Json[], options: ReadOptions): Json | undefined {
	/** A copy, as soon as an element is not stored as it came. */
	let copy: Json[] | undefined;
	let primaries = 0;
	for (let i = 0; i < elements.length; i++) {
		const one = readOne(field, elements[i], options);
		if (isObject(one) && one.primary === true) primaries++;
		if (one !== elements[i]) copy ??= elements.slice(0, i);
		if (copy && one !== undefined) copy.push(one);
	}
	// S-193
	if (primaries > 1) throw wrong(field, 'at most one primary value');
	const read = copy ?? elements;
	return read.length ? frozen(read.length > 1 ? withoutRepeats(read) : read) : undefined;
}

/** S-194: a value of the same type is the same entry; the first counts. */
function withoutRepeats(elements: readonly Json[]): readonly Json[] {
	const seen = new Set<string>();
	const kept = elements.filter(
		(one) =>
			!isObject(one) ||
			one.value === undefined ||
			seen.size < seen.add(`${one.type as string}\0${one.value as string}`).size
	);
	return kept.length < elements.length ? kept : elements;
}

/** Reads one value, or one element of a list. */
export function readOne(field: Field, value: Json | undefined, options: ReadOptions): Json | undefined {
	if (value === undefined || value === null) return undefined;
	switch (field.type) {
		case 'complex':
			return readComplex(field, value, options);
		case 'boolean':
			return readBoolean(field, value, options);
		case 'integer':
			if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong(field, 'an integer');
			return value;
		case 'decimal':
			if (typeof value !== 'number') throw wrong(field, 'a number');
			return value;
		case 'dateTime':
			if (typeof value !== 'string' || instant(value) === undefined) throw wrong(field, 'a dateTime');
			return value;
		default:
			if (typeof value !== 'string') throw wrong(field, 'a text');
			return value === '' && options.emptyTextUnassigns ? undefined : value;
	}
}

function readBoolean(field: Field, value: Json, options: ReadOptions): Json | undefined {
	if (typeof value === 'boolean') return value;
	if (options.textBooleans && typeof value === 'string') {
		const text = value.toLowerCase();
		if (text === 'true') return true;
		if (text === 'false') return false;
		if (text === '') return undefined;
	}
	throw wrong(field, 'a boolean');
}

function readComplex(field: Field, value: Json, options: ReadOptions): Json | undefined {
	if (isObject(value)) return readMembers(field.subs as Fields, value, options);
	const bare = field.subs?.get('value');
	if (!options.looseShapes || field.multiValued || !bare || Array.isArray(value)) throw wrong(field, 'an object');
	const read = readOne(bare, value, options);
	return read === undefined ? undefined : frozen({ value: read });
}

/**
 * Reads the members of an object; undefined if nothing is left. Members that clients may not set are dropped. An object
 * that is already as it is to be stored is frozen and kept: it was parsed from a body, and nobody else has it.
 */
export function readMembers(fields: Fields, value: JsonObject, options: ReadOptions): JsonObject | undefined {
	let copy: Record<string, Json> | undefined;
	let count = 0;
	for (const key in value) {
		const field = fields.get(key);
		if (!field && options.refuseUnknown) throw unknownAttribute('invalidSyntax', key);
		const one = !field || field.mutability === 'readOnly' ? undefined : readValue(field, value[key], options);
		if (one !== undefined && one === value[key] && field!.name === key) {
			if (copy) copy[key] = one;
		} else {
			copy ??= copied(value, count);
			if (one !== undefined) copy[field!.name] = one;
		}
		count++;
	}
	if (!copy) return count ? frozen(value) : undefined;
	return hasMembers(copy) ? frozen(copy) : undefined;
}

/** The first members of an object. */
function copied(value: JsonObject, count: number): Record<string, Json> {
	const copy: Record<string, Json> = {};
	for (const key of Object.keys(value).slice(0, count)) copy[key] = value[key] as Json;
	return copy;
}

function hasMembers(object: JsonObject): boolean {
	for (const _ in object) return true;
	return false;
}

/** Members of a body that are never data: computed, or given by the application. */
const computed: ReadonlySet<string> = new Set(['schemas', 'id', 'meta']);

/**
 * Reads a resource from a POST or PUT body. Extensions are kept whether or not `schemas` lists them (S-075); what
 * stands under the URN of the core schema is read as if it stood beside it.
 */
export function readResource(model: Model, body: JsonObject, options: ReadOptions): JsonObject {
	const data: Record<string, Json> = {};
	for (const key in body) {
		const field = model.fields.get(key);
		if (field) {
			if (field.mutability === 'readOnly' || computed.has(field.name)) continue;
			const read = readValue(field, body[key], options);
			if (read !== undefined) data[field.name] = read;
			continue;
		}
		const extension = key.length > 4 ? model.urns.get(key.toLowerCase()) : undefined;
		const value = body[key] as Json;
		if (!extension) {
			if (options.refuseUnknown) throw unknownAttribute('invalidSyntax', key);
			continue;
		}
		if (value === null) continue;
		if (!isObject(value)) throw refusal('invalidValue', `${key}: an object is expected`);
		if (extension === 'core') {
			const { schemas: _, ...read } = readMembers(model.fields, value, options) ?? {};
			Object.assign(data, read);
			continue;
		}
		const read = readMembers(extension.fields, value, options);
		if (read) data[extension.urn] = read;
	}
	return data;
}

/** S-219: what the schema requires must be there, in the parts that are there. */
export function requireAll(model: Model, data: JsonObject) {
	requireIn(model.fields, data);
	for (const extension of model.extensions) {
		const part = data[extension.urn];
		if (part === undefined && !extension.required) continue;
		requireIn(extension.fields, isObject(part) ? part : {});
	}
}

function requireIn(fields: Fields, data: JsonObject) {
	for (const field of fields.required) {
		const value = data[field.name];
		if (value === undefined || value === '') {
			throw refusal('invalidValue', `${field.label} is required`, {
				code: 'MandatoryFieldsMissing',
				attribute: field.label
			});
		}
	}
}
