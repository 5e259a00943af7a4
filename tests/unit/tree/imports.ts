import { posix } from 'node:path';
import ts from 'typescript';
import { exists, filesUnder, read } from './files';

export interface Import {
	/** The file that is imported, from the project's root; undefined for a package. */
	file: string | undefined;
	specifier: string;
	typeOnly: boolean;
}

/** The script of a Svelte file is what its script elements hold; any other file is script as a whole. */
function scriptOf(path: string): string {
	const text = read(path);
	if (!path.endsWith('.svelte')) return text;
	return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

export function parse(path: string): ts.SourceFile {
	return ts.createSourceFile(path, scriptOf(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** The file that a specifier means, as Vite and the type checker find it. */
export function resolve(from: string, specifier: string): string | undefined {
	const bare = specifier.replace(/\?.*$/, '');
	let base: string;
	if (bare === '#lib' || bare.startsWith('#lib/')) base = `src/lib${bare.slice('#lib'.length)}`;
	else if (bare.startsWith('.')) base = posix.join(posix.dirname(from), bare);
	else return undefined;
	const endings = ['', '.ts', '.svelte', '.svelte.ts', '.mjs', '.js', '/index.ts'];
	return endings.map((ending) => base + ending).find(exists) ?? base;
}

/** The files that a pattern of import.meta.glob means. */
function resolveGlob(from: string, pattern: string): string[] {
	const glob = pattern.startsWith('/') ? pattern.slice(1) : posix.join(posix.dirname(from), pattern);
	const escaped = glob.replace(/[.+^$()|[\]]/g, '\\$&');
	const source = escaped.replace(/\{([^}]*)\}/g, (_, list: string) => `(${list.replaceAll(',', '|')})`);
	const matcher = new RegExp(`^${source.replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(.*/)?'))}$`);
	return filesUnder('src').filter((path) => matcher.test(path));
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(node)) return node.isTypeOnly;
	const clause = node.importClause;
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const named = clause.namedBindings;
	if (clause.name || !named || !ts.isNamedImports(named)) return false;
	return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** Everything that a file draws in: static and dynamic imports, re-exports, type imports, workers, globs. */
export function importsOf(path: string): Import[] {
	const found: Import[] = [];
	const add = (specifier: string, typeOnly = false) =>
		found.push({ file: resolve(path, specifier), specifier, typeOnly });
	const visit = (node: ts.Node): void => {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
			if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isTypeOnly(node));
		} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
			if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
		} else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
			const [first, second] = node.arguments ?? [];
			if (first && ts.isStringLiteralLike(first)) {
				const callee = node.expression.getText();
				if (callee === 'import') add(first.text);
				else if (callee === 'URL' && second?.getText() === 'import.meta.url') add(first.text);
				else if (callee === 'import.meta.glob') {
					for (const file of resolveGlob(path, first.text))
						found.push({ file, specifier: first.text, typeOnly: false });
				}
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(parse(path));
	return found;
}

/** The files that are drawn in, directly or not, by any of these. */
export function reachable(from: Iterable<string>): Set<string> {
	const seen = new Set<string>();
	const open = [...from];
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		if (seen.has(path) || !exists(path)) continue;
		seen.add(path);
		if (!/\.(ts|mjs|js|svelte)$/.test(path)) continue;
		for (const { file } of importsOf(path)) if (file) open.push(file);
	}
	return seen;
}
