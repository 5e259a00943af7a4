/**
 * `npm test`: every check, all of them even when one fails. It closes with the one line `N passed, N failed`, in which a
 * check without tests of its own (lint, types, build) counts as one. What keeps one core busy runs beside another such
 * check, and what uses all of them alone.
 *
 *   npm test -- unit e2e      runs only the named steps
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest, readCount } from './count.mjs';
import { advice, findBrowser } from './find-browser.mjs';

/**
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {(file: string, ok: boolean) => Count} Report
 * @typedef {{ name: string, args: string[], oneCore?: true, report?: Report, browser?: true }} Step
 */

/** A step that hangs must not hang everything. */
const patience = { timeout: 900_000, killSignal: /** @type {const} */ ('SIGKILL') };

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.provlab', 'reports');
const tool = (/** @type {string[]} */ ...path) => join(root, 'node_modules', ...path);

const eslint = tool('eslint', 'bin', 'eslint.js');
const playwright = tool('@playwright', 'test', 'cli.js');
const prettier = tool('prettier', 'bin', 'prettier.cjs');
const svelteCheck = tool('svelte-check', 'bin', 'svelte-check');
const tsc = tool('typescript', 'bin', 'tsc');
const vitest = tool('vitest', 'vitest.mjs');

/** @param {string} project */
function vitestArgs(project) {
	const output = join(reports, `${project}.json`);
	return [vitest, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
}
const vitestCount = (/** @type {string} */ file, /** @type {boolean} */ ok) => readCount(file, countVitest, ok);
const playwrightCount = (/** @type {string} */ file, /** @type {boolean} */ ok) => readCount(file, countPlaywright, ok);

/** @type {Step[]} */
const steps = [
	{
		name: 'format',
		oneCore: true,
		args: [prettier, '--check', '--log-level=warn', '--cache', '--cache-location=.provlab/prettier', '.']
	},
	{
		name: 'lint',
		oneCore: true,
		args: [eslint, '--cache', '--cache-location=.provlab/eslint', '--max-warnings=0', '.']
	},
	{ name: 'types', oneCore: true, args: [svelteCheck, '--fail-on-warnings', '--output=human'] },
	{ name: 'types-pure', oneCore: true, args: [tsc, '-p', 'tsconfig.pure.json', '--noEmit'] },
	{ name: 'types-service-worker', oneCore: true, args: [tsc, '-p', 'src/service-worker', '--noEmit'] },
	{ name: 'unit', args: vitestArgs('unit'), report: vitestCount },
	{ name: 'browser', args: vitestArgs('browser'), report: vitestCount, browser: true },
	{ name: 'build', args: [join(root, 'scripts', 'build.mjs'), '--force', '--quiet'] },
	{ name: 'e2e', args: [playwright, 'test', '--reporter=list,json'], report: playwrightCount, browser: true }
];

/**
 * Runs one step and keeps its words, which matter only when it fails.
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, text: string }>}
 */
function run({ name, args }) {
	const file = join(reports, `${name}.json`);
	const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file };
	const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], ...patience });
	let text = '';
	child.stdout.on('data', (part) => (text += part));
	child.stderr.on('data', (part) => (text += part));
	return new Promise((resolve) => {
		child.on('error', (error) => resolve({ ok: false, text: String(error) }));
		child.on('close', (code) => resolve({ ok: code === 0, text }));
	});
}

/** @param {Step} step @returns {Promise<Count & { text: string }>} */
async function check(step) {
	if (step.browser && !findBrowser()) return { passed: 0, failed: 1, skipped: 0, text: advice };
	const { ok, text } = await run(step);
	if (step.report) return { ...step.report(join(reports, `${step.name}.json`), ok), text };
	return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, text };
}

/** A log may be cut where it is kept: the many tests that passed must not stand before the one that did not. */
function whatWentWrong(/** @type {string} */ text) {
	return text
		.split('\n')
		.filter((line) => !/^\s*[✓↓] |NO_COLOR|--trace-warnings/.test(line))
		.join('\n')
		.trim();
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @param {Step} step */
async function told(step) {
	const started = performance.now();
	const { passed, failed, skipped, text } = await check(step);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const counts = step.report ? `  ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}` : '';
	console.log(`${failed ? 'FAIL' : 'ok  '}  ${step.name.padEnd(22)}${seconds.padStart(6)} s${counts}`);
	if (failed) console.log(whatWentWrong(text).replace(/^/gm, '      '));
	total.passed += passed;
	total.failed += failed;
}

/** @param {Step[]} queue */
async function inTurn(queue) {
	for (let step; (step = queue.shift());) await told(step);
}

const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const single = chosen.filter(({ oneCore }) => oneCore);
await Promise.all([inTurn(single), inTurn(single)]);
await inTurn(chosen.filter(({ oneCore }) => !oneCore));

process.exitCode = total.failed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
