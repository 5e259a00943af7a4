import type { DefaultMapping } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import type { ObjectMapping } from '#lib/engine/job/records';
import type { AttributeMapping, MappingSource } from '#lib/engine/mapping';

const direct = /^\[([\w.]+)\]$/;

/** A row of the catalogue as the mapping editor keeps it. */
export function attributeMapping(row: DefaultMapping): AttributeMapping {
	return {
		target: row.target,
		source: sourceOf(row),
		...(row.defaultValue !== undefined && { defaultValue: row.defaultValue }),
		...(row.match !== undefined && { matchingPrecedence: row.match }),
		...(row.onlyOnCreate && { flowType: 'ObjectAddOnly' as const })
	};
}

function sourceOf({ source }: DefaultMapping): MappingSource {
	if (source === '') return { type: 'None' };
	const attribute = direct.exec(source)?.[1];
	return attribute === undefined ? { type: 'Expression', expression: source } : { type: 'Direct', attribute };
}

function objectMapping(rows: readonly DefaultMapping[], enabled: boolean): ObjectMapping {
	const attributes = rows.filter((row) => !row.off).map(attributeMapping);
	return { enabled, create: true, update: true, delete: true, attributes, filter: null };
}

/** The shipped mappings of an application, without any scoping filter (C-078, C-385). */
export function defaultMappings(
	kind: string,
	groupMapping: boolean
): { users: ObjectMapping; groups: ObjectMapping | null } {
	const { User, Group } = definitionOf(kind).mappings;
	return { users: objectMapping(User, true), groups: Group ? objectMapping(Group, groupMapping) : null };
}
