import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import { MESSAGE } from '#lib/scim/urns';
import { createApp } from '.';
import type { App } from './types';

const headers = { authorization: 'Bearer tok-demo', 'content-type': 'application/scim+json' };
const options = { seed: 20260302, numRuns: 150 };
const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** An application with a user and a group, their ids, and a picture of everything that it stores. */
function stocked(kind: string) {
	const app = createApp(kind, { now: () => 1 });
	const post = (path: string, body: object) =>
		(
			JSON.parse(app.answer({ method: 'POST', path, headers, body: JSON.stringify(body) }).body as string) as {
				id: string;
			}
		).id;
	const user = post('/Users', { schemas: [`${core}:User`], userName: 'ada', emails: [{ type: 'work', value: 'a@b' }] });
	const group = post('/Groups', { schemas: [`${core}:Group`], displayName: 'Ops', members: [{ value: user }] });
	const picture = () => JSON.stringify(['User', 'Group', 'Member'].map((type) => [...app.store.all(type)]));
	return { app, user, group, picture };
}

/** Every answer is a SCIM answer: an error has the error's shape, nothing is a 5xx, nothing throws. */
function isScim(response: ScimResponse) {
	expect(response.status).toBeLessThan(500);
	if (response.status < 400) return;
	const body = JSON.parse(response.body as string) as Record<string, unknown>;
	expect(body.schemas).toEqual([MESSAGE.error]);
	expect(body.status).toBe(String(response.status));
}

const send = (app: App, request: ScimRequest) => {
	const response = app.answer(request);
	isScim(response);
	return response;
};

const word = fc.constantFrom(
	'userName', 'emails', 'type', 'value', 'eq', 'ne', 'co', 'pr', 'and', 'or', 'not', '(', ')', '[', ']', '"a"', '"', '.',
	'true', 'null', '3', 'meta.created', 'members', 'groups', 'urn:ietf:params:scim:schemas:core:2.0:User:', '\\', '%', '\u0000', '𝒳'
); // prettier-ignore
const filterSoup = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '));

const attribute = fc.constantFrom(
	'userName', 'active', 'name', 'emails', 'members', 'groups', 'id', 'meta', 'schemas', 'password', 'displayName',
	'__proto__', 'constructor', 'toString', `${core}:User`, 'name.givenName', 'emails[type eq "work"].value'
); // prettier-ignore
const anyBody = fc.dictionary(fc.oneof(attribute, fc.string()), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 8 });
const operation = fc.record(
	{
		op: fc.oneof(fc.constantFrom('add', 'Remove', 'REPLACE'), fc.string()),
		path: fc.oneof(attribute, filterSoup, fc.constantFrom('emails[type eq "home"]', 'members[value eq "x"]')),
		value: fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyBody)
	},
	{ requiredKeys: ['op'] }
);

describe.each(['conformance', 'byoa', 'slack', 'google'])('%s under nonsense', (kind) => {
	it('random methods, paths, headers and bytes get a SCIM answer and change nothing they should not', () => {
		fc.assert(
			fc.property(
				fc.constantFrom<ScimRequest['method']>('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
				fc.oneof(
					fc.string({ unit: 'binary' }),
					fc.webPath(),
					fc.constantFrom('/Users/%', '/Users?filter=%zz', '//', '/Bulk')
				),
				fc.dictionary(fc.constantFrom('content-type', 'if-match', 'if-none-match', 'accept'), fc.string()),
				fc.string({ unit: 'binary' }),
				(method, path, more, body) => {
					const { app, picture } = stocked(kind);
					const before = picture();
					const response = send(app, { method, path, headers: { ...more, ...headers }, body });
					if (method === 'GET' || response.status >= 400) expect(picture()).toBe(before);
				}
			),
			options
		);
	});

	it('a filter of any words is answered or refused', () => {
		fc.assert(
			fc.property(filterSoup, (filter) => {
				const { app } = stocked(kind);
				const response = send(app, { method: 'GET', path: `/Users?filter=${encodeURIComponent(filter)}`, headers });
				expect([200, 400]).toContain(response.status);
			}),
			options
		);
	});

	it('any object as a resource or a search is answered or refused, and a refusal changes nothing', () => {
		fc.assert(
			fc.property(anyBody, fc.constantFrom('POST', 'PUT', 'search'), (json, how) => {
				const { app, user, picture } = stocked(kind);
				const before = picture();
				const schemas = how === 'search' ? [MESSAGE.search] : [`${core}:User`];
				const body = JSON.stringify({ userName: 'x', ...json, schemas });
				const path = how === 'POST' ? '/Users' : how === 'PUT' ? `/Users/${user}` : '/Users/.search';
				const response = send(app, { method: how === 'PUT' ? 'PUT' : 'POST', path, headers, body });
				if (response.status >= 400) expect(picture()).toBe(before);
			}),
			options
		);
	});

	it('any operations are applied as a whole or refused as a whole', () => {
		fc.assert(
			fc.property(fc.array(operation, { minLength: 1, maxLength: 5 }), fc.boolean(), (operations, onGroup) => {
				const { app, user, group, picture } = stocked(kind);
				const before = picture();
				const path = onGroup ? `/Groups/${group}` : `/Users/${user}`;
				const body = JSON.stringify({ schemas: [MESSAGE.patch], Operations: operations });
				if (send(app, { method: 'PATCH', path, headers, body }).status >= 400) expect(picture()).toBe(before);
			}),
			options
		);
	});

	it('any bulk is answered', () => {
		const one = fc.record({
			method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'GET'),
			path: fc.constantFrom('/Users', '/Groups', '/Users/bulkId:a', '/Bulk', '/', ''),
			bulkId: fc.constantFrom('a', 'b', 'c'),
			data: fc.oneof(anyBody, fc.constant({ schemas: [`${core}:Group`], displayName: 'bulkId:b' }))
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 6 }), (operations) => {
				const { app } = stocked(kind);
				const body = JSON.stringify({ schemas: [MESSAGE.bulk], Operations: operations });
				const response = app.answer({ method: 'POST', path: '/Bulk', headers, body });
				isScim(
					response.status === 501
						? { ...response, status: 400, body: response.body?.replace('501', '400') ?? '' }
						: response
				);
			}),
			options
		);
	});
});

// What grew with the square of the size would not end before the runner gives the test up: no clock is asked.
describe('great sizes are answered', () => {
	const deep = (open: string, close: string, n: number) => open.repeat(n) + close.repeat(n);
	const bodies: [string, string][] = [
		['a megabyte of brackets', deep('[', ']', 500_000)],
		['a megabyte of nested objects', `${'{"a":'.repeat(170_000)}1${'}'.repeat(170_000)}`],
		['a deep value', `{"schemas":["${core}:User"],"userName":"x","name":${'{"name":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
		['a long text', JSON.stringify({ schemas: [`${core}:User`], userName: 'x'.repeat(1_000_000) })],
		['many members', JSON.stringify({ schemas: [`${core}:User`], ...Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, i])) })],
		['many values', JSON.stringify({ schemas: [`${core}:User`], userName: 'x', emails: Array.from({ length: 30_000 }, (_, i) => ({ value: `${i}@x` })) })]
	]; // prettier-ignore

	it.each(bodies)('%s', (_, body) => {
		const { app, user } = stocked('byoa');
		for (const [method, path] of [
			['POST', '/Users'],
			['PUT', `/Users/${user}`],
			['PATCH', `/Users/${user}`],
			['POST', '/Bulk']
		] as const) {
			send(app, { method, path, headers, body });
		}
	});

	it.each([
		['nested', '('.repeat(300_000)],
		['chained', `${'title eq "x" or '.repeat(60_000)}title pr`],
		['unfinished', `userName eq "${'\\\\'.repeat(400_000)}`],
		['a long path', `a${'.a'.repeat(400_000)} pr`]
	])('a filter of a megabyte, %s', (_, filter) => {
		const { app, user } = stocked('byoa');
		const path = `/Users?filter=${encodeURIComponent(filter)}`;
		send(app, { method: 'GET', path, headers });
		const operations = [{ op: 'replace', path: `emails[${filter}].value`, value: 'x' }];
		const body = JSON.stringify({ schemas: [MESSAGE.patch], Operations: operations });
		send(app, { method: 'PATCH', path: `/Users/${user}`, headers, body });
	});

	it('adding 20,000 values to the same 20,000 adds nothing the second time, and removing them by name leaves the rest', () => {
		const { app, user } = stocked('byoa');
		const value = Array.from({ length: 20_000 }, (_, i) => ({ value: `${i}@x`, type: 'other' }));
		const body = JSON.stringify({ schemas: [MESSAGE.patch], Operations: [{ op: 'add', path: 'emails', value }] });
		const emails = () => {
			const { body: text } = send(app, { method: 'GET', path: `/Users/${user}`, headers });
			return (JSON.parse(text as string) as { emails?: unknown[] }).emails?.length ?? 0;
		};
		for (const json of [body, body]) send(app, { method: 'PATCH', path: `/Users/${user}`, headers, body: json });
		expect(emails()).toBe(20_001);
		send(app, { method: 'PATCH', path: `/Users/${user}`, headers, body: body.replace('"add"', '"remove"') });
		expect(emails()).toBe(1);
	});
});
