import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import config from './svelte.config.mjs';

/**
 * MSW's own service worker, straight from the package, for src/service-worker: it has only side effects, and the
 * package claims to have none, so a plain import would be dropped.
 */
const mockServiceWorker: Plugin = {
	name: 'mock-service-worker',
	enforce: 'pre',
	resolveId(id) {
		if (id !== 'msw/mockServiceWorker.js') return undefined;
		const path = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
		return { id: path, moduleSideEffects: true };
	}
};

export default defineConfig({
	plugins: [mockServiceWorker, tailwindcss(), sveltekit(config)],
	resolve: { alias: { 'tough-cookie': fileURLToPath(new URL('./src/lib/worker/no-cookies.ts', import.meta.url)) } },
	worker: { format: 'es' },
	build: { target: 'es2023', chunkSizeWarningLimit: 4000 }
});
