import { expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { blockTitle, matches, notesByPlace } from './prose';

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
