import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER, MESSAGE } from '#lib/scim/urns';
import { body, started } from '../testing/started';

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
		['S-205 what follows /Bulk', 'POST', '/Bulk/x', { schemas: [MESSAGE.bulk], Operations: [] }, 404, undefined],
		['S-205 what follows /.search', 'POST', '/.search/x', { schemas: [MESSAGE.search] }, 404, undefined],
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

	it('S-188: a request names its schema and its members in whatever case', () => {
		const { ask, user } = started();
		const path = `/Users/${user('ada', { title: 'x' }).id}`;
		const patch = { OPERATIONS: [{ OP: 'add', Path: 'title', Value: 'x' }] };
		const deletion = { Method: 'DELETE', Path: path, BulkId: 'b' };
		const answers = (schema: (urn: string) => string) => [
			ask('PATCH', path, { Schemas: [schema(MESSAGE.patch)], ...patch }),
			ask('POST', '/Users/.search', { SCHEMAS: [schema(MESSAGE.search)], Filter: 'title eq "x"' }),
			ask('POST', '/.search', { schemas: [schema(MESSAGE.search)], COUNT: 5 }),
			ask('POST', '/Bulk', { Schemas: [schema(MESSAGE.bulk)], FailOnErrors: 1, OPERATIONS: [deletion, deletion] })
		];
		expect(answers((urn) => `${urn}s`).map(({ status }) => status)).toEqual([400, 400, 400, 400]);
		const [patched, found, all, bulk] = answers((urn) => urn.toUpperCase()).map(body);
		expect([patched?.title, found?.totalResults, all?.totalResults]).toEqual(['x', 1, 1]);
		expect(bulk?.Operations).toMatchObject([
			{ method: 'DELETE', bulkId: 'b', status: '204' },
			{ method: 'DELETE', bulkId: 'b', status: '404' }
		]);
	});

	it('S-209: a version before the endpoint is taken, another one is invalidVers', () => {
		const { ask } = started();
		expect(ask('GET', '/v2/Users?count=0').status).toBe(200);
		expect(body(ask('GET', '/v9/Users'))).toMatchObject({ status: '400', scimType: 'invalidVers' });
	});

	it('S-208: an error has no member but its own, and what the vendor adds stands in a header', () => {
		const { ask } = started();
		const refused = ask('POST', '/Users', { schemas: [CORE_USER], userName: 'a', active: 'yes' });
		expect(Object.keys(body(refused)).sort()).toEqual(['detail', 'schemas', 'scimType', 'status']);
		expect(refused.headers['x-provlab-error']).toBe('{"attribute":"active"}');
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
	const ask = (body: string, more?: Record<string, string>) => {
		const { app } = started();
		const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...more };
		return { app, response: app.answer({ method: 'POST', path: '/oauth2/token', headers, body }) };
	};

	it('S-014: client credentials get a token that works', () => {
		const form = 'grant_type=client_credentials&client_id=quillpad-client&client_secret=s3cr3t-demo';
		const { app, response } = ask(form);
		const Authorization = `Bearer ${body(response).access_token as string}`;
		expect(app.answer({ method: 'GET', path: '/Users', headers: { Authorization } }).status).toBe(200);
	});

	it('S-022: the credentials may stand in the header', () => {
		const Authorization = `Basic ${btoa('quillpad-client:s3cr3t-demo')}`;
		expect(ask('grant_type=client_credentials', { Authorization }).response.status).toBe(200);
		const wrong = `Basic ${btoa('quillpad-client:guess')}`;
		expect(ask('grant_type=client_credentials', { Authorization: wrong }).response.status).toBe(401);
	});

	it('wrong credentials and other grants get none', () => {
		const wrong = 'grant_type=client_credentials&client_id=quillpad-client&client_secret=guess';
		// S-211
		expect(ask(wrong).response).toMatchObject({ status: 401, headers: { 'WWW-Authenticate': 'Basic realm="SCIM"' } });
		expect(body(ask('grant_type=password').response)).toEqual({ error: 'unsupported_grant_type' });
		expect(body(ask('').response)).toEqual({ error: 'invalid_request' });
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
