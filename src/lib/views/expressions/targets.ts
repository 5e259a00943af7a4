import { definitionOf } from '#lib/apps';
import type { TargetAttribute } from '#lib/engine/mapping';
import type { Attribute, ResourceType, Schema } from '#lib/scim/schema/types';
import { templateOf } from '#lib/hr/templates';
import { targetSchema } from '#lib/world/apps/target-schema';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import type { ObjectKind } from './records';

/** One line of the attribute list: a target that a mapping can write. */
export interface TargetLine extends TargetAttribute {
	readonly name: string;
	readonly required: boolean;
	readonly isUnique: boolean;
	readonly description: string;
}

const byKind = new Map<string, readonly TargetLine[]>();

/** The attribute list of an application, with what was added to the schema of Active Directory. */
export function targetsFor({ tables }: World, app: AppRow, object: ObjectKind): readonly TargetLine[] {
	const lines = targetsOf(app.kind, object);
	if (templateOf(app.kind)?.target !== 'ad') return lines;
	const plain = { type: 'String', required: false, isUnique: false, description: '' } as const;
	return [...lines, ...[...tables.adSchema.all()].map(({ name }) => ({ ...plain, name }))];
}

/** Every target of an application: its schema spelt out as mappings address it, and what its default mappings name. */
function targetsOf(kind: string, object: ObjectKind): readonly TargetLine[] {
	const key = `${kind} ${object}`;
	let lines = byKind.get(key);
	if (!lines) byKind.set(key, (lines = collect(kind, object === 'users' ? 'User' : 'Group')));
	return lines;
}

function collect(kind: string, object: 'User' | 'Group'): TargetLine[] {
	const template = templateOf(kind);
	if (template)
		return Object.entries(template.targets).map(([name, target]) => ({
			...target,
			name,
			required: target.required ?? false,
			isUnique: false,
			description: ''
		}));
	const definition = definitionOf(kind);
	const type = definition.types.find(({ name }) => name === object);
	const found = new Map<string, Attribute | null>();
	for (const { target } of definition.mappings[object] ?? []) found.set(target, null);
	if (type) for (const [path, attribute] of paths(type)) found.set(path, attribute);
	const wanted = new Set(object === 'User' ? definition.requires?.(definition.settings ?? {}) : []);
	const names = [...found.keys()];
	const schema = targetSchema(kind, object, names);
	return names.map((name) => ({
		...schema[name],
		name,
		required: wanted.has(name) || (found.get(name)?.required ?? false),
		isUnique: (found.get(name)?.uniqueness ?? 'none') !== 'none',
		description: found.get(name)?.description ?? ''
	}));
}

function paths({ schema, extensions }: ResourceType): [string, Attribute][] {
	return [...pathsOf(schema, ''), ...extensions.flatMap((one) => pathsOf(one.schema, `${one.schema.id}:`))];
}

function pathsOf({ attributes }: Schema, prefix: string): [string, Attribute][] {
	return attributes
		.filter(({ mutability }) => mutability !== 'readOnly')
		.flatMap((attribute) => pathsAt(attribute, `${prefix}${attribute.name}`));
}

/** A complex attribute is written part by part, a list of typed values type by type. */
function pathsAt(attribute: Attribute, path: string): [string, Attribute][] {
	if (attribute.type !== 'complex' || attribute.name === 'members' || attribute.name === 'manager')
		return [[path, attribute]];
	const subs = (attribute.subAttributes ?? []).filter(({ mutability }) => mutability !== 'readOnly');
	if (!attribute.multiValued) return subs.map((sub) => [`${path}.${sub.name}`, sub]);
	const types = subs.find(({ name }) => name === 'type')?.canonicalValues ?? [];
	const parts = subs.filter(({ name }) => !['type', 'primary', 'display', '$ref'].includes(name));
	if (types.length === 0) return [[path, attribute]];
	return types.flatMap((type) =>
		parts.map((sub): [string, Attribute] => [`${path}[type eq "${type}"].${sub.name}`, { ...sub, required: false }])
	);
}
