import type { Filter } from '../filter/tree';
import type { Field } from '../model';
import type { Json, JsonObject } from '../types';
import { readOne, type ReadOptions } from '../values';

/**
 * The element that a filter describes, when nothing matches it and the application creates it (S-085, S-290):
 * `[type eq "work"]` makes `{ type: 'work' }`. A filter that is more than equalities describes nothing.
 */
export function fromFilter(field: Field, filter: Filter, options: ReadOptions): JsonObject | undefined {
	const terms = filter.kind === 'and' ? filter.terms : [filter];
	const made: Record<string, Json> = {};
	for (const term of terms) {
		if (term.kind !== 'compare' || term.op !== 'eq' || term.path.urn || term.path.sub) return undefined;
		const sub = field.subs?.get(term.path.name);
		if (!sub) return undefined;
		const read = readOne(sub, term.value, options);
		if (read !== undefined) made[sub.name] = read;
	}
	return made;
}
