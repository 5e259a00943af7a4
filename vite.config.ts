import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { instead, leanDexie, leanMsw } from './scripts/lean.mjs';
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

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What the engine's worker loads for a first visit, in three pieces and not in thirty, as which it would be a tenth larger:
 * until the first screen stands, when the first thing happens, and what the story of the start page takes besides.
 */
const stages = {
	first: ['worker/engine.ts', 'views/frame.ts'],
	running: ['world/run/running.ts', 'apps/answering.ts', 'apps/provider/patching.ts', 'worker/msw.ts'],
	story: [
		'world/systems.ts',
		'hr/shipped.ts',
		'world/commands/hire.ts',
		'world/directory/dynamic.ts',
		'engine/mapping/functions/texts.ts',
		'views/story.ts'
	]
};
type Graph = Parameters<NonNullable<Rolldown.CodeSplittingNameFunction>>[1];
const placed = new WeakMap<Graph, ReadonlyMap<string, string>>();

/** Every module of a stage, with all that it imports and no earlier stage has. */
function stagesOf(graph: Graph): ReadonlyMap<string, string> {
	const known = placed.get(graph);
	if (known) return known;
	const found = new Map<string, string>();
	for (const [stage, entries] of Object.entries(stages)) {
		const closure = new Set(entries.map((path) => at(`./src/lib/${path}`)));
		// A set is walked together with what is added on the way.
		for (const id of closure)
			for (const imported of graph.getModuleInfo(id)?.importedIds ?? [])
				// All languages hang on zod's index, and go where one is asked for.
				if (!imported.includes('/locales/')) closure.add(imported);
		for (const id of closure) if (!found.has(id)) found.set(id, stage);
	}
	placed.set(graph, found);
	return found;
}

/** What every page has of the kit, in one piece and not in sixteen, as which the start page would be 3 kB larger. */
const everywhere =
	/\/ui\/kit\/(Button|Dialog|Empty|held-keys|Icon|icons|Menu|place|remember|RuleChip|said|SearchList|tip|toast|ToastRow)\.[^?]*$/;

export default defineConfig({
	plugins: [
		leanDexie,
		mockServiceWorker,
		tailwindcss(),
		// Names of classes that are shorter than Svelte's own, which stand in all markup: they made the start page larger.
		sveltekit({ ...config, compilerOptions: { cssHash: ({ css, hash }) => `s${hash(css)}` } })
	],
	resolve: {
		alias: [
			// What MSW brings along and never uses here.
			{ find: 'tough-cookie', replacement: at('./src/lib/worker/lean/no-cookies.ts') },
			// For browsers of today.
			{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }
		]
	},
	worker: {
		format: 'es',
		plugins: () => [
			leanDexie,
			leanMsw,
			// The worker asks MSW for answers only; the page's door on the wire needs all of it.
			instead({
				'@mswjs/interceptors': at('./src/lib/worker/lean/no-interceptors.ts'),
				'@msw/url': at('./src/lib/worker/lean/no-patterns.ts'),
				cookie: at('./src/lib/worker/lean/no-cookies.ts'),
				'is-node-process': at('./src/lib/worker/lean/no-node.ts'),
				outvariant: at('./src/lib/worker/lean/plain-messages.ts')
			})
		],
		rolldownOptions: {
			output: {
				// What tells a bundler what it may leave out: nobody bundles this again.
				comments: { annotation: false },
				codeSplitting: { groups: [{ debugName: 'stages', name: (id, graph) => stagesOf(graph).get(id) ?? null }] }
			}
		}
	},
	build: {
		target: 'es2023',
		chunkSizeWarningLimit: 4000,
		rolldownOptions: {
			// A page loads what it uses of the kit, and not all that the kit's index names.
			output: { codeSplitting: { groups: [{ name: 'kit', test: everywhere }] } },
			treeshake: { moduleSideEffects: [{ test: /\/src\/lib\/ui\/(kit|marks)\/[^?]*$/, sideEffects: false }] }
		}
	}
});
