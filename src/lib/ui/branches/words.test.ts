import { describe, expect, it } from 'vitest';
import { becauseWords, valueWords, whenWords } from './words';

const at = Date.UTC(2026, 2, 3, 9, 5, 1);
const day = 86_400_000;

describe('the words of a comparison', () => {
	it('name the day only where it is another one', () => {
		expect(whenWords(at, at + 60_000)).toBe('09:05:01');
		expect(whenWords(at, at + day)).toBe('Tue 3 Mar, 09:05:01');
		expect(whenWords(at, at, at + day)).toBe('Tue 3 Mar, 09:05:01');
		expect(whenWords(at, at + 365 * day)).toBe('3 Mar 2026, 09:05:01');
	});

	it('tell both values, and nothing where there is none', () => {
		expect(valueWords({ values: [{ name: 'title', a: 'Captain', b: null }] })).toBe('title: Captain | nothing');
	});

	it('tell the branch, the time and the command', () => {
		const names = { a: 'main', b: 'try' };
		const because = [{ side: 'b', seq: 4, at, text: 'Block Ben' }] as const;
		expect(becauseWords(because, names, at)).toBe('try, 09:05:01: Block Ben');
		expect(becauseWords(because, names, at + 5 * day)).toBe('try, Tue 3 Mar, 09:05:01: Block Ben');
		expect(becauseWords([], names, at)).toBe('what both were doing');
	});
});
