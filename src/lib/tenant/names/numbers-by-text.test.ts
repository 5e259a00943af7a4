import { describe, expect, it } from 'vitest';
import { NumbersByText } from './numbers-by-text';

describe('a number for each of many texts', () => {
	it('is none until it is set, and can be set again', () => {
		const numbers = new NumbersByText();
		const place = numbers.place('ada@contoso.com');
		expect(numbers.at(place)).toBe(0);
		numbers.set(place, 7);
		expect([numbers.get('ada@contoso.com'), numbers.get('ada@contoso.co'), numbers.get('Ada@contoso.com')]).toEqual([
			7, 0, 0
		]);
		numbers.set(numbers.place('ada@contoso.com'), 8);
		expect(numbers.get('ada@contoso.com')).toBe(8);
	});

	it('is found again among many, also of those that only differ in their last letter, and outside Latin', () => {
		const numbers = new NumbersByText();
		for (let n = 1; n <= 50_000; n++) numbers.set(numbers.place(`陽菜 Świętosława ${n}`), n);
		for (let n = 1; n <= 50_000; n++) expect(numbers.get(`陽菜 Świętosława ${n}`)).toBe(n);
		expect(numbers.get('陽菜 Świętosława')).toBe(0);
	});
});
