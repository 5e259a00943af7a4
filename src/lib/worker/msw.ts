import './local-storage';
import { getResponse } from 'msw/utils/get-response';
import type { RequestHandler } from 'msw';
import type { App } from '#lib/apps';
import { mswHandlers } from '#lib/apps/msw';
import { templateOf } from '#lib/hr/templates';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Door, World } from '#lib/world';

/** Headers as applications write them; what comes through a real Response is in lower case and sorted. */
const written = [
	'Content-Type',
	'Location',
	'Content-Location',
	'ETag',
	'WWW-Authenticate',
	'Retry-After',
	'Cache-Control'
];

/** Real requests through MSW, in this worker: what people watch. */
export function doorOf(world: World): Door {
	const handlers = new WeakMap<App, RequestHandler[]>();
	return async (request) => {
		const slot = request.app!;
		// A job from or to HR writes to no application: its agent or the directory answers.
		if (templateOf(world.tables.apps.get(slot)!.kind)) return world.sim.apps.answer(request);
		const { app } = world.sim.apps.of(slot);
		let own = handlers.get(app);
		if (!own) handlers.set(app, (own = mswHandlers({ ...app, handle: handle(world, slot, app) })));
		const response = await getResponse(own, realRequest(app, request));
		if (!response) throw new Error(`${app.baseUrl}${request.path} was not answered`);
		return plain(response);
	};
}

/** The application's own handler, except that the world answers: whatever it puts before an application counts here too. */
function handle(world: World, slot: number, { baseUrl }: App): App['handle'] {
	return async (request) => {
		const body = request.method === 'GET' ? undefined : await request.text();
		const path = request.url.slice(baseUrl.length);
		const headers = Object.fromEntries(request.headers);
		const answer = world.sim.apps.answer({
			app: slot,
			method: request.method as ScimRequest['method'],
			path,
			headers,
			body: body || undefined
		});
		return new Response(answer.body ?? null, { status: answer.status, headers: { ...answer.headers } });
	};
}

function realRequest(app: App, { method, path, headers, body }: ScimRequest): Request {
	const request = new Request(app.baseUrl + path, { method, headers: { ...headers }, body });
	// The body is read once; each of the copies that MSW makes of it would cost half a millisecond.
	Object.defineProperty(request, 'clone', { value: () => request });
	return request;
}

/** As the direct door gives it: the same bytes, the same names, the same order. */
async function plain(response: Response): Promise<ScimResponse> {
	const text = await response.text();
	const headers: Record<string, string> = {};
	for (const name of written) {
		const value = response.headers.get(name);
		if (value !== null) headers[name] = value;
	}
	for (const [name, value] of response.headers)
		if (!written.some((known) => known.toLowerCase() === name)) headers[name] = value;
	return text === '' ? { status: response.status, headers } : { status: response.status, headers, body: text };
}
