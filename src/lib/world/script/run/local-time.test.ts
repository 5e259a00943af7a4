import { describe, expect, it } from 'vitest';
import { localTime } from './local-time';

const at = (month: number, day: number, hour: number) => Date.UTC(2026, month - 1, day, hour);

describe('the clocks of the cities', () => {
	it('are ahead of or behind UTC all year where nobody changes them', () => {
		expect(localTime('Tokyo', at(3, 5, 8))).toBe('2026-03-05 17:00');
		expect(localTime('Bengaluru', at(7, 1, 20))).toBe('2026-07-02 01:30');
	});

	it('change in the United States on the second Sunday of March and the first of November, at two in the night', () => {
		expect([9, 10].map((hour) => localTime('Seattle', at(3, 8, hour)))).toEqual([
			'2026-03-08 01:00',
			'2026-03-08 03:00'
		]);
		expect([8, 9].map((hour) => localTime('Seattle', at(11, 1, hour)))).toEqual([
			'2026-11-01 01:00',
			'2026-11-01 01:00'
		]);
	});

	it('change in Europe on the last Sundays of March and October, at one UTC', () => {
		expect([0, 1].map((hour) => localTime('Berlin', at(3, 29, hour)))).toEqual([
			'2026-03-29 01:00',
			'2026-03-29 03:00'
		]);
		expect([0, 1].map((hour) => localTime('London', at(10, 25, hour)))).toEqual([
			'2026-10-25 01:00',
			'2026-10-25 01:00'
		]);
	});

	it('are not known where nobody of the company is', () => {
		expect(localTime('Atlantis', at(3, 5, 8))).toBeNull();
	});
});
