import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';

/** How long a slow network may keep somebody waiting for a page that we have. */
const patience = 2000;

const prefix = 'provlab-';
const cacheName = prefix + version;
const home = new URL('./', self.location.href).href;
/** What the workers load when it is needed first: bundles that the manifest does not know. The adapter names them here. */
const workerParts = '__WORKER_PARTS__'.split(' ').filter((path) => path.startsWith('_app/'));
const files = [...[...immutable, ...assets].map(({ path }) => path), ...workerParts].map(
	(path) => new URL(path, home).href
);
const hashed = new URL('_app/immutable/', home).href;

const isPage = (request: Request) => request.mode === 'navigate';
const bare = (url: string) => url.replace(/[?#].*$/, '');

async function store() {
	const cache = await caches.open(cacheName);
	await cache.addAll(files);
	if (files.length > 0) await cache.add(home);
}

/** The previous version stays: a page that is still open may yet load a part of it. */
async function dropOldVersions() {
	const ours = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
	await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
}

async function stored(request: Request): Promise<Response> {
	return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** The newest page while the network answers soon, the stored one otherwise. */
async function page(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(home);
	if (!kept) return fetch(request);
	try {
		const fresh = await fetch(request, { signal: AbortSignal.timeout(patience) });
		return fresh.ok ? fresh : kept;
	} catch {
		return kept;
	}
}

self.addEventListener('install', (event) => event.waitUntil(store()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldVersions()));

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = bare(request.url);
	if (request.method !== 'GET' || files.length === 0) return;
	const ownPage = isPage(request) && (url === home || url === `${home}index.html`);
	if (!ownPage && !files.includes(url) && !url.startsWith(hashed)) return;
	event.stopImmediatePropagation();
	event.respondWith(ownPage ? page(request) : stored(request));
});
