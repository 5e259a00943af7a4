import type { ObjectMapping } from '#lib/engine/job/records';

const named = /\[([A-Za-z][\w.]*)\]/g;
/** C-496: these are imported whatever the mappings say. */
const always = ['objectId', 'accountEnabled', 'displayName', 'userPrincipalName', 'appRoleAssignments'];
const cache = new WeakMap<ObjectMapping, readonly string[]>();

/** The source attributes that a mapping and its filter read. */
export function usedAttributes(mapping: ObjectMapping): readonly string[] {
	let used = cache.get(mapping);
	if (!used) cache.set(mapping, (used = collect(mapping)));
	return used;
}

function collect({ attributes, filter }: ObjectMapping): string[] {
	const names = new Set(always);
	for (const { source } of attributes) {
		if (source.type === 'Direct') names.add(source.attribute);
		if (source.type === 'Expression') for (const [, name] of source.expression.matchAll(named)) names.add(name!);
	}
	for (const group of filter?.groups ?? []) for (const { attribute } of group.clauses) names.add(attribute);
	names.delete('IsSoftDeleted');
	return [...names];
}
