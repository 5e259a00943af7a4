/**
 * `npm run bench [-- name ...]`: runs bench/*.ts one after the other, each a program that prints its own section. Each
 * is bundled first, as the page is, so that what is measured is not a loader. They run in the project's root folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'bench');
const bundles = join(root, '.provlab', 'bench');

/** @param {string} file */
async function bundle(file) {
	const name = `${basename(file, '.ts')}.mjs`;
	await build({
		root,
		configFile: false,
		logLevel: 'warn',
		build: {
			ssr: join(source, file),
			outDir: bundles,
			emptyOutDir: false,
			target: 'node22',
			rolldownOptions: { output: { entryFileNames: name } }
		}
	});
	return join(bundles, name);
}

const wanted = process.argv.slice(2);
const all = existsSync(source) ? readdirSync(source).filter((name) => name.endsWith('.ts')) : [];
const chosen = all.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part))).sort();

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'an unknown processor'}`);
if (chosen.length === 0) console.log('There is no such benchmark in bench/.');
for (const file of chosen) {
	console.log(`\n== ${basename(file, '.ts')}`);
	const args = ['--expose-gc', await bundle(file)];
	const done = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
	if (done.status !== 0) process.exitCode = 1;
}
