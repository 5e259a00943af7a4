/**
 * The part that all commands share: a fitting Node, the packages of the lock file, on wish a browser. It runs under any
 * Node from 18 up with nothing installed, hence only `node:` imports. A stamp makes the next time cost milliseconds.
 *
 *   node scripts/bootstrap.mjs [--browser] [script.mjs arguments...]    then runs the script under the fitting Node
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fits, packageFor } from './node-version.mjs';
import { install } from './npm.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

/** @param {string} text */
function say(text) {
	process.stderr.write(`provlab: ${text}\n`);
}

/** The Node of tools/node, or the machine's own where that one fits. */
function chooseNode() {
	const pinned = pinnedNode();
	// npm puts node_modules/.bin first on PATH, so after the first time we may already be the pinned Node.
	if (fits(process.version) && process.execPath !== pinned) return process.execPath;
	if (pinned && existsSync(pinned)) return pinned;
	if (!pinned) {
		const machine = `${process.platform}-${process.arch}`;
		throw new Error(
			`Node ${process.version} is too old and none is packed for ${machine}: install Node 22.17 or newer.`
		);
	}
	say(`Node ${process.version} is too old for the tools; fetching the pinned one ...`);
	install(process.execPath, join(root, 'tools', 'node'));
	if (!runs(pinned)) throw new Error('The pinned Node does not run on this machine: install Node 22.17 or newer.');
	return pinned;
}

function pinnedNode() {
	const name = packageFor(process.platform, process.arch);
	return name && join(root, 'tools', 'node', 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

/** @param {string} node */
function runs(node) {
	return spawnSync(node, ['--version'], { encoding: 'utf8' }).status === 0;
}

/**
 * Makes `npm run x`, `npx x` and every script in .bin use the chosen Node: npm puts this folder first on PATH.
 * @param {string} node
 */
function link(node) {
	const place = join(bin, windows ? 'node.exe' : 'node');
	if (node !== pinnedNode()) return rmSync(place, { force: true });
	if (existsSync(place)) return;
	mkdirSync(bin, { recursive: true });
	if (windows) copyFileSync(node, place);
	else symlinkSync(relative(bin, node), place);
}

/** Installs unless the stamp says that these very lock files were installed on this very machine. */
function prepare() {
	const stamp = join(root, 'node_modules', '.provlab-stamp');
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const lock of ['package-lock.json', join('tools', 'node', 'package-lock.json')]) {
		hash.update(readFileSync(join(root, lock)));
	}
	const wanted = hash.digest('hex');
	const node = chooseNode();
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
		say('installing the packages of package-lock.json ...');
		install(node, root);
		// SvelteKit writes the tsconfig that ours extends.
		const kit = join(root, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
		spawnSync(node, [kit, 'sync'], { cwd: root, stdio: ['ignore', 2, 2] });
		writeFileSync(stamp, wanted);
	}
	link(node);
	return node;
}

/**
 * Asks find-browser.mjs, which needs the packages and the new Node, hence a process of its own.
 * @param {string} node
 */
function browser(node) {
	const script = join(root, 'scripts', 'find-browser.mjs');
	const found = spawnSync(node, [script, '--install'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
	return found.status === 0 ? found.stdout.trim() : '';
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(node, args, env) {
	const child = spawn(node, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
	// Ctrl-C reaches the child by itself; we only have to outlive it. A TERM sent to us alone is handed on.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	// npm ends on a TERM without telling its shell's child: an orphan would keep its port for ever.
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
	child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/** @param {string[]} args */
function main(args) {
	const wantsBrowser = args[0] === '--browser';
	const [script, ...rest] = wantsBrowser ? args.slice(1) : args;
	const node = prepare();
	/** @type {Record<string, string>} */
	const env = { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
	if (wantsBrowser) env.PLAYWRIGHT_CHROMIUM_PATH = browser(node);
	if (script) run(node, [join(root, script), ...rest], env);
	else say(`ready, with Node ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}.`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
