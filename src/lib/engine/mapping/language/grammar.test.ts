import { describe, expect, it } from 'vitest';
import '../functions';
import { evaluateExpression } from '../evaluate/expression';
import { parseExpression } from './parser';
import { printExpression } from './print';
import { type Node, placeOf } from './tree';
import { expressionWarnings } from './warnings';

const value = (text: string, source = {}) => evaluateExpression(text, { source });
const error = (text: string) => {
	const result = parseExpression(text);
	return 'error' in result ? `${result.at}: ${result.message}` : 'fine';
};

describe('the grammar', () => {
	it('G-001, G-002: a call, an attribute, a text, a number or a keyword is an expression', () => {
		expect(value('  [a]  ', { a: 'x' })).toEqual({ value: 'x' });
		expect(value('-12')).toEqual({ value: '-12' });
		expect(value('&h1F')).toEqual({ value: '31' });
		expect(value('1.5')).toEqual({ value: '1.5' });
		expect(value('True')).toEqual({ value: 'True' });
		expect(value('NULL')).toEqual({ value: null });
		expect(value('("x")')).toEqual({ value: 'x' });
	});
	it('G-003: a backslash escapes only itself and the double quote', () => {
		expect(value('"a\\\\b\\"c\\d\\n"')).toEqual({ value: 'a\\b"c\\d\\n' });
		expect(value('"line\nbreak"')).toEqual({ value: 'line\nbreak' });
		expect(error('"a\\"')).toBe('0: the text has no end; expected a closing double quote');
		expect(error('Append("a""b", "c")')).toMatch(/^10: this text is not expected/);
	});
	it('G-004: brackets and quotes may stand within an attribute name, blanks around it do not count', () => {
		expect(value('[ emails[type eq "w]ork"].value ]', { 'emails[type eq "w]ork"].value': 'x' })).toEqual({
			value: 'x'
		});
		expect(error('[ ]')).toBe('0: the brackets name no attribute; expected an attribute name');
		expect(error('Append([a, "b")')).toBe('7: the attribute name has no end; expected a closing bracket');
	});
	it('G-005: blanks, tabs and line breaks are free between tokens, other white space is not', () => {
		expect(value('\r\n\tAppend \t(\n"a"\n,\n"b"\n)\n')).toEqual({ value: 'ab' });
		expect(error('Append(\u00a0"a", "b")')).toMatch(/^7: /);
	});
	it('G-006: says which parameter is missing or too many, and where', () => {
		expect(error('Append([a], )')).toBe('12: Append needs its parameter suffix');
		expect(error('Append([a])')).toBe('10: Append(source, suffix) needs 2 arguments');
		expect(error('ToLower([a], , )')).toBe('15: ToLower(source, [culture]) takes at most 2 arguments');
		expect(error('Now(,)')).toBe('4: Now() takes no arguments');
		expect(error('Not()')).toBe('4: Not(source) needs 1 argument');
		expect(error('Not([a], [b])')).toBe('9: Not(source) takes at most 1 argument');
		expect(error('Switch([a], , "1", "x", "2")')).toMatch(/the last pair is not complete/);
		expect(error('Coalesce([a], )')).toBe('14: Coalesce needs its parameter source');
		expect(value('ToLower("A", )')).toEqual({ value: 'a' });
		expect(value('IIF([a]="1","x",)')).toEqual({ value: null });
		expect(error('IIF([a]="1",,"x")')).toBe('12: IIF needs its parameter valueIfTrue');
	});
	it('G-007: names and keywords are exact, and the right spelling is offered', () => {
		expect(error('tolower("A")')).toBe('0: there is no function tolower; did you mean ToLower?; expected a function');
		expect(error('Not(true)')).toMatch(/^4: true is no value/);
		expect(evaluateExpression('not(TRUE)', { source: {}, lenient: true })).toEqual({ value: 'False' });
	});
	it('G-008: attribute names fall back to another letter case, extension names do not', () => {
		expect(value('[DEPARTMENT]', { department: 'x' })).toEqual({ value: 'x' });
		expect(value('[department]', { department: null, Department: 'x' })).toEqual({ value: null });
		expect(value('[extension_1_A]', { extension_1_a: 'x' })).toEqual({ value: null });
	});
	it('G-009: a comparison is an argument, is not chained, and knows six operators', () => {
		expect(error('[a] = [b]')).toMatch(/^4: a comparison can only be an argument/);
		expect(error('IIF([a]=[b]=[c],"x","y")')).toMatch(/^11: comparisons cannot be chained/);
		expect(error('IIF([a]!=[b],"x","y")')).toMatch(/^7: "!" means nothing here/);
		expect(error('IIF([a]==[b],"x","y")')).toMatch(/^8: = is no value/);
		expect(error('IIF([a]="1" AND [b]="2","x","y")')).toMatch(/^12: AND is not expected; expected "," or "\)"/);
		expect(error('Append([a] & "x", "y")')).toMatch(/^11: there is no & operator/);
		expect(value('IIF(([a]="1")="True","x","y")', { a: '1' })).toEqual({ value: 'x' });
	});
	it('G-010: takes 10,000 characters and not one more', () => {
		const text = (length: number) => `"${'a'.repeat(length - 2)}"`;
		expect(value(text(10_000))).toMatchObject({ value: 'a'.repeat(9998) });
		expect(value(text(10_001))).toMatchObject({ error: 'parse', at: 10_000 });
	});
	it('G-011: SelectUniqueValue stands outermost', () => {
		expect(error('Append(SelectUniqueValue("a", "b"), "c")')).toBe(
			'7: SelectUniqueValue must be the outermost function'
		);
		expect(error('SelectUniqueValue(SelectUniqueValue("a", "b"), "c")')).toMatch(/^18: /);
		expect(error('IIF(SelectUniqueValue("a", "b") = "a", "c", "d")')).toMatch(/^4: /);
		expect(error('IIF("a" = SelectUniqueValue("a", "b"), "c", "d")')).toMatch(/^10: /);
	});
	it('G-013: prints the canonical form, empty slots kept', () => {
		const tree = parseExpression('Replace( [preferredLanguage] ,"-",,,"_",, )') as Node;
		expect(printExpression(tree)).toBe('Replace([preferredLanguage], "-", , , "_", , )');
		expect(printExpression(parseExpression('IIF(([a]=1)<>&H0F,"\\+","\\\\+")') as Node)).toBe(
			'IIF(([a] = 1) <> 15, "\\\\+", "\\\\+")'
		);
	});
	it('E-001: an error has its place in lines and columns', () => {
		const result = parseExpression('Append(\n  [a],\n  b)');
		expect('error' in result && placeOf('Append(\n  [a],\n  b)', result.at)).toEqual({ line: 3, column: 3 });
		expect(error('')).toMatch(/^0: the end is no value; expected a function/);
		expect(error("Append('a', 'b')")).toMatch(/^7: ' delimits no text/);
		expect(error('Append([a], ToLower)')).toBe('12: ToLower needs parentheses; expected "("');
		expect(error('Append([a], "b") x')).toMatch(/^17: x follows the expression/);
	});
	it('cloud sync: its functions are refused where the profile is the provisioning service', () => {
		expect(evaluateExpression('Trim(" a ")', { source: {}, profile: 'provisioning' })).toMatchObject({
			error: 'parse',
			at: 0
		});
		expect(evaluateExpression('Trim(" a ")', { source: {}, profile: 'cloudSync' })).toEqual({ value: 'a' });
		expect(evaluateExpression('Trim(" a ")', { source: {} })).toEqual({ value: 'a' });
	});
	it('fn:IIF, fn:Switch: the checker warns of forms that the reference lists as unsupported', () => {
		const codes = (text: string) => expressionWarnings(parseExpression(text) as Node).map(({ code }) => code);
		expect(codes('IIF([a]="","x","y")')).toEqual(['iif-null']);
		expect(codes('IIF(IsNullOrEmpty([a]),"x","y")')).toEqual(['iif-null']);
		expect(codes('IIF([a]="1","x","y")')).toEqual([]);
		expect(codes('Switch(IsPresent([a]), "d", "True", "x")')).toEqual(['switch-presence']);
	});
});
