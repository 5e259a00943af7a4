import type { RequestHandler } from 'msw';
import type { EngineClient } from './client.svelte';
import { answerGraphOnWire, graphUrl } from './graph-wire';
import type { Ask } from './protocol';
import { keepOffline, serviceWorkerUrl } from './offline';

/** Where the applications are on the wire: `scim/<application>/Users`, beside the page. */
export function wireUrl(app: string, path = ''): string {
	return new URL(`scim/${encodeURIComponent(app)}${path}`, document.baseURI).href;
}

type Method = Ask<'answer'>['method'];
const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies Method[];

/** What a real request asks of which application, or null when it is for nobody here. */
async function askOf(request: Request): Promise<Ask<'answer'> | null> {
	const home = new URL('scim/', document.baseURI).href;
	if (!request.url.startsWith(home)) return null;
	const rest = request.url.slice(home.length);
	const end = rest.search(/[/?#]|$/);
	const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.text();
	return {
		app: decodeURIComponent(rest.slice(0, end)),
		method: (request.method === 'HEAD' ? 'GET' : request.method) as Method,
		path: rest.slice(end) || '/',
		headers: Object.fromEntries(request.headers),
		body: body || undefined
	};
}

/** Answers a request as the application in the worker does, to the byte. */
export async function answerOnWire(client: EngineClient, request: Request): Promise<Response | undefined> {
	const ask = await askOf(request);
	if (!ask) return undefined;
	if (!methods.includes(ask.method)) return new Response(null, { status: 405, headers: { Allow: methods.join(', ') } });
	try {
		const { status, headers, body } = await client.answer(ask);
		// An application that never answers is to the page a network that fails.
		if (status === 0) return Response.error();
		return new Response(request.method === 'HEAD' ? null : (body ?? null), { status, headers });
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error'];
		return Response.json({ schemas, status: '503', detail }, { status: 503 });
	}
}

let opened: Promise<boolean> | undefined;

/**
 * The wire door: fetches of this page to `scim/...` are answered by the applications of the open session, and those to
 * `graph/...` by its Microsoft Graph, visibly in the Network panel. MSW's part of the one service worker hands them to
 * the page, and the page to its engine. Resolves to false where the browser has no service workers or refuses them;
 * asking again then tries again.
 */
function openWire(client: EngineClient): Promise<boolean> {
	opened ??= start(client)
		.catch(() => false)
		.then((isOpen) => {
			if (!isOpen) opened = undefined;
			return isOpen;
		});
	return opened;
}

/**
 * Tells whether the wire door is open. A service worker that comes later than a page waits, because there is much to
 * store and the network or the machine is slow, opens it then. One that is replaced while the door opens may never answer:
 * the door counts as closed after a while, until it is open after all. Returns the end of telling.
 */
export function watchWire(client: EngineClient, tell: (isOpen: boolean) => void): () => void {
	const patience = setTimeout(() => tell(false), 2 * PATIENCE);
	const ask = () =>
		void openWire(client).then((isOpen) => {
			clearTimeout(patience);
			tell(isOpen);
		});
	ask();
	const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
	container?.addEventListener('controllerchange', ask);
	return () => {
		clearTimeout(patience);
		container?.removeEventListener('controllerchange', ask);
	};
}

/** How long the first visit waits for its service worker. */
const PATIENCE = 10_000;

/**
 * Whether a service worker has this page. MSW would reload a page that none has yet; ours takes it over soon, and when
 * it is asked: a page that was on its way while the worker began is had by nobody.
 */
function isControlled(): Promise<boolean> {
	const { serviceWorker } = navigator;
	if (serviceWorker.controller) return Promise.resolve(true);
	void serviceWorker.ready.then(({ active }) => active?.postMessage('TAKE_OVER'));
	return new Promise((resolve) => {
		serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
		setTimeout(() => resolve(serviceWorker.controller !== null), PATIENCE);
	});
}

async function start(client: EngineClient): Promise<boolean> {
	if (!('serviceWorker' in navigator) || !(await keepOffline()) || !(await isControlled())) return false;
	const [{ http }, { setupWorker }] = await Promise.all([import('msw'), import('msw/browser')]);
	const answered = (start: string, answer: typeof answerOnWire) =>
		http.all(
			(({ request }: { request: Request }) => request.url.startsWith(start)) as never,
			(({ request }: { request: Request }) => answer(client, request)) as never
		) as RequestHandler;
	const handlers = [
		answered(new URL('scim/', document.baseURI).href, answerOnWire),
		answered(graphUrl('/'), answerGraphOnWire)
	];
	await setupWorker(...(handlers as never[])).start({
		serviceWorker: {
			url: serviceWorkerUrl(),
			options: { type: import.meta.env.DEV ? 'module' : 'classic', updateViaCache: 'none' }
		},
		onUnhandledFrame: 'bypass',
		quiet: true
	});
	return true;
}
