import { definitionOf } from '#lib/apps/catalogue/kinds';
import type { TargetAttribute } from '#lib/engine/mapping';
import { templateOf } from '#lib/hr/templates';
import { parseTarget } from '#lib/scim/client';
import type { Attribute, ResourceType } from '#lib/scim/schema/types';

const types: { readonly [type in Attribute['type']]: TargetAttribute['type'] } = {
	string: 'String',
	boolean: 'Boolean',
	decimal: 'String',
	integer: 'Integer',
	dateTime: 'DateTime',
	binary: 'Binary',
	// An address, as a picture's or a page's: what refers to a user or a group is told by the mapping.
	reference: 'String',
	complex: 'String'
};

function attributeAt(type: ResourceType, target: string): Attribute | undefined {
	const { urn, name, sub } = parseTarget(target);
	const schema =
		urn === undefined || urn === type.schema.id
			? type.schema
			: type.extensions.find((e) => e.schema.id === urn)?.schema;
	const named = (list: readonly Attribute[] | undefined, wanted: string) =>
		list?.find((attribute) => attribute.name.toLowerCase() === wanted.toLowerCase());
	const top = named(schema?.attributes, name);
	return sub === undefined ? top : named(top?.subAttributes, sub);
}

/** What the attribute list of the editor says about the targets that mappings name. */
export function targetSchema(
	kind: string,
	object: 'User' | 'Group',
	targets: readonly string[]
): Readonly<Record<string, TargetAttribute>> {
	const template = templateOf(kind);
	if (template) return template.targets;
	const definition = definitionOf(kind);
	const type = definition.types.find(({ name }) => name === object);
	const rows = definition.mappings[object] ?? [];
	const schema: Record<string, TargetAttribute> = {};
	for (const target of targets) {
		const attribute = type && attributeAt(type, target);
		const isReference = rows.some((row) => row.target === target && row.reference);
		schema[target] = {
			type: isReference ? 'Reference' : attribute ? types[attribute.type] : 'String',
			multivalued: isReference ? false : attribute !== undefined && attribute.multiValued && !target.includes('['),
			caseExact: true
		};
	}
	return schema;
}
