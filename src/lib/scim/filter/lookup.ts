import { resolveLoosely, type Field, type Model } from '../model';
import type { Filter } from './tree';

/** `field eq value` that every match must fulfil: what an index can answer. */
export interface Lookup {
	readonly field: Field;
	readonly value: string;
}

/** The equalities in a filter of which each alone narrows the search: the filter itself, or terms of its `and`. */
export function lookups(filter: Filter, model: Model): readonly Lookup[] {
	switch (filter.kind) {
		case 'and':
			return filter.terms.flatMap((term) => lookups(term, model));
		case 'compare':
			return equality(filter, resolveLoosely(model, filter.path));
		case 'values': {
			const field = resolveLoosely(model, filter.path);
			const own = elementTerms(filter.filter).flatMap((term) => equality(term, field?.subs?.get(nameOf(term))));
			return filter.then ? [...own, ...equality(filter.then, field?.subs?.get(nameOf(filter.then)))] : own;
		}
		default:
			return [];
	}
}

const elementTerms = (filter: Filter): readonly Filter[] => (filter.kind === 'and' ? filter.terms : [filter]);

const nameOf = (filter: Filter) => (filter.kind === 'compare' || filter.kind === 'present' ? filter.path.name : '');

function equality(filter: Filter, field: Field | undefined): readonly Lookup[] {
	if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string' || !field) return [];
	const value = field.type === 'complex' ? field.subs?.get('value') : field;
	return value ? [{ field: value, value: filter.value }] : [];
}

/** The names of the top-level attributes that a filter mentions, in lower case. */
export function mentions(filter: Filter, into: Set<string> = new Set()): ReadonlySet<string> {
	switch (filter.kind) {
		case 'and':
		case 'or':
			for (const term of filter.terms) mentions(term, into);
			break;
		case 'not':
			mentions(filter.term, into);
			break;
		default:
			into.add(filter.path.name.toLowerCase());
	}
	return into;
}

/** The operators that a filter uses, `and`, `or` and `not` among them. */
export function operatorsOf(filter: Filter, into: Set<string> = new Set()): ReadonlySet<string> {
	switch (filter.kind) {
		case 'and':
		case 'or':
			into.add(filter.kind);
			for (const term of filter.terms) operatorsOf(term, into);
			break;
		case 'not':
			into.add('not');
			operatorsOf(filter.term, into);
			break;
		case 'present':
			into.add('pr');
			break;
		case 'compare':
			into.add(filter.op);
			break;
		case 'values':
			operatorsOf(filter.filter, into);
			if (filter.then) operatorsOf(filter.then, into);
	}
	return into;
}
