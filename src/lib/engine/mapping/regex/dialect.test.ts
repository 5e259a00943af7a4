import { describe, expect, it } from 'vitest';
import { compilePattern, Pattern, PatternFault, replaceMatches } from '.';

function pattern(text: string): Pattern {
	const compiled = compilePattern(text);
	if (compiled instanceof PatternFault) throw new Error(`${compiled.message} at ${compiled.at}`);
	return compiled;
}
const replace = (text: string, by: string, replacement: string) => replaceMatches(pattern(by), text, replacement);
const found = (by: string, text: string) => pattern(by).test(text);

describe('the rarer words of the .NET dialect', () => {
	it('R-003: reads a number behind a backslash as octal where no group has it, and refuses one digit without a group', () => {
		expect(replace('a\tb', '\\11', 'x')).toBe('axb');
		expect(replace('cat?', '(cat)\\77', 'x')).toBe('x');
		expect(replace('\u00ff0', '\\7770', 'x')).toBe('x');
		expect(replace('\t99', '\\119*', 'x')).toBe('x');
		expect(replace('abcdefghijj!', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', 'x')).toBe('x!');
		expect(replace('aa', '(?<12>a)\\12', 'x')).toBe('x');
		for (const wrong of ['(a)\\2', '\\8', '\\81', '\\9'])
			expect(compilePattern(wrong), wrong).toBeInstanceOf(PatternFault);
	});

	it('R-003: goes back to a group in the older form too, and names a group in any alphabet', () => {
		expect(replace('cc', "(?<x>c)\\<x>|(?'y'd)\\'y'", 'z')).toBe('z');
		expect(replace('éé1', '(?<größe>é)\\k<größe>', '${größe}-')).toBe('é-1');
		expect(replace('aa', '(a)\\<01>', '$01')).toBe('a');
		expect(found('a\\<b', 'a<b')).toBe(true);
		for (const wrong of ['\\<x>', '(?<0>a)', '(?<1a>b)', '(?<a b>c)', "(?'a-b'c)", '\\é', '(?(?<a>b)c)', "(?(?'a'b)c)"])
			expect(compilePattern(wrong), wrong).toBeInstanceOf(PatternFault);
	});

	it('R-003: keeps the numbers that groups ask for, however far apart they are', () => {
		expect(replace('cat dog', '(?<2048>cat) (?<512>dog)', '$2048-$512-$1-$+')).toBe('cat-dog-$1-cat');
		expect(replace('ab', '(?<2147483647>a)(b)', '$1${2147483647}')).toBe('ba');
		expect(compilePattern('(?<2147483648>a)')).toBeInstanceOf(PatternFault);
	});

	it('R-003: takes options in any order and case, with both signs, and none without a letter', () => {
		expect(replace('AbC', '(?I-s+m:a)b(?i)c', 'x')).toBe('x');
		expect(replace('a\nB', '(?im-x+n)^b', 'x')).toBe('a\nx');
		expect(replace('aB', '(?-i+i)b', 'x')).toBe('ax');
		for (const wrong of ['(?)', '(?i', '(?i :a)', '(?q)'])
			expect(compilePattern(wrong), wrong).toBeInstanceOf(PatternFault);
	});

	it('R-003: lets blanks and comments stand before the sign that makes a quantifier lazy', () => {
		expect(replace('aaa', '(?x) a{2,3} ?', 'x')).toBe('xa');
		expect(replace('aaa', 'a+(?#as few as possible)?', 'x')).toBe('xxx');
		expect(replace('a\u00a0b', '(?x)a\u00a0b', 'x')).toBe('x');
	});

	it('R-003: finds any letter with a case by a class of cases where case is ignored', () => {
		expect(replace('1bß', '(?i)\\p{Lu}', 'x')).toBe('1xx');
		expect(replace('1Bß', '(?i)[\\p{Ll}-]', 'x')).toBe('1xx');
		expect(replace('1Bb', '(?i)[\\P{Lt}]', 'x')).toBe('xBb');
		expect(replace('1Bb', '\\p{Lu}', 'x')).toBe('1xb');
	});

	it.each([
		['IsGreek', '\u0370', '\u03ff'],
		['IsGreekandCoptic', '\u0370', '\u03ff'],
		['IsThaana', '\u0780', '\u07bf'],
		['IsEthiopic', '\u1200', '\u137f'],
		['IsMongolian', '\u1800', '\u18af'],
		['IsTaiLe', '\u1950', '\u197f'],
		['IsCombiningMarksforSymbols', '\u20d0', '\u20ff'],
		['IsMiscellaneousSymbolsandArrows', '\u2b00', '\u2bff'],
		['IsKangxiRadicals', '\u2f00', '\u2fdf'],
		['IsYiRadicals', '\ua490', '\ua4cf'],
		['IsHangulSyllables', '\uac00', '\ud7af'],
		['IsPrivateUseArea', '\ue000', '\uf8ff'],
		['IsArabicPresentationForms-A', '\ufb50', '\ufdff'],
		['IsVariationSelectors', '\ufe00', '\ufe0f'],
		['IsSpecials', '\ufff0', '\uffff']
	])('R-003: knows where the block %s begins and ends', (name, first, last) => {
		const isIn = (code: number) => found(`\\p{${name}}`, String.fromCharCode(code));
		expect([first, last].map((char) => isIn(char.charCodeAt(0)))).toEqual([true, true]);
		expect(isIn(first.charCodeAt(0) - 1)).toBe(false);
		if (last !== '\uffff') expect(isIn(last.charCodeAt(0) + 1)).toBe(false);
		expect(found(`\\P{${name}}`, first)).toBe(false);
	});

	it('knows no block by another spelling', () => {
		for (const wrong of ['Isgreek', 'IsGreek ', 'InGreek', 'Is', 'IsLatin1Supplement', 'greek'])
			expect(compilePattern(`\\p{${wrong}}`), wrong).toBeInstanceOf(PatternFault);
	});

	it.each([
		['a-b', '(a)-(b)', '$2-$1', 'b-a'],
		['a-b', '(a)-(b)', '${2}0$10', 'b0$10'],
		['a-b', '(a)-(b)', '$$1', '$1'],
		['a-b', '(a)-(b)', '$$$1', '$a'],
		['a-b', '(a)-(b)', '$', '$'],
		['a-b', '(a)-(b)', '$1$', 'a$'],
		['a-b', '(a)-(b)', '$x', '$x'],
		['a-b', '(a)-(b)', '${1', '${1'],
		['a-b', '(a)-(b)', '${}', '${}'],
		['a-b', '(a)-(b)', '${1x}', '${1x}'],
		['a-b', '(a)-(b)', '${$1}', '${a}'],
		['a-b', '(a)-(b)', '$<1>', '$<1>'],
		['a-b', '(a)-(b)', '\\1', '\\1'],
		['a-b', '(a)-(b)', '$001', 'a'],
		['xa-bz', '(a)-(b)', "[$`|$&|$']", 'x[x|a-b|z]z'],
		['xa-bz', '(a)-(b)', '$_$0', 'xxa-bza-bz'],
		['a-b', '(a)|(b)', '<$1$2$+>', '<a>-<bb>'],
		['aab', '(a)|b', '[$+]', '[a][a][]'],
		['ab', '(?<n>a)(b)', '$1$2$+', 'baa'],
		['ab12', '(?<l>[a-z]+)(?<d>[0-9]+)', '${d}${l}${D}', '12ab${D}'],
		['aXbX', 'X', '$`.', 'aa.baXb.'],
		['ab', '', '-', '-a-b-'],
		['ab', '(?<=a)|b', '.', 'a.b'],
		['aaa', '\\Ga', 'b', 'bbb'],
		['baa', '\\Ga', 'b', 'baa'],
		['a1b22', '\\d+|$', '#', 'a#b##']
	])('writes %s by %s and %s as .NET does', (text, by, replacement, written) => {
		expect(replace(text, by, replacement)).toBe(written);
	});
});
