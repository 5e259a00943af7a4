import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equal } from '#lib/scim/equal';
import { isObject, type Json, type JsonObject, type ScimRequest } from '#lib/scim/types';
import { createApp } from '.';

interface Entry {
	id: string;
	description: string;
	method: ScimRequest['method'];
	path: string;
	body?: JsonObject;
	before: JsonObject | null;
	after: JsonObject | null;
	alternatives?: { after: JsonObject }[];
	ignore?: string[];
	status?: number[];
	thenStatus?: number[];
	scimType?: string;
	checkSchemas?: boolean;
	fixtures?: string[];
	expect?: { totalResults?: number; Resources?: Json[]; absent?: string[]; present?: string[]; first?: JsonObject };
}

const corpus = JSON.parse(
	readFileSync(new URL('../../../tests/fixtures/vectors/entra-dialect-corpus.json', import.meta.url), 'utf8')
) as Entry[];

const headers = { Authorization: 'Bearer tok-demo', 'Content-Type': 'application/scim+json' };
const parse = (body: string | undefined) => JSON.parse(body ?? 'null') as JsonObject;
const withoutKeys = (object: JsonObject, ...keys: string[]) =>
	Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** A resource as the corpus compares it: no server-made members, no `primary: false`, nothing that the entry ignores. */
function comparable(resource: JsonObject, entry: Entry): Json {
	const dropped = ['id', 'meta', 'groups', ...(entry.checkSchemas ? [] : ['schemas'])];
	const clean = (value: Json, path: string): Json | undefined => {
		if (value === null || entry.ignore?.includes(path)) return undefined;
		if (Array.isArray(value)) return value.map((element: Json) => clean(element, path) ?? null);
		if (!isObject(value)) return value;
		const members = path === 'members' ? { value: value.value as Json } : value;
		const kept = Object.entries(members).filter(([key, v]) => !(key === 'primary' && v === false));
		const cleaned = kept.map(([key, v]) => [key, clean(v as Json, path ? `${path}.${key}` : key)] as const);
		return Object.fromEntries(cleaned.filter(([, v]) => v !== undefined)) as JsonObject;
	};
	return clean(withoutKeys(resource, ...dropped), '') as Json;
}

function run(entry: Entry) {
	const app = createApp('byoa', { token: 'tok-demo' });
	const collection = entry.path.startsWith('/Groups') ? '/Groups' : '/Users';
	const send = (method: ScimRequest['method'], path: string, body?: JsonObject) =>
		app.answer({ method, path, headers, ...(body && { body: JSON.stringify(body) }) });

	const id = entry.before ? (parse(send('POST', collection, entry.before).body).id as string) : '';
	if (entry.before) expect(id, 'the starting resource').toBeTruthy();
	const [path, query] = entry.path.replace('{id}', id).split('?') as [string, string?];
	const response = send(entry.method, query === undefined ? path : `${path}?${encodeQuery(query)}`, entry.body);

	if (entry.status) expect(entry.status).toContain(response.status);
	else expect([200, 204]).toContain(response.status);
	if (entry.scimType) expect(parse(response.body).scimType).toBe(entry.scimType);
	if (entry.thenStatus) expect(entry.thenStatus).toContain(send('GET', path).status);
	if (entry.expect) expectList(parse(response.body), entry.expect);
	if (!entry.after) return;
	const read = entry.method === 'POST' ? parse(response.body) : parse(send('GET', `${collection}/${id}`).body);
	const actual = comparable(read, entry);
	const accepted = [entry.after, ...(entry.alternatives ?? []).map((a) => a.after)];
	if (entry.method === 'POST') return expect(actual).toMatchObject(comparable(entry.after, entry) as object);
	if (!accepted.some((after) => equal(comparable(after, entry), actual))) {
		expect(actual).toEqual(comparable(entry.after, entry));
	}
}

const encodeQuery = (query: string) =>
	query
		.split('&')
		.map((pair) => pair.replace(/=(.*)$/s, (_, value: string) => `=${encodeURIComponent(value)}`))
		.join('&');

function expectList(body: JsonObject, wanted: NonNullable<Entry['expect']>) {
	const first = ((body.Resources as Json[] | undefined)?.[0] ?? body) as JsonObject;
	if (wanted.totalResults !== undefined) expect(body.totalResults).toBe(wanted.totalResults);
	if (wanted.Resources) expect(body.Resources).toEqual(wanted.Resources);
	if (wanted.first) expect(first).toMatchObject(wanted.first as object);
	for (const name of wanted.absent ?? []) expect(first).not.toHaveProperty([name]);
	for (const name of wanted.present ?? []) expect(first).toHaveProperty([name]);
}

console.log(`${corpus.length} entries of the corpus`);

describe('requests of the Entra client that others have written down', () => {
	it.each(corpus.map((entry) => ({ entry, name: `${entry.id}: ${entry.description}` })))('$name', ({ entry }) =>
		run(entry)
	);
});
