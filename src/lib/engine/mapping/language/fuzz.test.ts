import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../base';
import { evaluateExpression } from '../evaluate/expression';
import { evaluateWithTrace } from '../evaluate/trace';
import { functions } from '../functions';
import { printExpression } from './print';
import { parseExpression } from './parser';

const seed = 20250730;

/** Anything: an answer is a value, a flow signal or an error with a place in the text. */
function answers(text: string, source: { [name: string]: Json }): void {
	const result = evaluateExpression(text, { source, now: '2025-07-30T12:00:00Z' });
	if (!('error' in result)) return;
	expect(result.message).not.toBe('');
	expect(result.at).toBeGreaterThanOrEqual(0);
	expect(result.at).toBeLessThanOrEqual(text.length);
}

const literal = fc.oneof(
	fc.constantFrom('"a"', '""', '"1"', '-1', '0', '3', '9223372036854775807', '&HFF', '1.5', 'True', 'NULL', '"(a+)+$"'),
	fc.constantFrom(
		'"2021-08-24"',
		'"d"',
		'"yyyy"',
		'"yyyy-MM-dd"',
		'"tr-TR"',
		'[a]',
		'[b]',
		'[list]',
		'[none]',
		'[roles]',
		''
	),
	fc.constantFrom('IgnoreAttributeFlow', 'IgnoreObjectFlow', 'vbTextCompare', 'UTF8', '"${x}$1"', '"(?<x>\\\\w*)"')
);
const names = functions.map(({ name }) => name);
const expression = fc.letrec<{ any: string; call: string }>((tie) => ({
	any: fc.oneof({ depthSize: 'small' }, literal, tie('call')),
	call: fc
		.tuple(fc.constantFrom(...names), fc.array(fc.oneof(tie('any'), comparison(tie('any'))), { maxLength: 7 }))
		.map(([name, args]) => `${name}(${args.join(', ')})`)
})).call;

function comparison(any: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.tuple(any, fc.constantFrom('=', '<>', '<', '>='), any).map((parts) => parts.join(' '));
}

const single = fc.oneof(
	fc.string(),
	fc.constantFrom('2021-08-24', '12', 'True', ''),
	fc.boolean(),
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constant(null)
);
const source = fc.record({
	a: single,
	b: single,
	list: fc.array(single, { maxLength: 4 }),
	roles: fc.array(fc.record({ id: fc.string(), value: fc.string(), displayName: fc.string() }), { maxLength: 3 })
}) as fc.Arbitrary<{ [name: string]: Json }>;

describe('strangers’ expressions', () => {
	it('E-001: every text has an answer', () => {
		const pieces = fc.array(
			fc.oneof(fc.string(), literal, fc.constantFrom('(', ')', ',', '[', ']', '"', '=', '<>', ' ', '&', 'IIF('))
		);
		fc.assert(
			fc.property(pieces, source, (parts, object) => answers(parts.join(''), object)),
			{ seed, numRuns: 500 }
		);
	});

	it('E-002: every call of every function has an answer, and its trace agrees with it', () => {
		fc.assert(
			fc.property(expression, source, (text, object) => {
				answers(text, object);
				const options = { source: object, now: '2025-07-30T12:00:00Z', random: () => 0.5 };
				const traced = evaluateWithTrace(text, options);
				const plain = evaluateExpression(text, options);
				if ('result' in traced) expect(traced.result).toEqual(plain);
				else expect(traced).toEqual(plain);
			}),
			{ seed, numRuns: 2000 }
		);
	});

	it('G-013: what is printed from a tree is read as the same tree', () => {
		fc.assert(
			fc.property(expression, (text) => {
				const tree = parseExpression(text);
				if ('error' in tree) return;
				const printed = printExpression(tree);
				const again = parseExpression(printed);
				expect('error' in again ? again : printExpression(again)).toEqual(printed);
			}),
			{ seed, numRuns: 1000 }
		);
	});

	it.each([
		['calls', 'Not(', '[a]', ')'],
		['parentheses', '(', '[a]', ')'],
		['lists', 'Append(', '"x"', ', "y")'],
		['open calls', 'Coalesce([a], ', '', ''],
		['brackets', '[', 'a', ']'],
		['commas', ',', '', ''],
		['conditions', 'IIF([a]="1",', '"x"', ',"y")']
	])('G-010: deeply nested %s end in an answer', (_what, open, middle, close) => {
		for (const depth of [10, 100, 390, 1000, 5000]) {
			const text = open.repeat(depth) + middle + close.repeat(depth);
			answers(text, { a: '1' });
			answers(text.slice(0, 10_000), { a: '1' });
			evaluateWithTrace(text, { source: { a: '1' } });
		}
	});

	it('a text that multiplies itself ends in an error instead of exhausting the memory', () => {
		let text = '"xxxxxxxxxxxxxxxxxxxx"';
		for (let level = 0; level < 60; level++)
			text = `Replace(${text}, "x", , , "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", , )`;
		expect(evaluateExpression(text, { source: {} })).toMatchObject({ error: 'eval' });
	});

	it('R-001: all patterns of one expression share one budget', () => {
		const slow = 'Replace([a], , "a*ab", , "", , )';
		const source = { a: 'a'.repeat(300) };
		expect(evaluateExpression(slow, { source })).toEqual({ value: source.a });
		const text = `Join("", ${Array.from({ length: 200 }, () => slow).join(', ')})`;
		expect(evaluateExpression(text, { source })).toMatchObject({ error: 'eval' });
	});
});
