import { blockOf } from './blocks';
import { lowerCode, upperCode } from './casing';

/** Says whether a UTF-16 code unit belongs to a set. */
export type Test = (code: number) => boolean;

const categories = new Map<string, Test>();

/** A Unicode category as `\p{...}` names it, or one of .NET's blocks. Undefined: unknown name. */
export function category(name: string): Test | undefined {
	const known = categories.get(name);
	if (known) return known;
	const block = blockOf(name);
	const test = block ? range(block[0], block[1]) : generalCategory.has(name) ? unicode(name) : undefined;
	if (test) categories.set(name, test);
	return test;
}

const generalCategory = new Set(
	'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn'.split(' ')
);

function unicode(name: string): Test {
	const pattern = new RegExp(`^\\p{${name}}$`, 'u');
	return (code) => pattern.test(String.fromCharCode(code));
}

export function range(from: number, to: number): Test {
	return (code) => code >= from && code <= to;
}

/** `\w` of .NET: letters, marks, decimal digits, connectors. */
export const word = quick(either([unicode('L'), unicode('Mn'), unicode('Nd'), unicode('Pc')]));
/** A letter with a case: what `\p{Lu}`, `\p{Ll}` and `\p{Lt}` all are where case is ignored. */
export const cased = quick(either([unicode('Lu'), unicode('Ll'), unicode('Lt')]));
export const digit = quick(unicode('Nd'));
export const space = quick((code) => (code >= 9 && code <= 13) || code === 0x85 || unicode('Z')(code));
export const anything: Test = () => true;
export const notLineFeed: Test = (code) => code !== 10;

/** `\b` also counts the two joiners as parts of a word. */
export const wordForBoundary: Test = (code) => word(code) || code === 0x200c || code === 0x200d;

export function either(tests: readonly Test[]): Test {
	return tests.length === 1 ? tests[0]! : (code) => tests.some((test) => test(code));
}

export function not(test: Test): Test {
	return (code) => !test(code);
}

export function folded(test: Test): Test {
	return (code) => test(code) || test(lowerCode(code)) || test(upperCode(code));
}

/** A set with a table for ASCII. */
export interface CharSet {
	readonly test: Test;
	readonly table: Uint8Array;
}

export function charSet(test: Test): CharSet {
	const table = new Uint8Array(128);
	for (let code = 0; code < 128; code++) table[code] = test(code) ? 1 : 0;
	return { test, table };
}

/** The same test, answered from a table for ASCII. */
export function quick(test: Test): Test {
	const { table } = charSet(test);
	return (code) => (code < 128 ? table[code] === 1 : test(code));
}
