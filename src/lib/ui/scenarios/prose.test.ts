import { expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { blockTitle, matches, notesByPlace, toldIn } from './prose';

const named = (id: string) => scenarios.find((one) => one.id === id)!;

it('a note stands after the block below which it was written', () => {
	const places = notesByPlace(named('S-38'));
	expect(places).toHaveLength(4);
	expect(places[1]!.join()).toContain('more than 5,000');
	expect(places[3]!.join()).toContain('No quarantine during an initial cycle');
	expect(blockTitle(named('S-38'), 0)).toBe('Run a, incremental, x = 5');
});

it('a search finds words wherever they stand, all of them', () => {
	const ids = (search: string) => scenarios.filter((one) => matches(one, search)).map(({ id }) => id);
	expect(ids('C-189')).toContain('S-32');
	expect(ids('unassign DELETE later')).toContain('S-32');
	expect(ids('C-253')).toEqual(['S-33']);
	expect(ids('unassign nonsense')).toEqual([]);
	expect(ids('')).toHaveLength(scenarios.length);
});

it('lines between bars are one table, and what stands around it stays where it is', () => {
	const notes = ['Before.', '| Stage | New |', '| --- | --- |', '| 1 | 90 |', '| all | |', 'After.'];
	expect(toldIn(notes)).toEqual([
		{ text: 'Before.' },
		{
			head: ['Stage', 'New'],
			rows: [
				['1', '90'],
				['all', '']
			]
		},
		{ text: 'After.' }
	]);
	for (const one of scenarios)
		for (const told of toldIn(one.notes))
			if ('text' in told) expect(told.text, one.id).not.toMatch(/^\|/);
			else for (const row of told.rows) expect(row, one.id).toHaveLength(told.head.length);
});
