import { describe, expect, it } from 'vitest';
import { at, changed } from '../testing.fixture';
import { views } from '../index';

describe('the events of the timeline as a table', () => {
	it('are the same as those that are drawn, newest first', () => {
		const world = changed();
		const drawn = views.timeline(world, {}).events;
		const { rows, total, of } = views.eventList(world, { count: 1000 });
		expect([total, of]).toEqual([drawn.n, drawn.n]);
		expect(rows.map(({ seq }) => seq).reverse()).toEqual([...drawn.seq.slice(0, drawn.n)]);
		expect(rows.find(({ mark }) => mark === 'command')!.what).not.toBe('');
		expect(rows.every(({ what, rule, lane }) => what && rule && lane)).toBe(true);
	});

	it('can be narrowed to a lane, a mark and a range of time', () => {
		const world = changed();
		const asked = (more: object) => views.eventList(world, more).rows;
		expect(new Set(asked({ lane: 'byoa' }).map(({ lane }) => lane))).toEqual(new Set(['Quillpad']));
		expect(asked({ mark: 'disable' })).toHaveLength(1);
		expect(asked({ since: at('08:59') }).every((row) => row.at >= at('08:59'))).toBe(true);
		expect(asked({ lane: 'nobody' })).toEqual([]);
	});
});
