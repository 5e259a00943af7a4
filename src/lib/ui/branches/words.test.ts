import { describe, expect, it } from 'vitest';
import { becauseWords, valueWords, whenWords } from './words';

const at = Date.UTC(2026, 2, 3, 9, 5, 1);

describe('the words of a comparison', () => {
	it('name the day only where it is another one', () => {
		expect(whenWords(at, at + 60_000)).toBe('09:05:01');
		expect(whenWords(at, at + 86_400_000)).toBe('Tue 3 Mar, 09:05:01');
	});

	it('tell both values, and nothing where there is none', () => {
		expect(valueWords({ values: [{ name: 'title', a: 'Captain', b: null }] })).toBe('title: Captain | nothing');
	});

	it('tell the branch, the time and the command', () => {
		const names = { a: 'main', b: 'try' };
		expect(becauseWords([{ side: 'b', seq: 4, at, text: 'Block Ben' }], names)).toBe('try, 09:05:01: Block Ben');
		expect(becauseWords([], names)).toBe('what both were doing');
	});
});
