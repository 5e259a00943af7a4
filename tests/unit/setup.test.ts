import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, readCount } from '../../scripts/count.mjs';
import { fits, packageFor } from '../../scripts/node-version.mjs';
import { portable } from '../../scripts/portable-adapter.mjs';
import { serve } from '../../scripts/serve.mjs';
import { read } from './tree/files';

describe('the Node that the tools run on', () => {
	it('is the machine\u2019s own from 22.17 on, odd majors aside', () => {
		const versions = ['v18.20.8', 'v20.20.2', 'v22.16.0', 'v22.17.0', 'v23.11.1', 'v24.0.0', 'v25.2.0', 'v26.10.0'];
		expect(versions.filter(fits)).toEqual(['v22.17.0', 'v24.0.0', 'v26.10.0']);
	});

	it('is packed for the platforms that tools/node names, and for no other', () => {
		const { optionalDependencies } = JSON.parse(read('tools/node/package.json')) as Record<string, object>;
		const machines = ['linux', 'darwin', 'win32'].flatMap((os) => ['x64', 'arm64'].map((cpu) => packageFor(os, cpu)));
		expect(machines.sort()).toEqual(Object.keys(optionalDependencies ?? {}).sort());
		expect(packageFor('sunos', 'x64')).toBeUndefined();
	});
});

describe('the count that closes a test run', () => {
	it('counts a test file that does not load, and an error that no test caught, as failures', () => {
		const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] };
		expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
		const broken = [{ status: 'failed', assertionResults: [] }];
		expect(countVitest({ ...report, testResults: broken }).failed).toBe(2);
		const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 };
		expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
	});

	it('counts a report that is missing as a failure', () => {
		expect(readCount('no/such/report.json', countVitest, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});
});

describe('the page of the build', () => {
	const policyOf = (script: string) => createHash('sha256').update(script).digest('base64');

	it('gets relative addresses, and the hash of the script that they change', () => {
		const before = 'import("/_app/a.js")';
		const after = 'import("./_app/a.js")';
		const html = `<link href="/_app/a.js"><meta content="script-src 'sha256-${policyOf(before)}'"><script>${before}</script>`;
		const wanted = `<link href="./_app/a.js"><meta content="script-src 'sha256-${policyOf(after)}'"><script>${after}</script>`;
		expect(portable(html)).toBe(wanted);
	});

	it('is refused when its script has no hash, rather than shipped with a policy that blocks it', () => {
		expect(() => portable('<script>1</script>')).toThrow('hash');
	});
});

describe('the file server', () => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'provlab-serve-'));
		mkdirSync(join(folder, 'site', '_app'), { recursive: true });
		writeFileSync(join(folder, 'site', 'index.html'), '<h1>home</h1>');
		writeFileSync(join(folder, 'site', '_app', 'a.js'), '1');
		writeFileSync(join(folder, 'secret.txt'), 'secret');
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	it('serves files under its base and nothing else, and rewrites no address', async () => {
		const site = await serve({ folder: join(folder, 'site'), base: '/lab/' });
		const origin = new URL(site.url).origin;
		const status = async (path: string) => (await fetch(origin + path)).status;
		const paths = ['/lab/', '/lab/index.html', '/lab/deep/link', '/', '/lab/..%2fsecret.txt', '/lab/%', '/lab/_app'];
		expect(await Promise.all(paths.map(status))).toEqual([200, 200, 404, 404, 404, 404, 404]);
		await site.close();
	});

	it('binds workers to the policy by a header on scripts, unless told to be a plain host', async () => {
		const policies: (string | null)[] = [];
		for (const policy of [true, false]) {
			const site = await serve({ folder: join(folder, 'site'), policy });
			policies.push((await fetch(`${site.url}_app/a.js`)).headers.get('content-security-policy'));
			await site.close();
		}
		expect(policies).toEqual(["script-src 'self'", null]);
	});

	it('takes the next port when the wanted one is taken and it may', async () => {
		const first = await serve({ folder });
		const port = Number(new URL(first.url).port);
		await expect(serve({ folder, port })).rejects.toThrow('EADDRINUSE');
		const second = await serve({ folder, port, orNext: true });
		expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
		await first.close();
		await second.close();
	});
});
