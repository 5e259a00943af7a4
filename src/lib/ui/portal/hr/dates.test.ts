import { describe, expect, it } from 'vitest';
import { beginsWords, dateProblem, endsWords } from './dates';

describe('the dates of a form', () => {
	it('H-123: says when a last day is over, in the time of the human-resources system', () => {
		expect(endsWords({ system: 'workday' }, '2026-03-05')).toContain('Fri 6 Mar 2026, 08:00 UTC');
		expect(endsWords({ system: 'successfactors' }, '2026-03-05')).toContain('Fri 6 Mar 2026, 00:00 UTC');
		expect(beginsWords({ system: 'workday' }, '2026-03-16', 'It is')).toContain('Mon 16 Mar 2026, 07:00 UTC');
	});

	it('refuses a day that no calendar has', () => {
		expect(dateProblem('2026-02-30')).toMatch(/no such day/);
		expect(dateProblem('0202-03-02')).toMatch(/between 1900 and 2199/);
		expect(dateProblem('')).toBe('Choose a day.');
		expect(dateProblem('2026-02-28')).toBeUndefined();
	});
});
