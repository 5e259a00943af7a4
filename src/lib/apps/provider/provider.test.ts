import { describe, expect, it } from 'vitest';
import type { JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import { createApp, type AppOptions } from '../app';

const auth = { Authorization: 'Bearer tok-demo', 'Content-Type': 'application/scim+json' };
const body = (response: ScimResponse) => JSON.parse(response.body as string) as JsonObject;

/** A conformant application and a short way of asking it. */
function started(options: AppOptions = {}, kind = 'conformance') {
	const app = createApp(kind, options);
	const ask = (method: string, path: string, json?: unknown, headers: Record<string, string> = {}) =>
		app.answer({
			method: method as ScimRequest['method'],
			path,
			headers: { ...auth, ...headers },
			...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) })
		});
	const user = (userName: string, more: object = {}) => {
		const response = ask('POST', '/Users', { schemas: [CORE_USER], userName, ...more });
		expect(response.status, response.body).toBe(201);
		return body(response) as JsonObject & { id: string; meta: Record<string, string> };
	};
	const group = (displayName: string, ...members: string[]) =>
		body(
			ask('POST', '/Groups', { schemas: [CORE_GROUP], displayName, members: members.map((value) => ({ value })) })
		) as JsonObject & { id: string; meta: Record<string, string> };
	const names = (path: string) =>
		(body(ask('GET', path)).Resources as JsonObject[]).map((resource) => resource.userName ?? resource.displayName);
	return { app, ask, user, group, names };
}

describe('resources', () => {
	it('S-182, S-185, S-186: id, schemas and meta are the application’s own', () => {
		const { user } = started({ now: () => Date.UTC(2026, 2, 2, 8) });
		const made = user('ada', { id: 'mine', meta: { location: 'elsewhere' } });
		expect(made.id).not.toBe('mine');
		expect(made.schemas).toEqual([CORE_USER]);
		expect(made.meta).toEqual({
			resourceType: 'User',
			created: '2026-03-02T08:00:00.000Z',
			lastModified: '2026-03-02T08:00:00.000Z',
			location: `https://conformance.example/scim/v2/Users/${made.id}`,
			version: 'W/"1"'
		});
	});

	it('S-187, S-216, S-305: Location and ETag say what meta says', () => {
		const { ask } = started();
		const response = ask('POST', '/Users', { schemas: [CORE_USER], userName: 'ada' });
		const meta = body(response).meta as JsonObject;
		expect(response.headers).toMatchObject({ Location: meta.location, ETag: meta.version });
	});

	it('S-198: an extension is listed exactly while it is there', () => {
		const { ask, user } = started();
		const { id } = user('ada', { [ENTERPRISE_USER]: { department: 'Records' } });
		expect(body(ask('GET', `/Users/${id}`)).schemas).toEqual([CORE_USER, ENTERPRISE_USER]);
		const operations = [{ op: 'remove', path: `${ENTERPRISE_USER}:department` }];
		const after = body(ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations: operations }));
		expect(after.schemas).toEqual([CORE_USER]);
		expect(after).not.toHaveProperty([ENTERPRISE_USER]);
	});

	it('S-200: a password is taken and never shown, not even to a filter', () => {
		const { ask, user } = started();
		const { id } = user('ada', { password: 'secret' });
		expect(body(ask('GET', `/Users/${id}?attributes=password`))).not.toHaveProperty('password');
		expect(body(ask('GET', `/Users?filter=${encodeURIComponent('password eq "secret"')}`)).totalResults).toBe(0);
	});

	it('S-201: groups of a user follow from the groups', () => {
		const { ask, user, group } = started();
		const { id } = user('ada', { groups: [{ value: 'invented' }] });
		expect(body(ask('GET', `/Users/${id}`))).not.toHaveProperty('groups');
		const ops = group('Ops', id);
		expect(body(ask('GET', `/Users/${id}`)).groups).toEqual([
			{ value: ops.id, $ref: ops.meta.location, display: 'Ops', type: 'direct' }
		]);
		expect(body(ask('GET', `/Users?filter=${encodeURIComponent(`groups eq "${ops.id}"`)}`)).totalResults).toBe(1);
		ask('DELETE', `/Groups/${ops.id}`);
		expect(body(ask('GET', `/Users/${id}`))).not.toHaveProperty('groups');
	});

	it('S-218, S-224: a name can be taken again once its owner is gone', () => {
		const { ask, user } = started();
		const { id } = user('ada');
		const again = ask('POST', '/Users', { schemas: [CORE_USER], userName: 'ADA' });
		expect(again.status).toBe(409);
		expect(body(again)).toMatchObject({ schemas: [MESSAGE.error], status: '409', scimType: 'uniqueness' });
		expect(ask('DELETE', `/Users/${id}`)).toMatchObject({ status: 204 });
		expect(user('ada').id).not.toBe(id);
	});

	it('S-214: a name that is taken cannot be had by PUT or PATCH either', () => {
		const { ask, user } = started();
		user('ada');
		const { id } = user('bob');
		const put = ask('PUT', `/Users/${id}`, { schemas: [CORE_USER], userName: 'ada' });
		const operations = [{ op: 'replace', path: 'userName', value: 'Ada' }];
		const patch = ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations: operations });
		expect([put.status, patch.status]).toEqual([409, 409]);
	});

	it('S-220 to S-222: PUT clears what it does not name and never creates', () => {
		const { ask, user } = started();
		const { id, meta } = user('ada', { title: 'Analyst', [ENTERPRISE_USER]: { department: 'Records' } });
		const put = ask('PUT', `/Users/${id}`, { schemas: [CORE_USER], id: 'x', userName: 'ada', nickName: 'A' });
		expect(put.status).toBe(200);
		expect(body(put)).toMatchObject({ id, nickName: 'A', meta: { created: meta.created } });
		expect(body(put)).not.toHaveProperty('title');
		expect(body(put)).not.toHaveProperty([ENTERPRISE_USER]);
		expect(ask('PUT', '/Users/nobody', { schemas: [CORE_USER], userName: 'x' }).status).toBe(404);
		expect(ask('PUT', `/Users/${id}`, { schemas: [CORE_USER] }).status).toBe(400);
	});

	it('PUT of a group replaces its members', () => {
		const { ask, user, group } = started();
		const [a, b] = [user('a').id, user('b').id];
		const { id } = group('Ops', a);
		const put = (members: object[] | undefined) =>
			body(ask('PUT', `/Groups/${id}`, { schemas: [CORE_GROUP], displayName: 'Ops', members })).members;
		expect(put([{ value: b }])).toMatchObject([{ value: b }]);
		expect(put(undefined)).toBeUndefined();
	});

	it('S-223: what is deleted is gone from everywhere', () => {
		const { ask, user, group } = started();
		const { id } = user('ada');
		const ops = group('Ops', id);
		ask('DELETE', `/Users/${id}`);
		expect(ask('GET', `/Users/${id}`).status).toBe(404);
		expect(ask('DELETE', `/Users/${id}`).status).toBe(404);
		expect(body(ask('GET', `/Groups/${ops.id}`))).not.toHaveProperty('members');
	});

	it('S-191: null, empty lists and empty objects are no values', () => {
		const { user } = started();
		const made = user('ada', { title: null, roles: [], name: {}, emails: [null, {}] });
		for (const name of ['title', 'roles', 'name', 'emails']) expect(made).not.toHaveProperty(name);
	});

	it('S-193: two primary values are refused', () => {
		const { ask } = started();
		const emails = [
			{ value: 'a', primary: true },
			{ value: 'b', primary: true }
		];
		expect(body(ask('POST', '/Users', { schemas: [CORE_USER], userName: 'a', emails })).scimType).toBe('invalidValue');
	});
});

describe('requests that are wrong', () => {
	it.each<[string, string, string, unknown, number, string | undefined]>([
		['S-212 no JSON', 'POST', '/Users', '{"userName"', 400, 'invalidSyntax'],
		['no object', 'POST', '/Users', '[]', 400, 'invalidSyntax'],
		['no body', 'POST', '/Users', '', 400, 'invalidSyntax'],
		['S-182 no schemas', 'POST', '/Users', { userName: 'a' }, 400, 'invalidSyntax'],
		['foreign schemas', 'POST', '/Users', { schemas: [CORE_GROUP], userName: 'a' }, 400, 'invalidSyntax'],
		['S-219 no user name', 'POST', '/Users', { schemas: [CORE_USER] }, 400, 'invalidValue'],
		['a wrong type', 'POST', '/Users', { schemas: [CORE_USER], userName: 1 }, 400, 'invalidValue'],
		['a wrong boolean', 'POST', '/Users', { schemas: [CORE_USER], userName: 'a', active: 'yes' }, 400, 'invalidValue'],
		['S-203 no group name', 'POST', '/Groups', { schemas: [CORE_GROUP] }, 400, 'invalidValue'],
		['an unknown endpoint', 'GET', '/Printers', undefined, 404, undefined],
		['an unknown id', 'GET', '/Users/nobody', undefined, 404, undefined],
		['a group asked for as a user', 'GET', '/Users/a/b', undefined, 404, undefined],
		['PUT on a collection', 'PUT', '/Users', {}, 405, undefined],
		['POST on a resource', 'POST', '/Users/x', {}, 405, undefined],
		['POST to a discovery endpoint', 'POST', '/Schemas', {}, 405, undefined],
		['/Me', 'GET', '/Me', undefined, 501, undefined],
		['startIndex that is no number', 'GET', '/Users?startIndex=a', undefined, 400, 'invalidValue'],
		['an address that cannot be decoded', 'GET', '/Users?filter=%', undefined, 400, 'invalidSyntax']
	])('%s', (_, method, path, json, status, scimType) => {
		const response = started().ask(method, path, json);
		expect(response.status).toBe(status);
		// S-208
		expect(body(response)).toMatchObject({ schemas: [MESSAGE.error], status: String(status) });
		expect(body(response).scimType).toBe(scimType);
	});

	it('S-206: JSON under both names is taken, other content is 415', () => {
		const { ask } = started();
		const status = (type: string) =>
			ask('POST', '/Users', { schemas: [CORE_USER], userName: type }, { 'Content-Type': type }).status;
		expect(status('application/json; charset=utf-8')).toBe(201);
		expect(status('text/xml')).toBe(415);
	});

	it('S-211: 401 says how to authenticate', () => {
		const { app } = started();
		const ask = (headers: Record<string, string>) => app.answer({ method: 'GET', path: '/Users', headers });
		expect(ask({}).headers['WWW-Authenticate']).toBe('Bearer realm="SCIM"');
		expect(ask({ authorization: 'Basic YTpi' }).status).toBe(401);
		expect(ask({ AUTHORIZATION: 'bearer tok-demo' }).status).toBe(200);
		expect(ask({ authorization: 'Bearer other' }).headers['WWW-Authenticate']).toContain('invalid_token');
	});
});

describe('the token endpoint', () => {
	const ask = (body: string) => {
		const { app } = started();
		const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
		return { app, response: app.answer({ method: 'POST', path: '/oauth2/token', headers, body }) };
	};

	it('S-014: client credentials get a token that works', () => {
		const form = 'grant_type=client_credentials&client_id=quillpad-client&client_secret=s3cr3t-demo';
		const { app, response } = ask(form);
		const Authorization = `Bearer ${body(response).access_token as string}`;
		expect(app.answer({ method: 'GET', path: '/Users', headers: { Authorization } }).status).toBe(200);
	});

	it('wrong credentials and other grants get none', () => {
		const wrong = 'grant_type=client_credentials&client_id=quillpad-client&client_secret=guess';
		expect(ask(wrong).response.status).toBe(401);
		expect(ask('grant_type=password').response.status).toBe(400);
	});
});

describe('the manager', () => {
	it('S-100 to S-102: is asked for with and without its URN, in either order', () => {
		const { ask, user } = started();
		const boss = user('boss').id;
		const { id } = user('ada', { [ENTERPRISE_USER]: { manager: { value: boss } } });
		const total = (filter: string) =>
			body(ask('GET', `/Users?filter=${encodeURIComponent(filter)}&attributes=id`)).totalResults;
		expect(total(`id eq "${id}" and manager eq "${boss}"`)).toBe(1);
		expect(total(`manager eq "${boss}" and id eq "${id}"`)).toBe(1);
		expect(total(`id eq "${id}" and manager eq "${id}"`)).toBe(0);
		expect(total(`${ENTERPRISE_USER}:manager.value eq "${boss}"`)).toBe(1);
	});

	it('S-103: the list form on the bare path, where it is tolerated', () => {
		const patch = (kind: string) => {
			const { ask, user } = started({}, kind);
			const { id } = user('ada');
			const Operations = [{ op: 'Add', path: 'manager', value: [{ $ref: 'https://x.example/Users/2', value: 'u-2' }] }];
			return ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations });
		};
		expect(body(patch('byoa'))[ENTERPRISE_USER]).toMatchObject({ manager: { value: 'u-2' } });
		expect(body(patch('conformance')).scimType).toBe('invalidPath');
	});
});

describe('versions', () => {
	it('S-306: the current version is 304 without a body', () => {
		const { ask, user } = started();
		const { id, meta } = user('ada');
		const response = ask('GET', `/Users/${id}`, undefined, { 'If-None-Match': meta.version as string });
		expect(response).toMatchObject({ status: 304 });
		expect(response.body).toBeUndefined();
	});

	it('S-307: a write needs the current version, or any', () => {
		const { ask, user } = started();
		const { id, meta } = user('ada');
		const operations = { schemas: [MESSAGE.patch], Operations: [{ op: 'add', path: 'title', value: 'x' }] };
		const patch = (tag: string) => ask('PATCH', `/Users/${id}`, operations, { 'If-Match': tag }).status;
		expect([patch('W/"7"'), patch(meta.version as string), patch(meta.version as string)]).toEqual([412, 200, 412]);
		expect(ask('DELETE', `/Users/${id}`, undefined, { 'If-Match': 'W/"1"' }).status).toBe(412);
		expect(ask('DELETE', `/Users/${id}`, undefined, { 'If-Match': '*' }).status).toBe(204);
	});

	it('S-308, S-271: what changes nothing keeps version and lastModified', () => {
		const { ask, user } = started();
		const { id, meta } = user('ada', { title: 'x' });
		const operations = [{ op: 'replace', path: 'title', value: 'x' }];
		const after = body(ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations: operations }));
		expect(after.meta).toEqual(meta);
	});
});

describe('queries', () => {
	const stocked = () => {
		const all = started();
		all.user('delta', { title: 'b', emails: [{ value: 'z@x' }, { value: 'a@x', primary: true }] });
		all.user('Alpha', { title: 'A', emails: [{ value: 'm@x' }] });
		all.user('charlie');
		all.user('bravo', { title: 'c' });
		return all;
	};

	it('S-237 to S-240: sorting by case rule, primary value and missing values', () => {
		const { names } = stocked();
		expect(names('/Users?sortBy=userName')).toEqual(['Alpha', 'bravo', 'charlie', 'delta']);
		expect(names('/Users?sortBy=title')).toEqual(['Alpha', 'delta', 'bravo', 'charlie']);
		expect(names('/Users?sortBy=title&sortOrder=descending')).toEqual(['charlie', 'bravo', 'delta', 'Alpha']);
		expect(names('/Users?sortBy=emails').slice(0, 2)).toEqual(['delta', 'Alpha']);
		expect(names('/Users?sortBy=meta.created&sortOrder=descending')[0]).toBe('bravo');
	});

	it.each([
		['startIndex=2&count=2', 2, ['Alpha', 'charlie']],
		['startIndex=-3&count=1', 1, ['delta']],
		['startIndex=0', 1, ['delta', 'Alpha', 'charlie', 'bravo']],
		['startIndex=9', 9, []],
		['count=0', 1, []],
		['count=-1', 1, []]
	])('S-241 to S-246: %s', (query, startIndex, expected) => {
		const { ask, names } = stocked();
		const list = body(ask('GET', `/Users?${query}`));
		expect(list).toMatchObject({ schemas: [MESSAGE.list], totalResults: 4, startIndex, itemsPerPage: expected.length });
		expect(names(`/Users?${query}`)).toEqual(expected);
	});

	it('S-247: attributes and excludedAttributes, by name, part and URN', () => {
		const { ask, user } = started();
		const { id } = user('ada', {
			title: 'x',
			name: { givenName: 'A', familyName: 'B' },
			[ENTERPRISE_USER]: { department: 'D', division: 'V' }
		});
		const only = body(ask('GET', `/Users/${id}?attributes=NAME.givenName,${ENTERPRISE_USER}:department`));
		expect(only).toEqual({
			schemas: [CORE_USER, ENTERPRISE_USER],
			id,
			name: { givenName: 'A' },
			[ENTERPRISE_USER]: { department: 'D' }
		});
		const rest = body(ask('GET', `/Users/${id}?excludedAttributes=id,title,name.givenName,${ENTERPRISE_USER}`));
		expect(rest).toMatchObject({ id, userName: 'ada', name: { familyName: 'B' } });
		for (const gone of ['title', ENTERPRISE_USER]) expect(rest).not.toHaveProperty([gone]);
		expect(rest.name).not.toHaveProperty('givenName');
	});

	it('S-249, S-250: they apply to the answers of writes too', () => {
		const { ask, group } = started();
		const made = ask('POST', '/Users?attributes=userName', { schemas: [CORE_USER], userName: 'a', title: 'x' });
		expect(Object.keys(body(made))).toEqual(['schemas', 'id', 'userName']);
		const { id } = group('Ops');
		const operations = { schemas: [MESSAGE.patch], Operations: [{ op: 'replace', path: 'displayName', value: 'Dev' }] };
		expect(ask('PATCH', `/Groups/${id}`, operations).status).toBe(204);
		const shown = ask('PATCH', `/Groups/${id}?attributes=displayName`, operations);
		expect(shown).toMatchObject({ status: 200 });
		expect(body(shown).displayName).toBe('Dev');
	});

	it('S-251, S-252: search by POST on one type and on all', () => {
		const { ask, user, group } = started();
		user('ada');
		group('Ada Fans');
		const search = { schemas: [MESSAGE.search], filter: 'displayName co "ada" or userName co "ada"', count: 5 };
		expect(body(ask('POST', '/Users/.search', search)).totalResults).toBe(1);
		expect(body(ask('POST', '/.search', search)).totalResults).toBe(2);
		expect(body(ask('POST', '/.search', { ...search, schemas: [] })).scimType).toBe('invalidSyntax');
	});

	it('S-117: a disabled user is still found', () => {
		const { names, user } = started();
		user('ada', { active: false });
		expect(names(`/Users?filter=${encodeURIComponent('userName eq "ada"')}`)).toEqual(['ada']);
	});

	it('an index answers like a scan', () => {
		const { names, user } = started();
		for (let i = 0; i < 50; i++) user(`u${i}`, { externalId: `e${i % 7}`, emails: [{ value: `M${i % 5}@x` }] });
		const all = names('/Users?count=100') as string[];
		const scan = (keep: (i: number) => boolean) => all.filter((_, i) => keep(i));
		expect(names(`/Users?filter=${encodeURIComponent('externalId eq "e3"')}`)).toEqual(scan((i) => i % 7 === 3));
		expect(names(`/Users?filter=${encodeURIComponent('emails.value eq "m2@X"')}`)).toEqual(scan((i) => i % 5 === 2));
	});
});

describe('discovery', () => {
	it('S-309: the configuration is one object', () => {
		const config = body(started().ask('GET', '/ServiceProviderConfig'));
		for (const feature of ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag']) {
			expect(config[feature]).toMatchObject({ supported: true });
		}
		expect(config.authenticationSchemes).toMatchObject([{ type: 'oauthbearertoken' }]);
		expect(started().ask('GET', '/serviceConfiguration').status).toBe(200);
	});

	it('S-310, S-311: resource types name schemas that can be read, in any case of their ids', () => {
		const { ask } = started();
		const types = body(ask('GET', '/ResourceTypes')).Resources as JsonObject[];
		expect(types.map((type) => type.endpoint)).toEqual(['/Users', '/Groups']);
		for (const { schema } of types) {
			expect(body(ask('GET', `/Schemas/${(schema as string).toUpperCase()}`)).id).toBe(schema);
		}
	});

	it('S-142: values are camelCase and nothing is null', () => {
		const text = started().ask('GET', '/Schemas').body as string;
		expect(text).toContain('"mutability":"readWrite"');
		expect(text).not.toContain('null');
	});
});

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

	it('S-298: a failed POST has no location and carries the error', () => {
		const { ask, user } = started();
		user('a');
		const [operation] = body(ask('POST', '/Bulk', bulk([newUser('x', 'a')]))).Operations as JsonObject[];
		expect(operation).toMatchObject({ bulkId: 'x', status: '409', response: { scimType: 'uniqueness' } });
		expect(operation).not.toHaveProperty('location');
	});

	it('S-299: references that go round in circles are 409', () => {
		const circle = (bulkId: string, other: string) => ({
			method: 'POST',
			path: '/Groups',
			bulkId,
			data: { schemas: [CORE_GROUP], displayName: bulkId, members: [{ value: `bulkId:${other}` }] }
		});
		expect(statuses(started().ask('POST', '/Bulk', bulk([circle('a', 'b'), circle('b', 'a')])))).toEqual([
			'409',
			'409'
		]);
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
		expect(names('/Users')).toEqual([]);
	});

	it('S-303: a failed precondition is 412 on that operation', () => {
		const { ask, user } = started();
		const { id } = user('a');
		const operation = { method: 'DELETE', path: `/Users/${id}`, version: 'W/"9"' };
		expect(statuses(ask('POST', '/Bulk', bulk([operation])))).toEqual(['412']);
	});
});

describe('members', () => {
	it('S-124 to S-127, S-204: repeats are ignored, whole values come and go', () => {
		const { ask, group } = started({}, 'byoa');
		const { id } = group('Ops', 'u-1');
		const patch = (...Operations: object[]) =>
			ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).status;
		const members = () => ((body(ask('GET', `/Groups/${id}`)).members ?? []) as JsonObject[]).map((m) => m.value);
		expect(patch({ op: 'Add', path: 'members', value: [{ $ref: null, value: 'u-1' }, { value: 'u-2' }] })).toBe(204);
		expect(members()).toEqual(['u-1', 'u-2']);
		expect(patch({ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'u-1' }] })).toBe(204);
		expect(members()).toEqual(['u-2']);
		patch(
			{ op: 'remove', path: 'members[value eq "u-2"]' },
			{ op: 'add', path: 'members', value: [{ value: 'u-3' }] },
			{ op: 'remove', path: 'members[value eq "u-9"]' }
		);
		expect(members()).toEqual(['u-3']);
		patch({ op: 'remove', path: 'members' }, { op: 'add', value: { members: [{ value: 'u-4' }] } });
		expect(members()).toEqual(['u-4']);
	});

	it('S-258: a refused request leaves the members as they were', () => {
		const { ask, group } = started();
		const { id } = group('Ops', 'u-1');
		const Operations = [
			{ op: 'remove', path: 'members' },
			{ op: 'replace', path: 'id', value: 'x' }
		];
		expect(ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).status).toBe(400);
		expect(body(ask('GET', `/Groups/${id}`)).members).toMatchObject([{ value: 'u-1' }]);
	});

	it('S-308: a new member is a new version of the group', () => {
		const { ask, group } = started();
		const { id } = group('Ops');
		const Operations = [{ op: 'add', path: 'members', value: [{ value: 'u-1' }] }];
		const versions = [1, 2].map(
			() => ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).headers.ETag
		);
		expect(versions).toEqual(['W/"2"', 'W/"2"']);
	});
});
