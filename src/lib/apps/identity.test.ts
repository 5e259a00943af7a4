import { describe, expect, it } from 'vitest';
import { idOf, numberOf } from './identity';

describe('the id of a record', () => {
	it('tells the number of the record, whatever the seed', () => {
		for (const seed of [0, 1, -7, 0x7fffffff, 0x9e3779b9])
			for (const n of [1, 2, 99, 100_000, 16_777_215]) expect(numberOf(seed, idOf(seed, n))).toBe(n);
	});

	it('has the form of a version 4 UUID', () => {
		expect(idOf(7, 3)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
	});
});
