import { checkMappings, type AttributeMapping } from '#lib/engine/mapping';
import type { ScopingFilter } from '#lib/engine/scoping';
import { compileScope } from '#lib/engine/scoping/compile';
import type { JobTemplate } from '#lib/hr/templates';
import type { Tables } from '../tables/tables';

/** Why the mappings of a job from or to HR cannot be saved, or null. */
export function mappingObjection(
	tables: Tables,
	{ target, targets }: JobTemplate,
	attributes: readonly AttributeMapping[]
): string | null {
	const unique = attributes.find(
		({ source }) => source.type === 'Expression' && /\bSelectUniqueValue\s*\(/.test(source.expression)
	);
	// H-213.
	if (unique && target !== 'ad')
		return `${unique.target}: SelectUniqueValue is available for jobs to Active Directory only.`;
	const added = [...tables.adSchema.all()].map(({ name }) => [name, { type: 'String' as const }] as const);
	const known = target === 'ad' ? { ...targets, ...Object.fromEntries(added) } : targets;
	const [error] = checkMappings(attributes, { target: known, inboundToEntra: target === 'entra' }).filter(
		({ severity }) => severity === 'error'
	);
	return error ? error.message : null;
}

/** H-087: dates cannot be filtered on, and a filter that cannot be read is not saved. */
export function filterObjection(filter: ScopingFilter | null): string | null {
	const scope = compileScope(filter);
	return 'error' in scope ? scope.message : null;
}
