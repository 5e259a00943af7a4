import { cased, category, digit, not, space, type Test, word, wordForBoundary } from './charset';
import { PatternFault } from './tree';

/** What a backslash and the characters after it stand for inside and outside of a class. */
export type Escape = { readonly end: number } & ({ readonly code: number } | { readonly test: Test });

const controls: { readonly [letter: string]: number } = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7, e: 27 };
const classes: { readonly [letter: string]: Test } = {
	w: word,
	W: not(word),
	d: digit,
	D: not(digit),
	s: space,
	S: not(space)
};

/** `at` is the place of the character after the backslash. */
export function readEscape(pattern: string, at: number, fold: boolean): Escape {
	const char = pattern[at];
	if (char === undefined) throw new PatternFault('the pattern ends with a backslash', at - 1);
	const test = classes[char];
	if (test) return { test, end: at + 1 };
	if (char === 'p' || char === 'P') return readCategory(pattern, at, fold);
	const control = controls[char];
	if (control !== undefined) return { code: control, end: at + 1 };
	if (char === 'x') return readHex(pattern, at + 1, 2);
	if (char === 'u') return readHex(pattern, at + 1, 4);
	if (char === 'c') return readControl(pattern, at + 1);
	if (char >= '0' && char <= '7') return readOctal(pattern, at);
	if (wordForBoundary(char.charCodeAt(0))) throw new PatternFault(`unknown escape \\${char}`, at - 1);
	return { code: char.charCodeAt(0), end: at + 1 };
}

function readCategory(pattern: string, at: number, fold: boolean): Escape {
	const name = /^\{([^}]+)\}/.exec(pattern.slice(at + 1))?.[1];
	if (name === undefined) throw new PatternFault('expected a category name in braces', at + 1);
	const test = fold && /^L[ult]$/.test(name) ? cased : category(name);
	if (!test) throw new PatternFault(`unknown category ${name}`, at + 2);
	return { test: pattern[at] === 'P' ? not(test) : test, end: at + name.length + 3 };
}

function readHex(pattern: string, at: number, count: number): Escape {
	const digits = pattern.slice(at, at + count);
	if (digits.length < count || !/^[0-9A-Fa-f]+$/.test(digits)) {
		throw new PatternFault(`expected ${count} hex digits`, at);
	}
	return { code: parseInt(digits, 16), end: at + count };
}

function readControl(pattern: string, at: number): Escape {
	const char = pattern.charCodeAt(at);
	const code = char >= 97 && char <= 122 ? char - 32 : char;
	if (!(code >= 64 && code <= 95)) throw new PatternFault('expected a control letter', at);
	return { code: code - 64, end: at + 1 };
}

function readOctal(pattern: string, at: number): Escape {
	const digits = /^[0-7]{1,3}/.exec(pattern.slice(at, at + 3))![0];
	return { code: parseInt(digits, 8) & 0xff, end: at + digits.length };
}
