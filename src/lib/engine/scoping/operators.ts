import { integerFromText, textOf, toInteger } from '../mapping/core';
import type { Pattern } from '../mapping/regex';
import { StepLimit } from '../mapping/regex/budget';
import { patterns } from '../mapping/regex/late';

/** A single value that is neither null nor empty. */
export type Present = string | number | bigint | boolean;
/** Says whether a present value satisfies the clause. */
export type Check = (found: Present) => boolean;

export interface Operator {
	/** The stored name, as the portal writes it. */
	readonly name: string;
	readonly rule: string;
	readonly needsValue: boolean;
	/** Whether it is true for an absent attribute in the two experimental sets (F-029). */
	readonly negative: boolean;
	/** The check for one value, or why the value is refused. */
	readonly prepare: (value: string) => Check | string;
}

/** F-010: words of a boolean in any case, integers as numbers, everything else letter by letter (F-005). */
function equals(value: string): Check {
	const word = value.toLowerCase();
	const number = /^-?[0-9]+$/.test(value) ? integerFromText(value) : undefined;
	return (found) => {
		if (typeof found === 'boolean') return word === String(found);
		if (number !== undefined && typeof found === 'number' && Number.isInteger(found)) return found === number;
		return textOf(found) === value;
	};
}

function isWord(word: 'true' | 'false'): Check {
	return (found) => (typeof found === 'string' ? found.toLowerCase() === word : found === (word === 'true'));
}

/** F-016: .NET, case-sensitive, not anchored. A pattern that takes too long matches nothing. */
function matches(value: string): Check | string {
	const { compilePattern, PatternFault } = patterns.here;
	const pattern = compilePattern(value);
	if (pattern instanceof PatternFault) return `the pattern is not valid: ${pattern.message}, at ${pattern.at + 1}`;
	return (found) => search(pattern, textOf(found));
}

function search(pattern: Pattern, text: string): boolean {
	try {
		return pattern.test(text);
	} catch (error) {
		if (error instanceof StepLimit) return false;
		throw error;
	}
}

/** F-018, F-019: an attribute that is no integer is not greater than anything. */
function compares(holds: (found: number | bigint, than: number | bigint) => boolean): Operator['prepare'] {
	return (value) => {
		const than = integerFromText(value);
		if (than === undefined) return `the value ${JSON.stringify(value)} is not an integer`;
		return (found) => {
			const number = toInteger(found);
			return number !== undefined && holds(number, than);
		};
	};
}

/** F-022, F-023: an integer value is a bit test, any other one a search of the attribute in the value. */
function bits(shares: boolean): Operator['prepare'] {
	return (value) => {
		const mask = integerFromText(value);
		if (mask === undefined) return (found) => value.includes(textOf(found)) === shares;
		return (found) => {
			const number = toInteger(found);
			return number !== undefined && ((BigInt(number) & BigInt(mask)) !== 0n) === shares;
		};
	};
}

function not(prepare: Operator['prepare']): Operator['prepare'] {
	return (value) => {
		const check = prepare(value);
		return typeof check === 'string' ? check : (found) => !check(found);
	};
}

function operator(name: string, rule: string, prepare: Operator['prepare'], negative = false): Operator {
	return { name, rule, needsValue: true, negative, prepare };
}

function unary(name: string, rule: string, check: Check, negative = false): Operator {
	return { name, rule, needsValue: false, negative, prepare: () => check };
}

/** The operators with the spelling of the portal (F-006). */
export const operators: readonly Operator[] = [
	operator('EQUALS', 'F-010', equals),
	operator('NOT EQUALS', 'F-011', not(equals), true),
	unary('IS TRUE', 'F-012', isWord('true')),
	unary('IS FALSE', 'F-013', isWord('false'), true),
	unary('IS NULL', 'F-014', () => false),
	unary('IS NOT NULL', 'F-015', () => true),
	operator('REGEX MATCH', 'F-016', matches),
	operator('NOT REGEX MATCH', 'F-017', not(matches), true),
	operator(
		'Greater_Than',
		'F-018',
		compares((found, than) => found > than)
	),
	operator(
		'Greater_Than_OR_EQUALS',
		'F-019',
		compares((found, than) => found >= than)
	),
	operator('Includes', 'F-020', (value) => (found) => textOf(found).includes(value)),
	operator('ENDS_WITH', 'F-021', (value) => (found) => textOf(found).endsWith(value)),
	operator('&', 'F-022', bits(true)),
	operator('!&', 'F-023', bits(false), true)
];

const byName = new Map(operators.map((entry) => [entry.name.toLowerCase(), entry]));

export function operatorNamed(name: string): Operator | undefined {
	return byName.get(name.toLowerCase());
}
