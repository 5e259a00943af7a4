import { expect, it } from 'vitest';
import { amountWords, numberWords, ofWords } from './amounts';

it('groups thousands, whatever the language of the machine', () => {
	expect([0, 999, 1000, 1_234_567].map(numberWords)).toEqual(['0', '999', '1,000', '1,234,567']);
});

it('counts one of a thing and many of it', () => {
	expect([0, 1, 2].map((count) => amountWords(count, 'user'))).toEqual(['0 users', '1 user', '2 users']);
	expect(ofWords(15, 1212, 'rows')).toBe('15 of 1,212 rows');
});
