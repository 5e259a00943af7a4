import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
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

/** What the engine's worker loads until the first screen stands: these two, and what they import. */
const first = ['worker/engine.ts', 'views/frame.ts'].map((path) =>
	fileURLToPath(new URL(`./src/lib/${path}`, import.meta.url))
);
type Graph = Parameters<NonNullable<Rolldown.CodeSplittingNameFunction>>[1];
const closures = new WeakMap<Graph, ReadonlySet<string>>();

function loadedFirst(graph: Graph): ReadonlySet<string> {
	let found = closures.get(graph);
	if (found) return found;
	const closure = new Set(first);
	// A set is walked together with what is added on the way.
	for (const id of closure) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) closure.add(imported);
	closures.set(graph, (found = closure));
	return found;
}

const lean = (name: string) => fileURLToPath(new URL(`./src/lib/worker/lean/${name}.ts`, import.meta.url));

export default defineConfig({
	plugins: [mockServiceWorker, tailwindcss(), sveltekit(config)],
	resolve: {
		alias: [
			// What MSW brings along and never uses here.
			{ find: 'tough-cookie', replacement: lean('no-cookies') },
			{ find: /^@mswjs\/interceptors$/, replacement: lean('no-interceptors') },
			{ find: '@msw/url', replacement: lean('no-patterns') },
			// For browsers of today.
			{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }
		]
	},
	worker: {
		format: 'es',
		// In one piece: as the thirty pieces that other parts share with it, it would be a tenth larger.
		rolldownOptions: {
			output: {
				codeSplitting: { groups: [{ name: (id, graph) => (loadedFirst(graph).has(id) ? 'first' : null) }] }
			}
		}
	},
	build: { target: 'es2023', chunkSizeWarningLimit: 4000 }
});
