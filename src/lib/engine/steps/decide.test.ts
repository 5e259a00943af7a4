import { describe, expect, it } from 'vitest';
import { decide, lookupFor, whyNot } from './decide';
import { userDecisions } from './decision-table';
import { Guard, guardNames, lookupGuards } from './guards';

describe('the decision table', () => {
	it('C-162 to C-196: exactly one row answers every combination of guards', () => {
		const wrong: number[] = [];
		for (let guards = 0; guards < 1 << guardNames.length; guards++) {
			let rows = 0;
			for (const row of userDecisions) if ((guards & row.mask) === row.value) rows++;
			if (rows !== 1) wrong.push(guards);
		}
		expect(wrong.slice(0, 3).map((guards) => guardNames.filter((name) => guards & Guard[name]))).toEqual([]);
	});

	it('asks the target one and the same thing for all rows that the source cannot tell apart', () => {
		const source = ~lookupGuards & ((1 << guardNames.length) - 1);
		for (let guards = 0; guards <= source; guards++) {
			if (guards & lookupGuards) continue;
			const lookups = new Set(
				userDecisions.filter((row) => (guards & row.mask & source) === (row.value & source)).map((row) => row.lookup)
			);
			expect(lookups.size).toBe(1);
			expect(lookups.has(lookupFor(guards))).toBe(true);
		}
	});

	it('says what would have to be different', () => {
		const guards = Guard.active | Guard.filter | Guard.createOn | Guard.updateOn | Guard.deleteOn | Guard.stateMapped;
		expect(decide(guards).rule).toBe('C-170');
		expect(whyNot('C-162', guards)).toEqual([{ guard: 'entitled', wanted: true }]);
	});
});
