import { describe, expect, it } from 'vitest';
import { filesUnder, isCode, isTest } from './tree/files';
import { importsOf, type Import } from './tree/imports';

/** From the bottom up. Folders of one layer know each other by type only. */
const layers = [
	['parts'],
	['scim'],
	['engine', 'tenant', 'hr', 'apps'],
	['world'],
	['views', 'session'],
	['worker'],
	['ui'],
	['routes']
];
/** A report or an exported log is made of the rows that a screen shows. */
const beside: Record<string, string[]> = { session: ['views'] };

const layerOf = (folder: string) => layers.findIndex((layer) => layer.includes(folder));

function folderOf(path: string): string | undefined {
	if (path.startsWith('src/routes/')) return 'routes';
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1];
}

/** Why a file of `from` may not draw in one of `to`, or undefined where it may. */
function objection(from: string, to: string, typeOnly: boolean): string | undefined {
	if (from === to || to === 'content') return undefined;
	if (from === 'content') {
		if (!typeOnly) return 'content is data';
		return layerOf(to) <= layerOf('world') ? undefined : 'content knows the world at most';
	}
	if (layerOf(to) < 0) return `${to} is no layer`;
	if (from === 'engine' && to !== 'scim' && to !== 'parts') return 'the engine knows only the protocol';
	if (layerOf(to) > layerOf(from)) return 'upwards';
	if (layerOf(to) < layerOf(from) || beside[from]?.includes(to)) return undefined;
	return typeOnly ? undefined : 'sideways';
}

const sources = [...filesUnder('src/lib'), ...filesUnder('src/routes')].filter((path) => isCode(path) && !isTest(path));

describe('the layers', () => {
	it('every folder of src/lib has its place among them', () => {
		const folders = new Set(filesUnder('src/lib').map(folderOf));
		const strangers = [...folders].filter((folder) => folder && folder !== 'content' && layerOf(folder) < 0);
		expect(strangers).toEqual([]);
	});

	it('imports run downwards only', () => {
		const wrong: string[] = [];
		for (const path of sources) {
			const from = folderOf(path);
			if (!from) continue;
			for (const { file, typeOnly } of importsOf(path)) {
				const to = file && folderOf(file);
				const why = to && objection(from, to, typeOnly);
				if (why) wrong.push(`${path} -> ${file} (${why})`);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('every import of our own leads to a file', () => {
		const known = new Set(filesUnder('src'));
		const lost = (path: string) =>
			importsOf(path).filter(({ file }: Import) => file?.startsWith('src/') && !known.has(file));
		const generated = /\.\/\$types$/;
		const wrong = sources.flatMap((path) => lost(path).map(({ specifier }) => `${path} -> ${specifier}`));
		expect(wrong.filter((line) => !generated.test(line))).toEqual([]);
	});

	it('the engine and the protocol are made of nothing but our own code', () => {
		const core = sources.filter((path) => ['engine', 'scim'].includes(folderOf(path) ?? ''));
		const packages = core.flatMap((path) =>
			importsOf(path)
				.filter(({ file }) => !file)
				.map(({ specifier }) => `${path} -> ${specifier}`)
		);
		expect(packages).toEqual([]);
	});

	it('would notice an import that runs upwards or sideways', () => {
		expect(objection('engine', 'world', true)).toBe('the engine knows only the protocol');
		expect(objection('scim', 'engine', true)).toBe('upwards');
		expect(objection('apps', 'tenant', false)).toBe('sideways');
		expect(objection('apps', 'tenant', true)).toBeUndefined();
		expect(objection('world', 'apps', false)).toBeUndefined();
	});
});
