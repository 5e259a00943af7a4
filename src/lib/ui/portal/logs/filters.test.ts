import { describe, expect, it } from 'vitest';
import { addressOf, filtersFrom, filterWords, logsAsked, noFilters, rangeIn, rangeWords } from './filters';

const DAY = 86_400_000;
const part = { from: 0, count: 100 };

describe('the filters of the log', () => {
	it('come out of an address as they went in', () => {
		const filters = { ...noFilters, app: 'byoa', cycle: 3, status: 'Failure', action: 'Create', search: 'ada & co' };
		expect(filtersFrom(new URLSearchParams(addressOf(filters)))).toEqual(filters);
		const custom = { ...noFilters, range: 'custom', since: 1000, until: 2000 };
		expect(filtersFrom(new URLSearchParams(addressOf(custom)))).toEqual(custom);
		const more = { ...noFilters, hidden: true, expired: true, sorting: { column: 'identity', down: true } };
		expect(filtersFrom(new URLSearchParams(addressOf(more)))).toEqual(more);
		expect(new URLSearchParams(addressOf(more, 17)).get('row')).toBe('17');
	});

	it('take from a wrong address only what they know', () => {
		const wrong = new URLSearchParams('status=Broken&action=Explode&cycle=-1&range=soon&sort=colour,down');
		expect(filtersFrom(wrong)).toEqual(noFilters);
	});

	it('ask for a range that ends with the present of the world', () => {
		const asked = logsAsked({ ...noFilters, range: '24h' }, 10 * DAY, part);
		expect(asked).toMatchObject({ since: 9 * DAY, sort: 'date', descending: true });
		expect(asked).not.toHaveProperty('until');
	});

	it('sort by a column of the table, and newest first by nothing', () => {
		const sorting = { column: 'identity', down: false };
		expect(logsAsked({ ...noFilters, sorting }, 0, part)).toMatchObject({ sort: 'identity', descending: false });
	});

	it('say in words why nothing is shown', () => {
		expect(filterWords({ ...noFilters, status: 'Failure', cycle: 12 }, '3')).toBe('Status is Failure and Cycle is 3');
		expect(filterWords({ ...noFilters, app: 'byoa' })).toBe('');
	});
});

describe('a range that is taken on the timeline', () => {
	const range = { from: 1000.4, to: 2000.2 };

	it('narrows the log to whole milliseconds around it', () => {
		expect(rangeIn(noFilters, range, null)).toMatchObject({ range: 'custom', since: 1000, until: 2001 });
	});

	it('is given up with it, and only then', () => {
		const narrowed = rangeIn(noFilters, range, null);
		expect(rangeIn(narrowed, null, range)).toEqual(noFilters);
		const other = { ...noFilters, range: '24h' };
		expect(rangeIn(other, null, range)).toBe(other);
		expect(rangeIn(narrowed, null, null)).toBe(narrowed);
	});

	it('is told in words', () => {
		const at = Date.UTC(2026, 2, 3, 9, 5);
		expect(rangeWords(at, at + 60_000, at)).toBe('09:05:00 to 09:06:00');
		expect(rangeWords(at, null, at + 86_400_000)).toBe('since Tue 3 Mar 09:05:00');
	});
});
