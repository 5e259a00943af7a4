import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { register } from '#lib/engine/rules';
import { filesUnder, isTest, pureFiles } from './tree/files';
import { importsOf, parse } from './tree/imports';

/** All texts of a file that satisfy `wanted`, with the node they stand in. */
function texts(path: string, wanted: (node: ts.StringLiteralLike) => boolean): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) && wanted(node)) found.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(parse(path));
	return found;
}

/** The title of a test or of a group of tests, or a row of the table that gives a test its titles. */
const isTitle = (node: ts.StringLiteralLike) => node.text.includes(' ');

/** A rule is cited where its id stands as a text of its own. */
const isRule = (node: ts.StringLiteralLike) => /^[A-Z]{1,2}-\d{2,3}$/.test(node.text);

const titles = new Set(
	[...filesUnder('src'), ...filesUnder('tests')].filter(isTest).flatMap((path) => texts(path, isTitle))
);
const folder = 'src/lib/engine/rules/';

describe('the fidelity register', () => {
	it('holds each rule once', () => {
		const ids = register.map(({ id }) => id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	it('gathers every area file', () => {
		const gathered = new Set(importsOf(`${folder}index.ts`).map(({ file }) => file));
		const areas = filesUnder(folder).filter((path) => !isTest(path) && path !== `${folder}index.ts`);
		expect(areas.filter((path) => !gathered.has(path))).toEqual([]);
	});

	it('names, for each rule that is modelled, a test that exists', () => {
		const unproven = register.filter(({ status, test }) => (test ? !titles.has(test) : status !== 'not modelled'));
		expect(unproven.map(({ id, test }) => `${id}: ${test ?? 'no test'}`)).toEqual([]);
	});

	it('says where each rule comes from, unless it is our own choice', () => {
		const baseless = register.filter(({ source, status }) => !source && status !== 'assumed');
		expect(baseless.map(({ id }) => id)).toEqual([]);
	});

	it('says of each rule that is left out why it is', () => {
		const silent = register.filter(({ status, reason }) => status === 'not modelled' && !reason);
		expect(silent.map(({ id, claim }) => `${id} ${claim}`)).toEqual([]);
	});

	it('has an entry for every rule that the simulation cites', () => {
		const known = new Set<string>(register.map(({ id }) => id));
		const cited = pureFiles()
			.filter((path) => !path.startsWith(folder))
			.flatMap((path) => texts(path, isRule).map((id) => ({ id, path })));
		const missing = cited.filter(({ id }) => !known.has(id)).map(({ id, path }) => `${id} in ${path}`);
		expect([...new Set(missing)]).toEqual([]);
	});
});
