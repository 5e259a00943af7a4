/**
 * The service worker's address: beside the page, whatever sub-path that is. MSW's `start` wants it too, so that the
 * wire door and offline are one worker.
 */
export function serviceWorkerUrl(): string {
	return new URL('service-worker.js', document.baseURI).href;
}

/**
 * Makes the next visit work offline. Resolves to undefined where a browser refuses (private windows, no secure
 * context): the site then simply needs its server again.
 */
export async function keepOffline(): Promise<ServiceWorkerRegistration | undefined> {
	if (!('serviceWorker' in navigator)) return undefined;
	try {
		// The dev server hands the worker out as a module, the build as one plain script.
		return await navigator.serviceWorker.register(serviceWorkerUrl(), {
			type: import.meta.env.DEV ? 'module' : 'classic',
			updateViaCache: 'none'
		});
	} catch {
		return undefined;
	}
}
