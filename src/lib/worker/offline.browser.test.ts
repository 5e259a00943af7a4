import { expect, it } from 'vitest';
import { serviceWorkerUrl } from './offline';

it('the service worker lies beside the page, so that its scope is the sub-path of the site', () => {
	expect(serviceWorkerUrl()).toBe(new URL('service-worker.js', location.href).href);
	expect(new URL('./', serviceWorkerUrl()).href).toBe(new URL('./', location.href).href);
});
