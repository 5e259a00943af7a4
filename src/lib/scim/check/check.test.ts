import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFor } from '#lib/apps';
import exchanges from '../../../../tests/fixtures/vectors/scim-exchanges.json';
import { checkRequest } from '.';
import { NoJson, readJson } from './json';

/** A failure comes again. */
const seed = 20260302;

const { models } = planFor('conformance');
const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** What is said, and of which part of the text. */
function told(method: string, path: string, body?: string): string[] {
	return checkRequest(models, { method, path, ...(body !== undefined && { body }) }).map((problem) => {
		const text = problem.part === 'body' ? (body ?? '') : path;
		return `${problem.severity} ${problem.rule ?? '-'} at ${text.slice(problem.at, problem.end)}`;
	});
}
const post = (body: object) => told('POST', '/Users', JSON.stringify(body));
const patch = (...operations: object[]) =>
	told('PATCH', '/Users/1', JSON.stringify({ schemas: [patchOp], Operations: operations }));

describe('JSON with places', () => {
	it('reads what JSON.parse reads, and refuses what it refuses', () => {
		const plain = (node: ReturnType<typeof readJson>): unknown =>
			node.kind === 'object'
				? Object.fromEntries(node.members.map(({ key, node }) => [key, plain(node)]))
				: node.kind === 'array'
					? node.items.map(plain)
					: node.kind === 'null'
						? null
						: node.value;
		fc.assert(
			fc.property(fc.json({ maxDepth: 5 }), (text) => {
				expect(JSON.stringify(plain(readJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
			}),
			{ seed }
		);
		fc.assert(
			fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 2 }), (text, at, junk) => {
				const broken = text.slice(0, at % (text.length + 1)) + junk + text.slice(at % (text.length + 1));
				let parses = true;
				try {
					JSON.parse(broken);
				} catch {
					parses = false;
				}
				if (parses) readJson(broken);
				else expect(() => readJson(broken)).toThrow(NoJson);
			}),
			{ seed }
		);
	});

	it('says where the first mistake stands', () => {
		expect(told('POST', '/Users', '{"a": 1 "b": 2}')).toEqual(['error S-206 at "']);
		expect(told('POST', '/Users', '')).toEqual(['error S-206 at ']);
		expect(told('POST', '/Users', '['.repeat(100))).toHaveLength(1);
	});
});

describe('a request checked against the schemas', () => {
	it('says nothing of a correct one', () => {
		expect(post({ schemas: [user], userName: 'ada', active: true, emails: [{ type: 'work', value: 'a@b' }] })).toEqual(
			[]
		);
		expect(patch({ op: 'add', path: 'emails[type eq "work"].value', value: 'a@b' })).toEqual([]);
		expect(told('GET', '/Users?filter=userName%20eq%20%22ada%22&count=5&sortBy=name.familyName')).toEqual([]);
		expect(told('GET', '/ServiceProviderConfig')).toEqual([]);
	});

	it('S-182, S-219: names the missing schema and the missing required attribute', () => {
		expect(post({ displayName: 'Ada' })).toEqual(['error S-182 at {', 'error S-219 at {']);
	});

	it('S-189: points to a value of the wrong type', () => {
		expect(post({ schemas: [user], userName: 'ada', active: 'True', name: 'Ada', emails: 'a@b' })).toEqual([
			'error S-291 at "True"',
			'error S-189 at "Ada"',
			'error S-189 at "a@b"'
		]);
	});

	it('S-193, S-217: two primary values are an error, a read-only one is ignored', () => {
		const emails = [
			{ value: 'a', primary: true },
			{ value: 'b', primary: true }
		];
		expect(post({ schemas: [user], userName: 'ada', id: '7', emails })).toEqual([
			'note S-217 at "id"',
			'error S-193 at {"value":"b","primary":true}'
		]);
	});

	it('an attribute that nobody knows is only ignored', () => {
		expect(post({ schemas: [user], userName: 'ada', shoeSize: 38 })).toEqual(['note - at "shoeSize"']);
	});

	it('S-255, S-264, S-265, S-273, S-281: looks at every operation', () => {
		expect(patch({ op: 'swap', path: 'title', value: 1 })).toEqual(['error S-255 at "swap"']);
		expect(patch({ op: 'remove' })).toEqual(['error S-273 at {']);
		expect(patch({ op: 'add', path: 'emails[type eq', value: 'x' })).toEqual(['error S-264 at "emails[type eq"']);
		expect(patch({ op: 'add', path: 'shoeSize', value: 38 })).toEqual(['error S-265 at "shoeSize"']);
		expect(patch({ op: 'replace', path: 'active', value: 'False' })).toEqual(['error S-291 at "False"']);
		expect(patch({ op: 'remove', path: 'emails', value: [] })).toEqual(['error S-281 at "value"']);
		expect(patch({ op: 'replace', value: { 'name.givenName': 'Ada' } })).toEqual(['error S-293 at "name.givenName"']);
	});

	it('S-189, S-260, S-265, S-278: says in a PATCH what is refused there and ignored elsewhere', () => {
		const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
		expect(patch({ op: 'add', value: { shoeSize: 38 } })).toEqual(['error S-265 at "shoeSize"']);
		expect(patch({ op: 'add', value: { [enterprise]: { shoeSize: 38 } } })).toEqual(['error S-265 at "shoeSize"']);
		expect(patch({ op: 'add', path: enterprise, value: { shoeSize: 38 } })).toEqual(['error S-265 at "shoeSize"']);
		expect(patch({ op: 'replace', value: { groups: [], id: '1' } })).toEqual(['error S-260 at "groups"']);
		expect(patch({ op: 'replace', value: { [enterprise]: null } })).toEqual([]);
		expect(patch({ op: 'replace', value: { [enterprise]: 'x' } })).toEqual(['error S-189 at "x"']);
		expect(patch({ op: 'replace', path: enterprise, value: 'x' })).toEqual(['error S-189 at "x"']);
		expect(patch({ op: 'replace', path: enterprise, value: null })).toEqual([]);
		expect(patch({ op: 'remove', path: 'userName' })).toEqual(['error S-278 at "userName"']);
	});

	it('S-219: finds what is required also under the URN of the core schema', () => {
		const post = (body: object) => told('POST', '/Users', JSON.stringify({ schemas: [user], ...body }));
		expect(post({ [user]: { userName: 'ada', groups: [] } })).toEqual(['note S-217 at "groups"']);
		expect(post({ [user]: { userName: '' } })).toEqual(['error S-219 at {']);
		expect(post({ [user]: 'ada' })).toEqual(['error S-219 at {', 'error S-189 at "ada"']);
	});

	it('S-251: reads the body of a search as it reads parameters', () => {
		const search = (body: object) => told('POST', '/Users/.search', JSON.stringify(body));
		const schemas = ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'];
		const fine = { filter: 'userName eq "a"', attributes: ['userName', 'title'], count: 5, startIndex: null };
		expect(search({ schemas, ...fine, sortOrder: 'descending' })).toEqual([]);
		expect(search({ schemas: [user], filter: 'userName', count: 'x' })).toEqual([
			`error S-251 at ["${user}"]`,
			'error S-236 at "userName"',
			'error S-242 at "x"'
		]);
		expect(search([])).toEqual(['error S-251 at [']);
		// S-188
		expect(search({ schemas: [schemas[0]?.toUpperCase()] })).toEqual([]);
	});

	it('S-228: knows which operators an attribute has', () => {
		const query = 'filter=active%20gt%20true';
		expect(told('GET', `/Users?${query}`)).toEqual([`error S-228 at ${query}`]);
	});

	it('S-233, S-235, S-236: reads the filter', () => {
		expect(told('GET', '/Users?filter=userName%20is%20%22a%22')).toEqual([
			'error S-236 at filter=userName%20is%20%22a%22'
		]);
		expect(told('GET', '/Users?count=5&filter=shoeSize%20eq%201')).toEqual(['note S-235 at filter=shoeSize%20eq%201']);
		const entra = 'filter=emails[type%20eq%20%22work%22].value%20eq%20%22a%22';
		expect(told('GET', `/Users?${entra}`)).toEqual([`note S-233 at ${entra}`]);
	});

	it('finds no error in what the shared exchanges expect to succeed under the strict profile', () => {
		const found: string[] = [];
		for (const exchange of exchanges as unknown as Exchange[]) {
			if (exchange.profile === 'entra' || exchange.api || exchange.basis.includes('entra-doc')) continue;
			for (const { request, response } of exchange.steps) {
				if (response.status >= 300 || request.path.includes('{{') || !request.body) continue;
				const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
				const errors = checkRequest(models, { ...request, body }).filter(({ severity }) => severity === 'error');
				for (const { message } of errors) found.push(`${exchange.id}: ${message}`);
			}
		}
		expect(found).toEqual([]);
	});

	it('takes any text without an exception', () => {
		fc.assert(
			fc.property(fc.constantFrom('POST', 'PATCH', 'GET', 'PUT'), fc.string(), fc.json(), (method, query, body) => {
				checkRequest(models, { method, path: `/Users?${query}`, body });
				checkRequest(models, { method, path: `/Users?filter=${query}`, body: `{"Operations":[${body}]}` });
			}),
			{ seed }
		);
	});
});

interface Exchange {
	readonly id: string;
	readonly profile?: string;
	readonly api?: string;
	readonly basis: readonly string[];
	readonly steps: readonly {
		readonly request: { readonly method: string; readonly path: string; readonly body?: object | string };
		readonly response: { readonly status: number };
	}[];
}
