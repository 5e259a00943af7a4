import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './tree/files';

const folder = mkdtempSync(join(tmpdir(), 'provlab-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that is a browser as far as anybody asks it for its version. */
function program(name: string, code: number): string {
	const path = join(folder, name);
	writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
	chmodSync(path, 0o755);
	return path;
}

/** Asks as npm test does, on a machine where only `folder` is on the path and Playwright has fetched nothing. */
function find(env: Record<string, string> = {}, ...args: string[]) {
	const nothing = { PATH: folder, PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'), PLAYWRIGHT_CHROMIUM_PATH: '' };
	const script = join(root, 'scripts', 'find-browser.mjs');
	const options = { env: { ...nothing, ...env }, encoding: 'utf8' as const, cwd: dirname(folder) };
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
	return { status, found: stdout.trim(), said: stderr.trim().split('\n') };
}

// Elsewhere browsers lie at fixed places, which a test cannot empty.
describe.runIf(process.platform === 'linux')('the browser for the tests', () => {
	it('is the one that the environment names, and no other', () => {
		const named = program('anything', 1);
		program('chromium', 0);
		expect(find({ PLAYWRIGHT_CHROMIUM_PATH: named }).found).toBe(named);
		expect(find({ PLAYWRIGHT_CHROMIUM_PATH: join(folder, 'gone') })).toMatchObject({ status: 1, found: '' });
	});

	it('is else the first on the path that works: a stub that only asks for another package does not', () => {
		program('chromium', 1);
		const chrome = program('google-chrome', 0);
		expect(find().found).toBe(chrome);
		rmSync(chrome);
	});

	it('is else named in one line as what to install, when nothing may be fetched', () => {
		rmSync(join(folder, 'chromium'), { force: true });
		const { status, found, said } = find({ PROVLAB_NO_INSTALL: '1' }, '--install');
		expect({ status, found, lines: said.length }).toEqual({ status: 1, found: '', lines: 1 });
		expect(said[0]).toContain('install Chromium');
	});
});
