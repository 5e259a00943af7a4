import { self } from '$app/service-worker';

// A worker takes over the pages that stand when it begins. One that was on its way just then asks by itself.
self.addEventListener('message', (event) => {
	if (event.data === 'TAKE_OVER') event.waitUntil(self.clients.claim());
});
