import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { needleOf, searchable } from './search-text';
import { views } from './index';

describe('what is looked for', () => {
	it('needs neither capitals nor accents', () => {
		expect(searchable('Łukasz Żółkiewski')).toBe('lukasz zolkiewski');
		expect(searchable('Bjørn Strauß')).toBe('bjorn strauss');
		expect(needleOf('  MÜLLER ')).toBe('muller');
	});

	it('finds a person by the name as it is spelt, and as it is typed', () => {
		const world = createWorld({ apps: ['byoa'], size: 25 });
		for (const search of ['zoë müller', 'zoe muller', 'ZOE M', 'zoe.muller'])
			expect(views.users(world, { search }).rows[0]?.displayName).toBe('Zoë Müller');
	});
});
