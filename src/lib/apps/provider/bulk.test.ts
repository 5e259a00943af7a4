import { describe, expect, it } from 'vitest';
import type { JsonObject, ScimResponse } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import { body, started } from '../testing/started';

describe('bulk', () => {
	const bulk = (Operations: object[], more: object = {}) => ({ schemas: [MESSAGE.bulk], Operations, ...more });
	const newUser = (bulkId: string, userName: string) => ({
		method: 'POST',
		path: '/Users',
		bulkId,
		data: { schemas: [CORE_USER], userName }
	});
	const statuses = (response: ScimResponse) => (body(response).Operations as JsonObject[]).map((o) => o.status);

	it('S-297, S-304: all four methods, a PATCH with a bare list', () => {
		const { ask, user, names } = started();
		const [a, b] = [user('a').id, user('b').id];
		const response = ask(
			'POST',
			'/Bulk',
			bulk([
				newUser('n', 'new'),
				{ method: 'PUT', path: `/Users/${a}`, data: { schemas: [CORE_USER], userName: 'put' } },
				{ method: 'PATCH', path: '/Users/bulkId:n', data: [{ op: 'add', path: 'title', value: 'x' }] },
				{ method: 'DELETE', path: `/Users/${b}` }
			])
		);
		expect(statuses(response)).toEqual(['201', '200', '200', '204']);
		expect(names('/Users')).toEqual(['put', 'new']);
	});

	it('S-297: what is no collection takes no POST, a bulk request within another among them', () => {
		const { ask, names } = started();
		const inner = bulk([newUser('n', 'new')]);
		const post = (path: string, data: object) => ({ method: 'POST', path, bulkId: path, data });
		const search = { schemas: [MESSAGE.search] };
		const operations = [
			post('/Bulk', inner),
			post('bulk/', inner),
			post('/.search', search),
			post('/Users/.search', search)
		];
		expect(statuses(ask('POST', '/Bulk', bulk(operations)))).toEqual(['400', '400', '400', '400']);
		expect(names('/Users')).toEqual([]);
	});

	it('S-298: a failed POST has no location and carries the error', () => {
		const { ask, user } = started();
		user('a');
		const [operation] = body(ask('POST', '/Bulk', bulk([newUser('x', 'a')]))).Operations as JsonObject[];
		expect(operation).toMatchObject({ bulkId: 'x', status: '409', response: { scimType: 'uniqueness' } });
		expect(operation).not.toHaveProperty('location');
	});

	const newGroup = (bulkId: string, members: readonly string[], displayName = bulkId) => ({
		method: 'POST',
		path: '/Groups',
		bulkId,
		data: {
			schemas: [CORE_GROUP],
			displayName,
			members: members.map((one) => ({ type: 'Group', value: `bulkId:${one}` }))
		}
	});

	it('S-299: references that go round in circles are resolved', () => {
		const { ask } = started();
		const response = ask(
			'POST',
			'/Bulk',
			bulk([newGroup('c', ['a']), newGroup('a', ['b']), newGroup('b', ['a', 'b'])])
		);
		expect(statuses(response)).toEqual(['201', '201', '201']);
		const groups = body(ask('GET', '/Groups?sortBy=displayName')).Resources as JsonObject[];
		const [a, b] = groups.map(({ id }) => id);
		const members = groups.map((group) => (group.members as JsonObject[]).map(({ value }) => value));
		expect(members).toEqual([[b], [a, b], [a]]);
		const told = (body(response).Operations as JsonObject[]).map(({ location, version }) => ({ location, version }));
		const [ofA, ofB, ofC] = groups.map(({ meta }) => meta as JsonObject);
		expect(told).toMatchObject([ofC, ofA, ofB].map((meta) => ({ location: meta?.location, version: meta?.version })));
	});

	it('S-299: a circle with a resource that cannot be created is 409, and nothing of it is left', () => {
		const { ask, user } = started();
		const manager = { [ENTERPRISE_USER]: { department: 'Crew', manager: { value: 'bulkId:y' } } };
		const boss = { ...newUser('x', 'x'), data: { schemas: [CORE_USER, ENTERPRISE_USER], userName: 'x', ...manager } };
		user('y');
		const refused = { ...newUser('y', 'y'), data: { schemas: [CORE_USER], userName: 'y', nickName: 'bulkId:x' } };
		const response = ask(
			'POST',
			'/Bulk',
			bulk([boss, refused, newGroup('a', ['a', 'x']), newGroup('b', ['b', 'nobody'])])
		);
		expect(statuses(response)).toEqual(['409', '409', '409', '409']);
		expect(body(ask('GET', '/')).totalResults).toBe(1);
	});

	it('S-298: what was done to bulkId:x is told with the place of the resource', () => {
		const { ask, group } = started();
		const { id } = group('g');
		const title = { op: 'add', path: 'title', value: 't' };
		const members = { op: 'add', path: 'members', value: [{ value: 'bulkId:a user' }] };
		const response = ask(
			'POST',
			'/Bulk',
			bulk([
				newUser('a user', 'u'),
				newGroup('h', []),
				{ method: 'PATCH', path: '/Groups/bulkId:h', data: [members] },
				{ method: 'PATCH', path: '/Users/bulkId:a user', version: 'W/"9"', data: [title] },
				{ method: 'DELETE', path: '/Users/bulkId:a user' },
				{ method: 'DELETE', path: `Groups/${id}` }
			])
		);
		expect(statuses(response)).toEqual(['201', '201', '204', '412', '204', '204']);
		const [u, h, ...places] = (body(response).Operations as JsonObject[]).map(({ location }) => location);
		expect(places).toEqual([h, u, u, `https://conformance.example/scim/v2/Groups/${id}`]);
	});

	it('S-299: what comes last of a resource stays the last, also where what comes before has to wait', () => {
		const { ask, group, names, user } = started();
		const [old, boss] = [user('old').id, user('boss').id];
		const [kept, gone] = [group('kept', old).id, group('gone').id];
		const members = (op: string, value: string) => [{ op, path: 'members', value: [{ value }] }];
		const put = { schemas: [CORE_GROUP], displayName: 'kept', members: [{ value: old }, { value: boss }] };
		const operations = [
			{ method: 'PATCH', path: `/Groups/${kept}`, data: members('add', 'bulkId:u') },
			{ method: 'PATCH', path: `/Groups/${gone}`, data: members('replace', 'bulkId:u') },
			newGroup('self', ['self', 'u']),
			{ method: 'PUT', path: `/Groups/${kept}`, data: put },
			{ method: 'DELETE', path: `/Groups/${gone}` },
			{ method: 'DELETE', path: `/Users/${old}` },
			{ method: 'PATCH', path: '/Groups/bulkId:self', data: members('replace', boss) },
			newUser('u', 'u')
		];
		const response = ask('POST', '/Bulk', bulk(operations));
		expect(statuses(response)).toEqual(['204', '204', '201', '200', '204', '204', '204', '201']);
		expect(names('/Groups')).toEqual(['kept', 'self']);
		const groups = body(ask('GET', '/Groups')).Resources as JsonObject[];
		expect(groups.map((one) => (one.members as JsonObject[]).map(({ value }) => value))).toEqual([[boss], [boss]]);
	});

	it('S-300, S-301: stops after n errors, or goes on', () => {
		const operations = [newUser('a', ''), newUser('b', ''), newUser('c', 'c')];
		expect(statuses(started().ask('POST', '/Bulk', bulk(operations, { failOnErrors: 2 })))).toEqual(['400', '400']);
		expect(statuses(started().ask('POST', '/Bulk', bulk(operations)))).toEqual(['400', '400', '201']);
	});

	it('S-302: too many operations or bytes are 413 and nothing is done', () => {
		const { ask, names } = started({ limits: { maxOperations: 1, maxPayloadSize: 400 } });
		expect(ask('POST', '/Bulk', bulk([newUser('a', 'a'), newUser('b', 'b')])).status).toBe(413);
		expect(ask('POST', '/Bulk', bulk([newUser('a', 'x'.repeat(400))])).status).toBe(413);
		expect(ask('POST', '/Bulk', bulk([newUser('a', 'ä'.repeat(110))])).status).toBe(413);
		expect(names('/Users')).toEqual([]);
	});

	it('S-303: a failed precondition is 412 on that operation', () => {
		const { ask, user } = started();
		const { id } = user('a');
		const operation = { method: 'DELETE', path: `/Users/${id}`, version: 'W/"9"' };
		expect(statuses(ask('POST', '/Bulk', bulk([operation])))).toEqual(['412']);
	});
});
