/**
 * The browser that the tests run in: PLAYWRIGHT_CHROMIUM_PATH, then the system's Chromium or Chrome, then Playwright's
 * own. As a program it prints the path; with --install it may also fetch one, from Playwright or, as root, from apt.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const fixed = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
	],
	win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((place) => [
		join(process.env[place] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
		join(process.env[place] ?? '', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
	])
};

/**
 * A browser that is there but lacks a library of the system, or is a stub that asks for a snap, does not count.
 * @param {string} path
 */
function works(path) {
	try {
		accessSync(path, constants.X_OK);
	} catch {
		return false;
	}
	if (process.platform === 'win32') return true; // there --version opens a window
	return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function systemBrowser() {
	const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	return [...onPath, ...(fixed[process.platform] ?? [])].find((path) => existsSync(path) && works(path));
}

/** Read late: under an old Node merely loading Playwright ends the process. */
function playwrightBrowser() {
	const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
	return path && works(path) ? path : undefined;
}

export function findBrowser() {
	const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
	if (named) return existsSync(named) ? named : undefined;
	return systemBrowser() ?? playwrightBrowser();
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(command, args, env = {}) {
	const all = { ...process.env, ...env };
	return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000, env: all }).status === 0;
}

function fetchPlaywrights() {
	const cli = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'playwright', 'cli.js');
	const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' };
	return run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], env) ? playwrightBrowser() : undefined;
}

function fetchSystems() {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	const install = () => run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], env);
	return install() || (run('apt-get', ['update', '-q'], env) && install()) ? systemBrowser() : undefined;
}

/** @param {string} text */
function say(text) {
	process.stderr.write(`provlab: ${text}\n`);
}

function installBrowser() {
	if (process.env.PLAYWRIGHT_CHROMIUM_PATH || process.env.PROVLAB_NO_INSTALL) return undefined;
	say('no browser for the tests is here; asking Playwright for its own ...');
	const own = fetchPlaywrights();
	if (own) return own;
	say('that did not work; asking the package manager of the system, where that is allowed ...');
	return fetchSystems();
}

export const advice =
	'No browser for the tests: install Chromium or Chrome (Debian: apt-get install chromium), or name one in PLAYWRIGHT_CHROMIUM_PATH.';

/** Offline by construction: of the browser's own errands none may touch the network or slow the tests. */
export const launchArgs = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	'--disable-gpu',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const path = findBrowser() ?? (process.argv.includes('--install') ? installBrowser() : undefined);
	if (path) process.stdout.write(`${path}\n`);
	else say(advice);
	process.exitCode = path ? 0 : 1;
}
