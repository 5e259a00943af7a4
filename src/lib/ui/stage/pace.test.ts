import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

describe('how fast virtual time passes', () => {
	it('is measured over stretches that are long enough', () => {
		const pace = new Pace();
		pace.at(10_000, 0);
		expect(pace.at(10_100, 60_000)).toBe(0);
		expect(pace.at(10_500, 300_000)).toBe(600_000);
		expect(pace.at(10_600, 900_000)).toBe(600_000);
	});

	it('begins anew after a rest, and where time went back', () => {
		const pace = new Pace();
		pace.at(10_000, 0);
		pace.at(11_000, 60_000);
		expect(pace.at(20_000, 60_000)).toBe(0);
		pace.at(20_500, 120_000);
		expect(pace.at(21_000, 0)).toBe(0);
	});
});
