import { describe, expect, it } from 'vitest';
import type { Attribute } from '#lib/scim/schema/types';
import type { Json, JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { MESSAGE } from '#lib/scim/urns';
import { createApp } from '..';

/** Reads the schemas as a stranger would and tries every attribute that they list, by its full URN path. */
const headers = { Authorization: 'Bearer tok-demo', 'Content-Type': 'application/scim+json' };
const body = (response: ScimResponse) => JSON.parse(response.body as string) as JsonObject;

let counter = 0;

function sample(attribute: Attribute): Json {
	const one = sampleOne(attribute);
	return attribute.multiValued ? [one] : one;
}

function sampleOne(attribute: Attribute): Json {
	switch (attribute.type) {
		case 'boolean':
			return true;
		case 'integer':
			return ++counter;
		case 'decimal':
			return ++counter + 0.5;
		case 'dateTime':
			return '2026-03-02T08:00:00Z';
		case 'reference':
			return `https://elsewhere.example/${++counter}`;
		case 'complex': {
			const writable = (attribute.subAttributes ?? []).filter((sub) => sub.mutability !== 'readOnly');
			return Object.fromEntries(writable.map((sub) => [sub.name, sample(sub)]));
		}
		default:
			return attribute.canonicalValues?.[0] ?? `text ${++counter}`;
	}
}

interface Target {
	readonly type: string;
	readonly endpoint: string;
	readonly urn: string;
	readonly extension: boolean;
	readonly attribute: Attribute;
}

const app = createApp('conformance');
const ask = (method: ScimRequest['method'], path: string, json?: object) =>
	app.answer({ method, path, headers, ...(json && { body: JSON.stringify(json) }) });

const list = (path: string) => body(ask('GET', path)).Resources as JsonObject[];
const schemas = new Map(list('/Schemas').map((schema) => [schema.id as string, schema]));

const targets: Target[] = list('/ResourceTypes').flatMap((type) =>
	[type.schema as string, ...(type.schemaExtensions as JsonObject[]).map((e) => e.schema as string)].flatMap((urn) =>
		(schemas.get(urn)?.attributes as unknown as Attribute[]).map((attribute) => ({
			type: type.name as string,
			endpoint: type.endpoint as string,
			urn,
			extension: urn !== type.schema,
			attribute
		}))
	)
);

const fresh = ({ type, endpoint }: Target): string => {
	const required = type === 'User' ? { userName: `user ${++counter}` } : { displayName: `group ${++counter}` };
	const core = list('/ResourceTypes').find((t) => t.name === type)?.schema;
	return `${endpoint}/${body(ask('POST', endpoint, { schemas: [core], ...required })).id as string}`;
};

const valueIn = (resource: JsonObject, { urn, extension, attribute }: Target): Json | undefined =>
	((extension ? resource[urn] : resource) as JsonObject | undefined)?.[attribute.name];

const patch = (path: string, operation: object) =>
	ask('PATCH', path, { schemas: [MESSAGE.patch], Operations: [operation] });

const label = ({ urn, attribute }: Target) => `${urn}:${attribute.name}`;
const writable = targets.filter(({ attribute }) => attribute.mutability !== 'readOnly');
const readable = writable.filter(({ attribute }) => attribute.mutability !== 'writeOnly');

describe('every attribute that the schemas list', () => {
	it.each(readable.map((t) => [label(t), t] as const))(
		'S-316: %s can be added, replaced and removed',
		(path, target) => {
			const at = fresh(target);
			for (const op of ['add', 'replace']) {
				const value = sample(target.attribute);
				expect(patch(at, { op, path, value }).status).toBeLessThan(300);
				expect(valueIn(body(ask('GET', at)), target)).toEqual(value);
			}
			if (target.attribute.required) return expect(patch(at, { op: 'remove', path }).status).toBe(400);
			expect(patch(at, { op: 'remove', path }).status).toBeLessThan(300);
			expect(valueIn(body(ask('GET', at)), target)).toBeUndefined();
		}
	);

	it.each(readable.map((t) => [label(t), t] as const))(
		'S-247: %s can be asked for alone and left out',
		(path, target) => {
			const at = fresh(target);
			patch(at, { op: 'add', path, value: sample(target.attribute) });
			const only = body(ask('GET', `${at}?attributes=${encodeURIComponent(path)}`));
			expect(valueIn(only, target)).toBeDefined();
			expect(Object.keys(only)).toHaveLength(3);
			expect(valueIn(body(ask('GET', `${at}?excludedAttributes=${path}`)), target)).toBeUndefined();
		}
	);

	it.each(targets.filter((t) => t.attribute.mutability === 'readOnly').map((t) => [label(t), t] as const))(
		'S-260: %s cannot be written',
		(path, target) => {
			const response = patch(fresh(target), { op: 'add', path, value: sample(target.attribute) });
			expect(body(response).scimType).toBe('mutability');
		}
	);

	it('S-220: a resource with every attribute survives a PUT of what was read', () => {
		const [user] = targets as [Target];
		const at = fresh(user);
		for (const target of readable) {
			if (target.type === 'User') patch(at, { op: 'add', path: label(target), value: sample(target.attribute) });
		}
		const before = body(ask('GET', at));
		const after = body(ask('PUT', at, before));
		expect(after).toEqual(before);
	});

	it('S-311: each has its characteristics', () => {
		for (const { attribute } of targets) {
			for (const trait of [
				'type',
				'multiValued',
				'description',
				'required',
				'caseExact',
				'mutability',
				'returned',
				'uniqueness'
			]) {
				expect(attribute, attribute.name).toHaveProperty(trait);
			}
		}
	});
});
