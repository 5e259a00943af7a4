/** Runs a TypeScript bench with the aliases of the application: `node bench/run.mjs bench/provider.ts`. */
import { runnerImport } from 'vite';

const [file] = process.argv.slice(2);
await runnerImport(new URL(`../${file}`, import.meta.url).pathname);
