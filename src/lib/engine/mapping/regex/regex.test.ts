import { describe, expect, it } from 'vitest';
import { compilePattern, Pattern, PatternFault, replaceGroup, replaceMatches, StepLimit } from '.';

function pattern(text: string): Pattern {
	const compiled = compilePattern(text);
	if (compiled instanceof PatternFault) throw new Error(`${compiled.message} at ${compiled.at}`);
	return compiled;
}
const replace = (text: string, by: string, replacement: string) => replaceMatches(pattern(by), text, replacement);
const found = (by: string, text: string) => pattern(by).test(text);

describe('regular expressions', () => {
	it('R-001: is case-sensitive, leaves a line feed out of the dot, and ends before a final line feed', () => {
		expect(found('abc', 'ABC')).toBe(false);
		expect(found('^a.b$', 'a\nb')).toBe(false);
		expect(found('^ab$', 'ab\n')).toBe(true);
		expect(found('^ab\\z', 'ab\n')).toBe(false);
		expect(found('\\Aab\\Z', 'ab\n')).toBe(true);
		expect(found('^b', 'a\nb')).toBe(false);
		expect(found('(?m)^b$', 'a\nb\nc')).toBe(true);
		expect(found('(?s)a.b', 'a\nb')).toBe(true);
	});

	it('finds the empty text and nothing else between two anchors', () => {
		expect(found('^$', '')).toBe(true);
		expect(found('^$', 'a')).toBe(false);
	});

	it('R-003: numbers unnamed groups before named ones', () => {
		expect(replace('a1', '(?<l>[a-z])([0-9])', '$1')).toBe('1');
		expect(replace('a1', '(?<l>[a-z])([0-9])', '$2')).toBe('a');
	});

	it('R-003: knows letters and digits of all alphabets, inline options and literal braces', () => {
		expect(replace('Zoë-1 ٣', '\\w', 'x')).toBe('xxx-x x');
		expect(replace('abc', '(?i)B', 'x')).toBe('axc');
		expect(replace('abCB', 'a(?i:B)C', 'x')).toBe('xB');
		expect(found('^SystemMailbox{', 'SystemMailbox{1}')).toBe(true);
		expect(found('^CAS_([^{]*){', 'CAS_a{')).toBe(true);
		expect(found('\\p{Lu}\\P{Lu}', 'Ab')).toBe(true);
	});

	it('takes a hyphen behind a shorthand of a class for itself, as .NET does, and refuses a range that ends in one', () => {
		const address = '^[\\w-\\.]+@([\\w-]+\\.)+[\\w-]{2,4}$';
		expect(found(address, 'mary-ann.o_neill@hr.contoso.com')).toBe(true);
		expect(found(address, 'mary ann@contoso.com')).toBe(false);
		expect(replace('a1-2 b', '[\\d-\\s]', '')).toBe('ab');
		expect(replace('a-b,c', '[\\p{L}-,]', 'x')).toBe('xxxxx');
		expect(replace('a-1', '[\\--1]', 'x')).toBe('axx');
		expect(replace('.', '[\\--1]', 'x')).toBe('.');
		expect(replace('10-', '[\\d-[0]]', 'x')).toBe('x0-');
		expect(compilePattern('[a-\\d]')).toBeInstanceOf(PatternFault);
	});

	it('R-003: reads the escapes of a character, and options that end', () => {
		expect(replace('A\u00e9\t\x01\x1b', '\\x41\\u00e9\\011\\cA\\e', 'x')).toBe('x');
		expect(replace('AB-C', '[\\x41-\\x43]', 'x')).toBe('xx-x');
		expect(replace('aBab', '(?i)b(?-i)a', 'x')).toBe('axb');
		expect(replace('aBAb', '(?i)b(?-i)a', 'x')).toBe('aBAb');
		expect(found('^(?i)(ab)\\1$', 'abAB')).toBe(true);
		expect(found('^(ab)\\1$', 'abAB')).toBe(false);
		for (const wrong of ['a**', 'a+{2}', 'a{2}{3}', 'a{2,1}', '*a', '{1}', '\\c1', '\\x4', '[b-a]'])
			expect(compilePattern(wrong), wrong).toBeInstanceOf(PatternFault);
	});

	it('R-004: replaces empty matches like all others', () => {
		expect(replace('john_doe72', '[a-zA-Z_]*', '')).toBe('72');
		expect(replace('abc', 'x*', '-')).toBe('-a-b-c-');
		expect(replace('baaac', 'a*', '-')).toBe('-b--c-');
	});

	it('understands the substitutions of a replacement and leaves unknown groups as they are written', () => {
		expect(replace('abc', 'b', '[$&$0$$]')).toBe('a[bb$]c');
		expect(replace('abc', '(?<x>b)', "${x}|$`|$'|$_|$+")).toBe('ab|a|c|abc|bc');
		expect(replace('abc', '(b)', '$2${y}$12')).toBe('a$2${y}$12c');
	});

	it('replaces the span of a group, and nothing in matches in which the group takes no part', () => {
		expect(replaceGroup(pattern('x(?<n>[0-9])?'), 'x1xx2', 1, '#')).toBe('x#xx#');
	});

	it('looks around, goes back to groups, keeps atomic groups and conditions', () => {
		expect(found('^(?!.*#EXT#).*$', 'a#EXT#b')).toBe(false);
		expect(replace('CN=a,OU=b,DC=c', '^.*?,(?=(?:CN|OU|DC)=)', '')).toBe('OU=b,DC=c');
		expect(replace('price 10, 20', '(?<=price )\\d+', 'N')).toBe('price N, 20');
		expect(replace('ab12', '(?<![a-z])\\d', '#')).toBe('ab1#');
		expect(found('^(\\w)(\\w)\\2\\1$', 'abba')).toBe(true);
		expect(found('^(?<q>[\'"]).*\\k<q>$', '"a\'')).toBe(false);
		expect(found('(?>a+)ab', 'aaab')).toBe(false);
		expect(found('^(<)?a(?(1)>)$', '<a>')).toBe(true);
		expect(found('^(<)?a(?(1)>)$', '<a')).toBe(false);
		expect(found('^(?(?=a)ab|cd)$', 'cd')).toBe(true);
	});

	it('prefers as .NET does: greedy, lazy, bounded, first alternative', () => {
		expect(replace('0000567', '(.*?)(?<id>.{0,4})$', '[${id}]')).toBe('[0567][]');
		expect(replace('0000', '(?<zeros>^0+)(?<rest>[a-z0-9]+)', '${rest}')).toBe('0');
		expect(replace('abcabc', '(a|ab)(c|bcd)?', '<$1$2>')).toBe('<a>bc<a>bc');
		expect(replace('aaa', 'a{2}', 'x')).toBe('xa');
		expect(replace('aaaa', '(?:ab|a){1,3}?', 'x')).toBe('xxxx');
		expect(replace('user..', '(\\.)*$', '')).toBe('user');
		expect(replace('a-b_c', '[\\w-[_]]', 'x')).toBe('x-x_x');
		expect(found('^(?:(a)|b)*$', 'ab')).toBe(true);
	});

	it.each([
		'(',
		')',
		'[',
		'[z-a]',
		'a**',
		'*a',
		'+',
		'?',
		'(*a)',
		'a{2,1}',
		'\\',
		'\\j',
		'\\p{Nope}',
		'(?<n>',
		'(?<n>a',
		'\\k<none>',
		'(a)\\2',
		'(?z)',
		'{2}',
		'[a-\\d]',
		'\\u12',
		'(?<a-b>x)',
		'a|*'
	])('refuses the pattern %s with the place', (text) => {
		const compiled = compilePattern(text);
		expect(compiled).toBeInstanceOf(PatternFault);
		expect((compiled as PatternFault).at).toBeLessThanOrEqual(text.length);
	});

	it.each(['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*)*x', '^(([a-z])+.)+[A-Z]([a-z])+$', '(?=(a+)+$)b', '(?:a?){40}a{40}'])(
		'gives up on the catastrophic pattern %s instead of hanging, which the limit of the runner would end',
		(text) => {
			const answer = () => pattern(text).test(`${'a'.repeat(2000)}!`);
			try {
				expect(answer()).toBeTypeOf('boolean');
			} catch (error) {
				expect(error).toBeInstanceOf(StepLimit);
			}
		}
	);

	it('refuses patterns whose program would be too large', () => {
		expect(compilePattern('((a|b){100}){1000}')).toBeInstanceOf(PatternFault);
		expect(compilePattern(`${'('.repeat(300)}a${')'.repeat(300)}`)).toBeInstanceOf(PatternFault);
	});
});
