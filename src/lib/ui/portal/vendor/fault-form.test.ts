import { describe, expect, it } from 'vitest';
import { frequencyOf, localTime, msOf, plainFault, withFrequency, withTime } from './fault-form';

describe('a fault in a form', () => {
	it('strikes each request, every n-th, or by chance: one of the three', () => {
		const each = { kind: 'serverError' } as const;
		const every = withFrequency(each, 'every');
		expect([frequencyOf(every), every.every]).toEqual(['every', 5]);
		const chance = withFrequency(every, 'chance');
		expect([frequencyOf(chance), chance.every, chance.chance]).toEqual(['chance', undefined, 0.2]);
		expect(withFrequency(chance, 'each')).toEqual(each);
	});

	it('begins and ends in UTC, whatever the browser thinks the time is', () => {
		const at = Date.UTC(2026, 2, 2, 8, 50);
		expect(localTime(at)).toBe('2026-03-02T08:50');
		expect(msOf('2026-03-02T08:50')).toBe(at);
		expect([localTime(undefined), msOf('')]).toEqual(['', undefined]);
	});

	it('forgets what was taken away', () => {
		const from = withTime({ kind: 'slow', delay: 5000 }, 'from', 10);
		expect(plainFault(withTime(from, 'from', undefined))).toEqual({ kind: 'slow', delay: 5000 });
	});
});
