import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findNpm } from '../../scripts/npm.mjs';
import { exists, read, root } from './tree/files';

interface Lock {
	packages: Record<string, { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean }>;
}
const lockFiles = ['package-lock.json', 'tools/node/package-lock.json'];
const lockOf = (path: string) => JSON.parse(read(path)) as Lock;

/** The servers that npm may have been told to ask: nobody else needs to know them. */
function registryHosts(): string[] {
	const args = [findNpm() ?? '', 'config', 'get', 'registry'];
	const configured = execFileSync(process.execPath, args, {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	return [new URL(configured.trim()).host, ['registry', 'npmjs', 'org'].join('.')];
}

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

	it('come from a registry that no file names', () => {
		const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
		const hosts = registryHosts();
		const named = files.filter((path) => exists(path) && hosts.some((host) => read(path).includes(host)));
		expect(named).toEqual([]);
	});
});
