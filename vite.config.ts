import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import config from './svelte.config.mjs';

export default defineConfig({
	plugins: [tailwindcss(), sveltekit(config)],
	resolve: { alias: { 'tough-cookie': new URL('./src/lib/worker/no-cookies.ts', import.meta.url).pathname } },
	worker: { format: 'es' },
	build: { target: 'es2023', chunkSizeWarningLimit: 4000 }
});
