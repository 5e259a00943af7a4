import { resolveLoosely, type Field, type Fields, type Model } from '../model';
import { isObject, type Json, type JsonObject } from '../types';
import { comparison, type CompareOptions, type Test } from './compare';
import type { Filter } from './tree';

/** Does a resource, as it would be returned in full, pass the filter? */
export type Predicate = (resource: JsonObject) => boolean;

/** Binds a filter to a resource type: names are resolved once, types decide how values compare. */
export function bind(filter: Filter, model: Model, options: CompareOptions = {}): Predicate {
	return build(filter, (path) => fieldAccess(resolveLoosely(model, path)), options);
}

/** Binds the filter in the brackets of a value path to the sub-attributes of one field. */
export function bindElement(filter: Filter, subs: Fields | undefined, options: CompareOptions = {}): Predicate {
	return build(filter, (path) => elementAccess(path.urn || path.sub ? undefined : subs?.get(path.name)), options);
}

interface Access {
	readonly field: Field;
	/** Calls back with each value until one answers true. */
	some(resource: JsonObject, test: Test): boolean;
	/** The field whose elements a value path looks into. */
	readonly whole: Field;
	elements(resource: JsonObject): Json | undefined;
}

type Resolver = (path: { urn: string | undefined; name: string; sub: string | undefined }) => Access | undefined;

function build(filter: Filter, access: Resolver, options: CompareOptions): Predicate {
	switch (filter.kind) {
		case 'and': {
			const terms = filter.terms.map((term) => build(term, access, options));
			return (resource) => terms.every((term) => term(resource));
		}
		case 'or': {
			const terms = filter.terms.map((term) => build(term, access, options));
			return (resource) => terms.some((term) => term(resource));
		}
		case 'not': {
			const term = build(filter.term, access, options);
			return (resource) => !term(resource);
		}
		case 'present': {
			const at = access(filter.path);
			return at ? (resource) => isAssigned(at.elements(resource), at) : never;
		}
		case 'compare': {
			const at = access(filter.path);
			// S-235: an attribute that the type does not define makes the comparison false; it is not an error.
			if (!at) return never;
			const test = comparison(at.field, filter.op, filter.value, options);
			return (resource) => at.some(resource, test);
		}
		case 'values': {
			const at = access(filter.path);
			if (!at) return never;
			const inner = bindElement(filter.filter, at.whole.subs, options);
			const then = filter.then && bindElement(filter.then, at.whole.subs, options);
			return (resource) =>
				list(at.elements(resource)).some((element) => isObject(element) && inner(element) && (!then || then(element)));
		}
	}
}

const never: Predicate = () => false;

const list = (value: Json | undefined): readonly Json[] =>
	value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

/** S-227 `pr`: there is a value, and it is neither null nor empty. */
function isAssigned(value: Json | undefined, at: Access): boolean {
	if (value === undefined || value === null || value === '') return false;
	if (!Array.isArray(value)) return !isObject(value) || Object.keys(value).length > 0;
	const { parent } = at.field;
	if (!parent || at.whole === at.field) return value.length > 0;
	return value.some((element) => isObject(element) && isAssigned(element[at.field.name], { ...at, whole: at.field }));
}

const accesses = new WeakMap<Field, Access>();

function fieldAccess(field: Field | undefined): Access | undefined {
	if (!field) return undefined;
	let access = accesses.get(field);
	if (!access) accesses.set(field, (access = accessTo(field)));
	return access;
}

/** S-232: a complex attribute named without a sub-attribute stands for its `value`. */
function accessTo(field: Field): Access {
	const top = field.parent ?? field;
	const value = field.type === 'complex' ? (field.subs?.get('value') ?? field) : field;
	const { urn, name } = top;
	const elements = (resource: JsonObject): Json | undefined => {
		if (urn === undefined) return resource[name];
		const extension = resource[urn];
		return isObject(extension) ? extension[name] : undefined;
	};
	return {
		field: value,
		whole: top,
		elements: field.parent && !top.multiValued ? (resource) => member(elements(resource), field.name) : elements,
		some: (resource, test) => someValue(elements(resource), value === top ? undefined : value, test)
	};
}

const member = (value: Json | undefined, name: string) => (isObject(value) ? value[name] : undefined);

/** S-230: any value of a multi-valued attribute will do. S-234: none at all is "not equal". */
function someValue(value: Json | undefined, sub: Field | undefined, test: Test): boolean {
	if (value === undefined || value === null) return test(undefined);
	if (!Array.isArray(value)) return test(sub === undefined ? value : member(value, sub.name));
	if (value.length === 0) return test(undefined);
	return value.some((element) => test(sub === undefined ? element : ofElement(element, sub)));
}

/** S-193: an element that does not say whether it is the primary one is not. */
const ofElement = (element: Json, sub: Field) =>
	member(element, sub.name) ?? (sub.name === 'primary' && sub.type === 'boolean' ? false : undefined);

function elementAccess(field: Field | undefined): Access | undefined {
	if (!field) return undefined;
	const { name } = field;
	return {
		field,
		whole: field,
		elements: (element) => element[name],
		some: (element, test) => someValue(ofElement(element, field), undefined, test)
	};
}
