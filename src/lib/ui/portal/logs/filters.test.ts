import { describe, expect, it } from 'vitest';
import { addressOf, filtersFrom, filterWords, logsAsked, noFilters } from './filters';

const DAY = 86_400_000;
const part = { from: 0, count: 100 };

describe('the filters of the log', () => {
	it('come out of an address as they went in', () => {
		const filters = { ...noFilters, app: 'byoa', cycle: 3, status: 'Failure', action: 'Create', search: 'ada & co' };
		expect(filtersFrom(new URLSearchParams(addressOf(filters)))).toEqual(filters);
		const custom = { ...noFilters, range: 'custom', since: 1000, until: 2000 };
		expect(filtersFrom(new URLSearchParams(addressOf(custom)))).toEqual(custom);
	});

	it('take from a wrong address only what they know', () => {
		const wrong = new URLSearchParams('status=Broken&action=Explode&cycle=-1&range=soon');
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
