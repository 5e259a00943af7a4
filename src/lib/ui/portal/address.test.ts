import { describe, expect, it } from 'vitest';
import { isAt, queryOf, queryText, sortingFrom, sortingText } from './address';

const url = (hash: string) => new URL(`http://127.0.0.1/provlab/#${hash}`);

describe('the query of a place, which lives behind the hash', () => {
	it('is read from there, and written without what is empty', () => {
		expect(queryOf(url('/users?search=ada+%26+co')).get('search')).toBe('ada & co');
		expect(queryText({ search: 'ada & co', show: '' })).toBe('search=ada+%26+co');
	});

	it('belongs to its own place alone: somebody may be on the way to another one', () => {
		expect(isAt(url('/logs?app=byoa'), '#/logs')).toBe(true);
		expect(isAt(url('/mail'), '#/logs')).toBe(false);
		expect(isAt(url('/apps/slack/users?kind=user'), '/provlab/#/apps/slack/users')).toBe(true);
	});

	it('holds the order of a list, where the list has such a column', () => {
		for (const sorting of [{ column: 'name', down: true }, { column: 'name', down: false }, null])
			expect(sortingFrom(sortingText(sorting), ['name', 'type'])).toEqual(sorting);
		expect(sortingFrom('owner,down', ['name', 'type'])).toBe(null);
	});
});
