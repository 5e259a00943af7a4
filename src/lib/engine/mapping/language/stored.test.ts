import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functions } from '../functions';
import { parseExpression } from './parser';
import { fromStored, type StoredSource, toStored } from './stored';
import type { Node } from './tree';

const stored = (text: string) => toStored(parseExpression(text) as Node);
const attribute = (name: string) => ({ type: 'Attribute', name, expression: `[${name}]`, parameters: [] });
const constant = (name: string) => ({ type: 'Constant', name, expression: JSON.stringify(name), parameters: [] });

const skeleton = (source: StoredSource) =>
	JSON.stringify(source, (key, value: unknown) => (key === 'expression' ? undefined : value));

/** Calls with as many arguments as they take, some of them texts that look like something else. */
const literals = [
	'"a"',
	'"NULL"',
	'"[a] = 1"',
	'"\\"\\\\"',
	'[a]',
	'[r[x eq "y"].z]',
	'NULL',
	'True',
	'vbTextCompare',
	''
];
const anyCall = fc.letrec<{ any: string; comparison: string; call: string }>((tie) => ({
	any: fc.oneof({ depthSize: 'small' }, fc.constantFrom(...literals), tie('call'), tie('comparison')),
	comparison: fc.tuple(tie('any'), fc.constantFrom('=', '<>', '>='), tie('any')).map((parts) => parts.join(' ')),
	call: fc
		.constantFrom(...functions)
		.chain(({ name, slots: [least, most] }) =>
			fc
				.array(tie('any'), { minLength: least, maxLength: Math.min(most, least + 4) })
				.map((args) => `${name}(${args.join(', ')})`)
		)
})).call;
/** Only constants keep their own text. */
const treeAlone = ({ type, name, expression, parameters }: StoredSource): StoredSource => ({
	type: type!,
	name: name!,
	expression: type === 'Constant' ? expression! : null,
	parameters: parameters!.map(({ key, value }) => ({ key, value: treeAlone(value) }))
});

describe('the stored form of expressions', () => {
	it('J-004 to J-008: a tree of attributes, constants as text, and functions without their empty slots', () => {
		expect(stored('Mid([userPrincipalName], 1, 8)')).toEqual({
			type: 'Function',
			name: 'Mid',
			expression: 'Mid([userPrincipalName], 1, 8)',
			parameters: [
				{ key: 'source', value: attribute('userPrincipalName') },
				{ key: 'start', value: constant('1') },
				{ key: 'length', value: constant('8') }
			]
		});
		expect(stored('Replace([a], "-", , , "_", , )').parameters!.map(({ key }) => key)).toEqual([
			'source',
			'Find',
			'Replacement'
		]);
	});

	it('J-011: a comparison of IIF is spread over three parameters', () => {
		expect(stored('IIF([a]="1", "x", )').parameters!.map(({ key, value }) => `${key} ${value.name}`)).toEqual([
			'one a',
			'two =',
			'three 1',
			'four x'
		]);
		expect(stored('IIF(IsPresent([a]), "x", "y")').parameters!.map(({ key }) => key)).toEqual(['one', 'four', 'five']);
	});

	it('J-015: the tree wins when it is complete, otherwise the text is read', () => {
		const tree = stored('Append([a], "b")');
		expect(fromStored({ ...tree, expression: 'Append( [a],"b" )' })).toBe('Append( [a],"b" )');
		expect(fromStored({ ...tree, expression: 'Append([z], "b")' })).toBe('Append([a], "b")');
		expect(fromStored({ ...tree, parameters: null })).toBe('Append([a], "b")');
		expect(fromStored({ type: 'Constant', name: '%Domain%', expression: null })).toBe('"%Domain%"');
		const strange: unknown[] = [
			null,
			1,
			{},
			{ key: 'source', value: null },
			{ key: null, value: { type: null, name: 'a' } }
		];
		for (const one of strange)
			expect(fromStored({ ...tree, expression: '[z]', parameters: [one] as never })).toBe('[z]');
		expect(fromStored({ type: 'Function', name: 'Nope', parameters: [] })).toMatchObject({ error: 'parse' });
	});

	it('J-015: a keyword or a comparison stays one where the tree wins', () => {
		const changed = (text: string) => {
			const tree = stored(text);
			const [first, ...others] = tree.parameters!;
			return fromStored({ ...tree, parameters: [{ ...first!, value: attribute('z') }, ...others] });
		};
		expect(changed('IIF([a] = "1", IgnoreAttributeFlow, "NULL")')).toBe('IIF([z] = "1", IgnoreAttributeFlow, "NULL")');
		expect(changed('Join([a], CBool([b] = "1"), True)')).toBe('Join([z], CBool([b] = "1"), True)');
		expect(changed('InStr([a], "NULL", , vbTextCompare)')).toBe('InStr([z], "NULL", , vbTextCompare)');
	});

	it('J-006, X-036: a constant that is printed as an empty slot is still in the tree', () => {
		const placeholder = { type: 'Constant', name: '%DomainFQDN%', expression: null, parameters: [] };
		const tree = stored('Join("@", [a], "x")');
		const source = {
			...tree,
			expression: 'Join("@", [a], )',
			parameters: [...tree.parameters!.slice(0, 2), { key: 'source', value: placeholder }]
		};
		expect(fromStored(source)).toBe('Join("@", [a], "%DomainFQDN%")');
	});

	it('G-013, J-015: any expression survives being stored, by its text and by its tree alone', () => {
		let read = 0;
		fc.assert(
			fc.property(anyCall, (text) => {
				const node = parseExpression(text);
				if ('error' in node) return;
				read++;
				const tree = toStored(node);
				expect(fromStored(tree)).toBe(tree.expression);
				expect(treeAlone(stored(fromStored(treeAlone(tree)) as string))).toEqual(treeAlone(tree));
			}),
			{ seed: 20260302, numRuns: 500 }
		);
		expect(read).toBeGreaterThan(200);
	});

	it('every published expression survives being stored, by its tree alone', () => {
		const published = JSON.parse(readFileSync('tests/fixtures/vectors/real-world-expressions.json', 'utf8')) as {
			expression: string;
		}[];
		for (const { expression } of published) {
			const node = parseExpression(expression);
			if ('error' in node) continue;
			const tree = toStored(node);
			expect(fromStored(tree)).toBe(tree.expression);
			const again = fromStored({ ...tree, expression: null });
			expect(skeleton(toStored(parseExpression(again as string) as Node)), expression).toBe(skeleton(tree));
		}
	});
});
