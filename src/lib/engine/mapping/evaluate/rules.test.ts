import { describe, expect, it } from 'vitest';
import type { Json } from '../../base';
import '../functions';
import { evaluateExpression } from './expression';

type Source = { [name: string]: Json };
const now = '2025-07-30T12:00:00Z';
const flow = (name: string) => ({ flow: name });
const fails = { error: 'eval' };
const unread = { error: 'parse' };

/** Each row: an expression, what it gives, and the source. */
function give(rows: readonly (readonly [string, unknown, Source?])[]): void {
	for (const [expression, wanted, source = {}] of rows) {
		const result = evaluateExpression(expression, { source, now, defaultDomain: 'contoso.com' });
		if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
			expect(result, expression).toMatchObject(wanted);
		else expect(result, expression).toEqual({ value: wanted });
	}
}

describe('values', () => {
	it('V-001: integers keep all their digits', () => {
		give([
			['9223372036854775807', '9223372036854775807'],
			['CStr("9223372036854775807")', '9223372036854775807'],
			['BitAnd(9223372036854775807, 9007199254740993)', '9007199254740993'],
			['BitAnd(-1, &HFF)', '255'],
			['BitAnd(&HFFFFFFFFFFFFFFFF, -2)', '-2'],
			['NumFromDate("9999-12-31T23:59:59Z")', '2650467743990000000'],
			['DateFromNum(2650467743990000000)', '12/31/9999 11:59:59 PM']
		]);
	});
	it('V-002: an attribute that is missing is null, and an empty list counts as null where it is asked', () => {
		give([
			['[none]', null],
			['IsNull([m])', 'True', { m: [] }],
			['Coalesce([m], "x")', 'x', { m: [] }],
			['IgnoreFlowIfNullOrEmpty([m])', flow('ignore'), { m: [] }],
			['toString', unread],
			['[toString]', null],
			['[__proto__]', null],
			['[constructor]', 'mine', { constructor: 'mine' }]
		]);
	});
	it('V-003, V-004: every kind brings its own text', () => {
		give([
			['[b]', 'True', { b: true }],
			['[n]', '-12', { n: -12 }],
			['[n]', '1.5', { n: 1.5 }],
			['[m]', ['1', 'True', 'x', null], { m: [1, true, 'x', null] }],
			['Append([n], [b])', '7False', { n: 7, b: false }],
			['Append(CDate("0001-01-01"), "")', '1/1/0001 12:00:00 AM']
		]);
	});
	it('V-005: a number is an integer, its digits, or &H and hex digits', () => {
		give([
			['Left("abcdef", " 2 ")', 'ab'],
			['Left("abcdef", "&h3")', 'abc'],
			['Left("abcdef", "2.0")', fails],
			['Left("abcdef", 1.5)', fails],
			['Left("abcdef", "")', fails],
			['Left("abcdef", True)', fails],
			['Left("abcdef", "+2")', fails],
			['BitAnd("99999999999999999999", 1)', fails]
		]);
	});
	it('V-006: a condition is a boolean, a number or one of their texts', () => {
		give([
			['IIF("FALSE", "y", "n")', 'n'],
			['IIF("", "y", "n")', 'n'],
			['IIF([none], "y", "n")', 'n'],
			['IIF(-1, "y", "n")', 'y'],
			['IIF("0", "y", "n")', 'n'],
			['IIF(Now(), "y", "n")', fails],
			['CBool([none])', 'False'],
			['CBool("")', fails],
			['CBool(0.5)', 'True']
		]);
	});
	it('V-007: a text that CDate reads is a date where one is expected', () => {
		give([
			['DateDiff("d", "8/1/2021", "2021-08-03")', '2'],
			['DateAdd("h", 1, "soon")', fails]
		]);
	});
	it('V-008: a list of one is its element, a longer one is an error', () => {
		give([
			['ToUpper([m])', 'A', { m: ['a'] }],
			['ToUpper([m])', null, { m: [] }],
			['ToUpper([m])', fails, { m: ['a', 'b'] }],
			['Switch([m], "d", "a", "1")', '1', { m: ['a'] }],
			['IIF([m]="a", "y", "n")', fails, { m: ['a', 'b'] }],
			['Not([m])', fails, { m: ['a', 'b'] }]
		]);
	});
});

describe('comparisons', () => {
	it('G-020: with an attribute that is null or empty every comparison is False', () => {
		for (const operator of ['=', '<>', '>', '>=', '<', '<=']) {
			give([
				[`CBool([a] ${operator} "")`, 'False'],
				[`CBool("x" ${operator} [a])`, 'False', { a: '' }],
				[`CBool(ToLower([a]) ${operator} "x")`, 'False']
			]);
		}
		give([
			['CBool(Left([a], 1) = "")', 'True'],
			['CBool([a] = NULL)', 'False', { a: '1' }]
		]);
	});
	it('G-021: numbers compare as numbers, dates as instants, the rest as text by code unit', () => {
		give([
			['CBool([n] = 1)', 'True', { n: '01' }],
			['CBool([n] = "01")', 'False', { n: '1' }],
			['CBool("10" > "9")', 'True'],
			['CBool("10" > "9a")', 'False'],
			['CBool(1.5 < 2)', 'True'],
			['CBool(&HF = 15)', 'True'],
			['CBool("9223372036854775807" > "9223372036854775806")', 'True'],
			['CBool(CDate("2021-08-24") < "8/25/2021")', 'True'],
			['CBool(CDate("2021-08-24") = "soon")', fails],
			['CBool([n] = "x")', 'False', { n: 1 }],
			['CBool([n] < "x")', 'True', { n: 10 }],
			['CBool([b] = True)', 'True', { b: true }],
			['CBool([b] = "true")', 'False', { b: true }],
			['CBool("a" > "B")', 'True']
		]);
	});
});

describe('null', () => {
	it('N-001: null in, null out', () => {
		const calls = [
			'BitAnd([x], 1)',
			'BitAnd(1, [x])',
			'ConvertToBase64([x])',
			'ConvertToUTF8Hex([x])',
			'CStr([x])',
			'DateFromNum([x])',
			'FormatDateTime([x], , "yyyy", "yyyy")',
			'FormatDateTime("", , "yyyy", "yyyy")',
			'Mid([x], 1, 1)',
			'NormalizeDiacritics([x])',
			'NumFromDate([x])',
			'PCase([x])',
			'Redact([x])',
			'RemoveDuplicates([x])',
			'Replace([x], "a", , , "b")',
			'Replace([x], , "a", , "b")',
			'Split([x], ",")',
			'StripSpaces([x])',
			'ToLower([x])',
			'ToUpper([x])',
			'Trim([x])',
			'ConvertFromBase64([x])',
			'DNComponent([x], 1)',
			'CRef([x])',
			'StringFromSid([x])'
		];
		give(calls.map((call) => [call, null] as const));
	});
	it('N-002, N-004: null counts as empty text, and Join skips it', () => {
		give([
			['Append([x], "b")', 'b'],
			['Append("a", [x])', 'a'],
			['Append([x], [y])', null],
			['Join([x], "a", [y], "", "b")', 'ab'],
			['Switch("a", "d", [x], "null", "a", "A")', 'A'],
			['Switch([y], "d", [x], "null")', 'null'],
			['Replace("abc", "b", , , [x])', 'ac']
		]);
	});
	it('N-003, N-005: null gives empty text, False, True or 0', () => {
		give([
			['Left([x], 1)', ''],
			['Word([x], 1, " ")', ''],
			['IsPresent([x])', 'False'],
			['IsString([x])', 'False'],
			['IsNull([x])', 'True'],
			['IsNullOrEmpty([x])', 'True'],
			['Not([x])', 'True'],
			['Count([x])', '0'],
			['InStr([x], "a")', '0'],
			['Contains([x], "a")', '0']
		]);
	});
	it('N-006: null is an error where a date, an item or a number is needed', () => {
		give(
			[
				'CDate([x])',
				'DateAdd("d", 1, [x])',
				'DateAdd("d", [x], Now())',
				'DateDiff("d", [x], Now())',
				'Item([x], 1)',
				'Left("a", [x])',
				'Mid("a", [x], 1)',
				'Item("a", [x])'
			].map((call) => [call, fails] as const)
		);
	});
});

describe('signals and laziness', () => {
	it('E-004: flow signals pass through IIF, Switch and IgnoreFlowIfNullOrEmpty, and nothing else', () => {
		give([
			['IgnoreAttributeFlow', flow('ignore')],
			['IIF("true", IgnoreObjectFlow, "x")', flow('ignoreObject')],
			['Switch("a", "x", "a", IgnoreFlowIfNullOrEmpty([none]))', flow('ignore')],
			['IgnoreFlowIfNullOrEmpty(IgnoreObjectFlow)', flow('ignoreObject')],
			['Coalesce(IgnoreAttributeFlow, "x")', fails],
			['IsNull(IgnoreAttributeFlow)', fails],
			['Join(",", IgnoreObjectFlow)', fails],
			['CBool(IgnoreAttributeFlow = "x")', fails],
			['SelectUniqueValue(IgnoreAttributeFlow, "x")', fails]
		]);
	});
	it('G-012: IIF, Switch, Coalesce and SelectUniqueValue evaluate no more than they need', () => {
		give([
			['IIF("true", "x", CDate("bad"))', 'x'],
			['Switch("a", CDate("bad"), "a", "x", CDate("bad"), CDate("bad"))', 'x'],
			['Coalesce("x", CDate("bad"))', 'x'],
			['SelectUniqueValue("x", CDate("bad"))', 'x'],
			['Append([none], CDate("bad"))', fails],
			['Left([none], CDate("bad"))', fails]
		]);
	});
	it('E-002: an evaluation error names the function, the argument and the value, and points at it', () => {
		expect(evaluateExpression('Append("x", Mid([a], 0, 1))', { source: { a: 'b' } })).toEqual({
			error: 'eval',
			message: 'Mid: start (argument 2) 0 is below 1',
			at: 21
		});
		expect(evaluateExpression('DateAdd("q", 1, Now())', { source: {} })).toMatchObject({
			message: 'DateAdd: interval (argument 1) "q" is none of yyyy, m, d, ww, h, n and s'
		});
	});
	it('E-003: several roles fail in the service’s own words', () => {
		const source = { appRoleAssignments: ['A', 'B'] };
		expect(evaluateExpression('SingleAppRoleAssignment([appRoleAssignments])', { source })).toMatchObject({
			message: expect.stringContaining(
				'No more than one app role assignment was expected, but this many where found: 2'
			) as string
		});
	});
	it('Guid and RandomString draw from the given chance, and anew without one', () => {
		const source = {};
		const random = () => 0;
		expect(evaluateExpression('Guid()', { source, random })).toEqual({ value: '00000000-0000-4000-8000-000000000000' });
		expect(evaluateExpression('Guid()', { source })).not.toEqual(evaluateExpression('Guid()', { source }));
		expect(evaluateExpression('RandomString(8, 1, 1, 1, 1)', { source })).not.toEqual(
			evaluateExpression('RandomString(8, 1, 1, 1, 1)', { source })
		);
	});
});
