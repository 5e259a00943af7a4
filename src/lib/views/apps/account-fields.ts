import { definitionOf, type AppDefinition } from '#lib/apps';
import { valueAt } from '#lib/scim/client';
import type { JsonObject } from '#lib/scim/types';
import { targetSchema } from '#lib/world/apps/target-schema';
import { textOf } from '../logs/flat';

/** A line of the form in which an administrator edits an account by hand. */
export interface AccountField {
	/** As a PATCH names it: `emails[type eq "work"].value`. */
	readonly path: string;
	readonly type: 'text' | 'boolean' | 'number';
	readonly required: boolean;
	/** Provisioning writes it too, if the default mapping is in force. */
	readonly mapped: boolean;
}

interface Plan {
	readonly fields: readonly AccountField[];
}

const plans = new WeakMap<AppDefinition, Partial<Record<string, Plan>>>();

/** What can be typed for an account: what the mapping writes, and what the schema has in one piece. */
export function formOf(kind: string, type: string): readonly AccountField[] {
	const definition = definitionOf(kind);
	const known = plans.get(definition) ?? {};
	plans.set(definition, known);
	return (known[type] ??= { fields: planned(definition, type) }).fields;
}

export function fieldsOf(kind: string, type: string, data: JsonObject) {
	return formOf(kind, type).map((field) => {
		const value = valueAt(data, field.path);
		return { ...field, value: value === undefined ? '' : textOf(value) };
	});
}

function planned(definition: AppDefinition, type: string): AccountField[] {
	const object = type === 'Group' ? 'Group' : 'User';
	const rows = (definition.mappings[object] ?? []).filter(({ reference }) => !reference);
	const mapped = new Set(rows.filter(({ off }) => !off).map(({ target }) => target));
	const schema = definition.types.find(({ name }) => name === object)?.schema.attributes ?? [];
	const whole = schema.filter(
		({ type, multiValued, mutability }) => type !== 'complex' && !multiValued && mutability === 'readWrite'
	);
	const required = new Set(whole.filter((attribute) => attribute.required).map(({ name }) => name));
	// The standard schema has more than anybody fills in; an application's own one has what it shows.
	const own = schema.length <= 40 && definition.connector !== 'gallery' && definition.connector !== 'generic';
	const named = own ? whole.map(({ name }) => name) : [...required];
	const paths = [...new Set([definition.userName, ...rows.map(({ target }) => target), ...named])];
	const types = targetSchema(definition.id, object, paths);
	return paths
		.filter((path) => object === 'User' || path !== definition.userName)
		.map((path) => ({
			path,
			type: types[path]?.type === 'Boolean' ? 'boolean' : types[path]?.type === 'Integer' ? 'number' : 'text',
			required: required.has(path) || path === definition.userName,
			mapped: mapped.has(path)
		}));
}
