/** Builds the static site into build/, unless it was already built from exactly these files. --force builds anyway. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, '.provlab', 'built-from');
const inputs = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'scripts/portable-adapter.mjs',
	'svelte.config.mjs',
	'vite.config.ts',
	'tsconfig.json'
];

/**
 * @param {string} path
 * @returns {Generator<string>}
 */
function* filesOf(path) {
	if (!statSync(path).isDirectory()) return yield path;
	for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name));
}

function fingerprint() {
	const hash = createHash('sha256');
	for (const input of inputs) {
		for (const file of filesOf(join(root, input))) hash.update(`${file}\0`).update(readFileSync(file));
	}
	return hash.digest('hex');
}

export function build({ force = false, quiet = false } = {}) {
	const wanted = fingerprint();
	const same =
		existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(root, 'build', 'index.html'));
	if (same && !force) return true;
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const level = quiet ? ['--logLevel', 'warn'] : [];
	const done = spawnSync(process.execPath, [vite, 'build', ...level], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit']
	});
	if (done.status !== 0) return false;
	mkdirSync(join(root, '.provlab'), { recursive: true });
	writeFileSync(stamp, wanted);
	return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.exitCode = build({ force: process.argv.includes('--force'), quiet: process.argv.includes('--quiet') })
		? 0
		: 1;
}
