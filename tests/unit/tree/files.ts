import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** All files under a folder of the project, by their paths from its root, in one order on every machine. */
export function filesUnder(folder: string): string[] {
	const absolute = join(root, folder);
	if (!existsSync(absolute)) return [];
	const found = readdirSync(absolute, { recursive: true, encoding: 'utf8' });
	return found
		.map((name) => join(folder, name).split(sep).join('/'))
		.filter((path) => statSync(join(root, path)).isFile())
		.sort();
}

export const read = (path: string) => readFileSync(join(root, path), 'utf8');
export const exists = (path: string) => existsSync(join(root, path)) && statSync(join(root, path)).isFile();
export const fromRoot = (absolute: string) => relative(root, absolute).split(sep).join('/');

export const isCode = (path: string) => /\.(ts|mjs|js|svelte)$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string) => /\.test\.ts$/.test(path);

export const pureFolders = ['engine', 'scim', 'tenant', 'hr', 'apps', 'world', 'views'];
/** The code that the simulation consists of, without its tests. */
export const pureFiles = () =>
	pureFolders.flatMap((folder) => filesUnder(`src/lib/${folder}`)).filter((path) => isCode(path) && !isTest(path));
