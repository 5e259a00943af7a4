import adapter from '@sveltejs/adapter-static';
import { portableAdapter } from './scripts/portable-adapter.mjs';

/**
 * What SvelteKit, vite.config.ts and the tools share. SvelteKit 3 refuses a root svelte.config.js, hence the ending.
 * @type {import('@sveltejs/kit/vite').Config}
 */
const config = {
	// Places live behind the hash, so one index.html serves every deep link from any sub-path and any file server.
	router: { type: 'hash' },
	adapter: portableAdapter(adapter({ pages: 'build', assets: 'build' }), 'build/index.html'),
	// Relative addresses let the build be served from any sub-path.
	paths: { relative: true },
	// The page registers it itself (src/lib/worker/offline.ts), by a relative address.
	serviceWorker: { register: false },
	csp: {
		mode: 'hash',
		directives: {
			'default-src': ['none'],
			'script-src': ['self'],
			// Monaco positions its lines with style attributes and its colours with style elements (docs/decisions).
			'style-src': ['self', 'unsafe-inline'],
			'img-src': ['self', 'data:', 'blob:'],
			'font-src': ['self', 'data:'],
			'connect-src': ['self'],
			'worker-src': ['self'],
			'manifest-src': ['self'],
			'base-uri': ['self'],
			'form-action': ['self']
		}
	}
};

export default config;
