import type { ConfigRow } from '#lib/engine/job/records';
import { checkMappings, type AttributeMapping } from '#lib/engine/mapping';
import type { ScopingFilter } from '#lib/engine/scoping';
import { compileScope } from '#lib/engine/scoping/compile';
import type { JobTemplate } from '#lib/hr/templates';
import { isListed, unlistedAttributes } from '#lib/hr/workday-api';
import type { Tables } from '../tables/tables';

/** Why the mappings of a job from or to HR cannot be saved, or null. */
export function mappingObjection(
	tables: Tables,
	{ target, targets, system }: JobTemplate,
	attributes: readonly AttributeMapping[],
	secrets: ConfigRow['secrets']
): string | null {
	const unique = attributes.find(
		({ source }) => source.type === 'Expression' && /\bSelectUniqueValue\s*\(/.test(source.expression)
	);
	// H-213.
	if (unique && target !== 'ad')
		return `${unique.target}: SelectUniqueValue is available for jobs to Active Directory only.`;
	const unlisted = system === 'workday' ? unlistedReadBy(attributes, secrets) : undefined;
	// H-164.
	if (unlisted)
		return `${unlisted.target}: ${unlisted.name} is not in the attribute list of Workday. Add it to the list first.`;
	const added = [...tables.adSchema.all()].map(({ name }) => [name, { type: 'String' as const }] as const);
	const known = target === 'ad' ? { ...targets, ...Object.fromEntries(added) } : targets;
	const [error] = checkMappings(attributes, { target: known, inboundToEntra: target === 'entra' }).filter(
		({ severity }) => severity === 'error'
	);
	return error ? error.message : null;
}

function unlistedReadBy(
	attributes: readonly AttributeMapping[],
	secrets: ConfigRow['secrets']
): { readonly target: string; readonly name: string } | undefined {
	for (const name of unlistedAttributes.filter((one) => !isListed(secrets, one))) {
		const row = attributes.find(({ source }) => reads(source, name));
		if (row) return { target: row.target, name };
	}
	return undefined;
}

/** Whether a row reads an attribute of the source. */
export function reads(source: AttributeMapping['source'], name: string): boolean {
	if (source.type === 'Direct') return source.attribute === name;
	return source.type === 'Expression' && source.expression.includes(`[${name}]`);
}

/** H-087: dates cannot be filtered on, and a filter that cannot be read is not saved. */
export function filterObjection(filter: ScopingFilter | null): string | null {
	const scope = compileScope(filter);
	return 'error' in scope ? scope.message : null;
}
