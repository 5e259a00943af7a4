import { anything, either, folded, not, quick, range, type Test } from './charset';
import { readEscape } from './escapes';
import { PatternFault } from './tree';

/** Reads `[...]`; `at` is the place after the opening bracket. Classes may be subtracted: `[a-z-[aeiou]]`. */
export function readClass(pattern: string, start: number, fold: boolean, depth = 0): { test: Test; end: number } {
	if (depth > 50) throw new PatternFault('classes are nested too deeply', start);
	let at = start;
	const negated = pattern[at] === '^';
	if (negated) at++;
	const tests: Test[] = [];
	let without: Test | undefined;
	for (let first = true; ; first = false) {
		const char = pattern[at];
		if (char === undefined) throw new PatternFault('the class does not end: expected "]"', start - 1);
		if (char === ']' && !first) break;
		if (char === '-' && pattern[at + 1] === '[' && !first) {
			const inner = readClass(pattern, at + 2, fold, depth + 1);
			without = inner.test;
			at = inner.end;
			if (pattern[at] !== ']') throw new PatternFault('a subtracted class must come last', at);
			break;
		}
		const item = readItem(pattern, at, fold);
		// A hyphen behind a shorthand is itself: `[\w-.]` of an address. So is one behind an escaped hyphen.
		const begins = 'code' in item && !pattern.startsWith('\\-', at);
		at = item.end;
		if (
			begins &&
			pattern[at] === '-' &&
			at + 1 < pattern.length &&
			pattern[at + 1] !== ']' &&
			pattern[at + 1] !== '['
		) {
			const to = readItem(pattern, at + 1, fold);
			if (!('code' in to)) throw new PatternFault('a range needs two characters', at);
			if (to.code < item.code) throw new PatternFault('the range is in reverse order', at);
			tests.push(range(item.code, to.code));
			at = to.end;
		} else tests.push('code' in item ? range(item.code, item.code) : item.test);
	}
	const inside = tests.length ? either(tests) : not(anything);
	const cased = fold ? folded(inside) : inside;
	const whole = negated ? not(cased) : cased;
	const taken = without;
	return { test: quick(taken ? (code) => whole(code) && !taken(code) : whole), end: at + 1 };
}

function readItem(pattern: string, at: number, fold: boolean) {
	if (pattern[at] !== '\\') return { code: pattern.charCodeAt(at), end: at + 1 };
	return pattern[at + 1] === 'b' ? { code: 8, end: at + 2 } : readEscape(pattern, at + 1, fold);
}
