import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { exists, filesUnder, isCode, isTest, pureFiles, read } from './tree/files';
import { reachable } from './tree/imports';

/** What would make two runs of one session differ, or let text become code. */
const forbidden: [RegExp, string][] = [
	[/\bDate\.now\b/, 'Date.now'],
	[/\bnew Date\b(?! \( [^)])/, 'new Date() without a time'],
	[/\bMath\.random\b/, 'Math.random'],
	[/\b(performance|crypto\.(randomUUID|getRandomValues))\b/, 'the clock or chance of the platform'],
	[/\b(setTimeout|setInterval|setImmediate|requestAnimationFrame|queueMicrotask)\b/, 'a timer'],
	[/\.toLocale\w*/, 'toLocale...'],
	[/\bIntl\b/, 'Intl'],
	[/\.localeCompare\b/, 'localeCompare'],
	[/\beval \(|\bnew Function\b/, 'text that becomes code']
];

/** The tokens of a file without its comments and texts, members joined by their dot. */
function bare(path: string): string {
	const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, read(path));
	const words: string[] = [];
	for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
		const isText = kind === ts.SyntaxKind.StringLiteral || kind === ts.SyntaxKind.NoSubstitutionTemplateLiteral;
		words.push(isText ? "''" : scanner.getTokenText());
	}
	return words.join(' ').replace(/ ?\?? ?\. ?/g, '.');
}

const code = [
	...filesUnder('src').filter((path) => isCode(path) || path.endsWith('.css')),
	...['scripts', 'tests', 'bench'].flatMap((folder) => filesUnder(folder)).filter(isCode)
].filter((path) => !path.startsWith('tests/fixtures/'));

/** The doors by which other programs enter. */
const doors = ['engine/mapping', 'engine/scoping', 'apps', 'world', 'world/script', 'session'];

function entrances(): string[] {
	const found = [...filesUnder('src/routes'), ...filesUnder('bench'), ...filesUnder('tests').filter(isCode)];
	found.push('src/service-worker/index.ts', 'src/hooks.client.ts');
	for (const door of doors) found.push(`src/lib/${door}.ts`, `src/lib/${door}/index.ts`);
	for (const config of ['vite.config.ts', 'vitest.config.ts', 'playwright.config.ts', 'tsconfig.pure.json']) {
		for (const [path] of read(config).matchAll(/src\/[\w./-]+\.\w+/g)) found.push(path);
	}
	// A file with a test of its own name is used by that test at least.
	for (const path of filesUnder('src').filter(isTest)) {
		const tested = path.replace(/(\.browser|\.svelte)?\.test\.ts$/, '');
		found.push(`${tested}.ts`, `${tested}.svelte`, `${tested}.svelte.ts`);
	}
	return found.filter(exists);
}

/** What exists for tests only says so in its name. */
const isTestSupport = (path: string) => /\/testing\/|\.fixture\.ts$/.test(path);

describe('the tree', () => {
	it('nothing in the simulation depends on the clock, chance or language of the machine', () => {
		const wrong: string[] = [];
		for (const path of pureFiles()) {
			const text = bare(path);
			for (const [pattern, name] of forbidden) if (pattern.test(text)) wrong.push(`${path}: ${name}`);
		}
		expect(wrong).toEqual([]);
	});

	it('no file is longer than 400 lines, data aside', () => {
		const long = code
			.filter((path) => !path.startsWith('src/lib/content/'))
			.map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
			.filter(({ lines }) => lines > 400);
		expect(long).toEqual([]);
	});

	it('every file of src is used: by a place, a worker, a door, a benchmark or a test of its own name', () => {
		const used = reachable(entrances());
		const byTests = reachable(filesUnder('src').filter(isTest));
		const isUsed = (path: string) => (isTestSupport(path) ? byTests : used).has(path);
		expect(filesUnder('src').filter((path) => isCode(path) && !isTest(path) && !isUsed(path))).toEqual([]);
	});

	it('nothing is left for later in a comment', () => {
		const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X'.repeat(3), 'HA' + 'CK'].join('|')})\\b`);
		expect(code.filter((path) => marks.test(read(path)))).toEqual([]);
	});

	it('no test is skipped, and none runs alone', () => {
		const marks = /\b(it|test|describe)\s*\.\s*(only|skip|todo|fixme)\b/;
		expect(code.filter((path) => isTest(path) && marks.test(read(path)))).toEqual([]);
	});
});
