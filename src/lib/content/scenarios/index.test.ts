import { describe, expect, it } from 'vitest';
import { parseScripts } from '#lib/world/script';
import { features, scenarios } from './index';

describe('the library of scenarios', () => {
	it('has every given scenario once, for somebody, with rules or an explanation', () => {
		expect(scenarios).toHaveLength(64);
		expect(new Set(scenarios.map(({ id }) => id)).size).toBe(64);
		expect(scenarios.filter(({ audience }) => audience.length === 0).map(({ id }) => id)).toEqual([]);
		expect(scenarios.filter(({ rules, notes }) => !rules && notes.length === 0).map(({ id }) => id)).toEqual([]);
	});

	it('can be searched by what a scenario shows: every feature names scenarios that are there', () => {
		const known = new Set(scenarios.map(({ id }) => id));
		expect(features.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
		expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
	});

	it.each(scenarios.flatMap(({ id, blocks }) => blocks.map((block, n) => [`${id}, block ${n + 1}`, block] as const)))(
		'%s is a script',
		(_, { script }) => {
			expect(parseScripts(script)).toHaveLength(1);
		}
	);

	it.each(scenarios.filter(({ blocks }) => blocks.length > 0).map((one) => [one.id, one] as const))(
		'%s as a whole has the same blocks',
		(_, { text, blocks }) => {
			expect(parseScripts(text).map(({ place }) => place.line)).toEqual(blocks.map(({ line }) => line));
		}
	);
});
