import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { exists, read, root } from './tree/files';

interface Lock {
	packages: Record<string, { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean }>;
}
const lockFiles = ['package-lock.json', 'tools/node/package-lock.json'];
const lockOf = (path: string) => JSON.parse(read(path)) as Lock;
const registry = process.env.npm_config_registry ?? '';

describe('the packages', () => {
	it('have lock files that name no server, and a checksum each', () => {
		for (const path of lockFiles) {
			const entries = Object.entries(lockOf(path).packages).filter(([name]) => name !== '');
			expect(entries.filter(([, { resolved }]) => resolved).map(([name]) => name)).toEqual([]);
			expect(entries.filter(([, { integrity }]) => !integrity).map(([name]) => name)).toEqual([]);
		}
	});

	it('are asked for by their exact versions, and locked at them', () => {
		for (const folder of ['', 'tools/node/']) {
			const wanted = JSON.parse(read(`${folder}package.json`)) as Record<string, Record<string, string> | undefined>;
			const locked = lockOf(`${folder}package-lock.json`).packages;
			const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
			for (const [name, version] of kinds.flatMap((kind) => Object.entries(wanted[kind] ?? {}))) {
				expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
				expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
			}
		}
	});

	it('come with a Node that is the same on every platform', () => {
		const { optionalDependencies } = JSON.parse(read('tools/node/package.json')) as {
			optionalDependencies: Record<string, string>;
		};
		expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
		expect(Object.keys(optionalDependencies)).toHaveLength(6);
	});

	it.runIf(registry && !registry.includes('registry.npmjs.org'))(
		'leave the private registry unnamed in every file',
		() => {
			const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
			const host = new URL(registry).host;
			expect(files.filter((path) => exists(path) && read(path).includes(host))).toEqual([]);
		}
	);
});
