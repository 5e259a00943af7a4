import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { HandedRequest } from '#lib/scim/handed';
import type { Json, ScimRequest, ScimResponse } from '#lib/scim/types';
import { createApp, mswHandlers } from './index';
import type { App } from './types';

type Door = (request: ScimRequest) => Promise<ScimResponse>;

const toRequest = (app: App, { method, path, headers, body }: ScimRequest) => {
	const request = new Request(app.baseUrl + path, {
		method,
		headers: { ...headers },
		...(body !== undefined && { body })
	});
	// The body is read once, so the copies that MSW makes of it are only a cost.
	Object.defineProperty(request, 'clone', { value: () => request });
	return request;
};

const toPlain = async (response: Response): Promise<ScimResponse> => ({
	status: response.status,
	headers: Object.fromEntries(response.headers),
	body: await response.text()
});

const lower = ({ status, headers, body }: ScimResponse): ScimResponse => ({
	status,
	headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
	body: body ?? ''
});

/** As the service's own client sends it, where the body is JSON. */
const handed = (request: ScimRequest): ScimRequest => {
	const { app, method, path, headers, body } = request;
	const { pathname, searchParams } = new URL(path, 'https://app.example');
	const address = {
		parts: pathname.slice(1).split('/').map(decodeURIComponent),
		...(searchParams.size > 0 && { query: [...searchParams] })
	};
	try {
		const json = body === undefined ? undefined : (JSON.parse(body) as Json);
		return new HandedRequest(app, method, address, headers, json);
	} catch {
		return request;
	}
};

const doors: Record<string, (app: App) => Door> = {
	answer: (app) => async (request) => lower(app.answer(request)),
	hand: (app) => async (request) => lower(app.hand(handed(request))),
	handle: (app) => async (request) => toPlain(await app.handle(toRequest(app, request))),
	msw: (app) => async (request) => {
		const response = await getResponse(mswHandlers(app) as never, toRequest(app, request));
		return toPlain(response as Response);
	}
};

const headers = { authorization: 'Bearer tok-demo', 'content-type': 'application/scim+json' };
const user = (userName: string) =>
	JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, emails: [{ value: userName }] });

const session: readonly ScimRequest[] = [
	{ method: 'POST', path: '/Users', headers, body: user('zoë@contoso.com') },
	{ method: 'POST', path: '/Users', headers, body: user('zoë@contoso.com') },
	{ method: 'GET', path: '/Users?filter=userName%20eq%20%22zo%C3%AB%40contoso.com%22', headers },
	{ method: 'GET', path: '/Users?filter=userName%20xx%20%22a%22', headers },
	{ method: 'PATCH', path: '/Users/nobody', headers, body: '{}' },
	{ method: 'POST', path: '/Users', headers, body: '{"userName":' },
	{ method: 'GET', path: '/Schemas', headers },
	{ method: 'GET', path: '/Users', headers: {} },
	{
		method: 'POST',
		path: '/Groups',
		headers,
		body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'A' })
	},
	{ method: 'GET', path: '/Groups?sortBy=displayName&count=0', headers }
];

describe('one application behind three doors', () => {
	it.each(['hand', 'handle', 'msw'])('the %s door gives the same bytes as the plain one', async (name) => {
		const plain = (doors.answer as (app: App) => Door)(createApp('byoa'));
		const other = (doors[name] as (app: App) => Door)(createApp('byoa'));
		for (const request of session) expect(await other(request)).toEqual(await plain(request));
	});

	it('an answer that is handed over says what was so when it was given, whenever it is read', () => {
		const app = createApp('byoa');
		const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
		const made = (path: string, body: string) =>
			(JSON.parse(app.answer({ method: 'POST', path, headers, body }).body!) as { id: string }).id;
		const ada = made('/Users', user('ada@contoso.com'));
		const group = made('/Groups', JSON.stringify({ schemas, displayName: 'A', members: [{ value: ada }] }));
		const read: ScimRequest = { method: 'GET', path: `/Users/${ada}`, headers };
		const before = app.answer(read);
		const late = app.hand(read);
		app.answer({ method: 'DELETE', path: `/Groups/${group}`, headers });
		expect(late.body).toBe(before.body);
		expect(app.hand(read).body).not.toBe(before.body);
	});

	it('a request outside the base path is answered 404 by handle and left alone by msw', async () => {
		const app = createApp('conformance', { basePath: '/scim/v2' });
		const request = () => new Request('https://conformance.example/elsewhere/Users', { headers });
		expect((await app.handle(request())).status).toBe(404);
		expect(await getResponse(mswHandlers(app) as never, request())).toBeUndefined();
	});

	it('locations begin with the address that the caller used', async () => {
		const app = createApp('conformance', { token: 't', basePath: '/base' });
		const response = await app.handle(
			new Request('http://127.0.0.1:8080/base/Users', {
				method: 'POST',
				headers: { ...headers, authorization: 'Bearer t' },
				body: user('a@b.example')
			})
		);
		expect(response.headers.get('Location')).toMatch(/^http:\/\/127\.0\.0\.1:8080\/base\/Users\/./);
	});
});
