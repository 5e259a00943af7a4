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

	it('say what happened to a job, and not only which', () => {
		const rows = views.eventList(changed(), { lane: 'byoa', mark: 'other', count: 1000 }).rows;
		expect(rows.map(({ what }) => what)).toEqual(['Provisioning to Quillpad was switched on']);
	});

	it('can be narrowed to a lane, a mark and a range of time', () => {
		const world = changed();
		const asked = (more: object) => views.eventList(world, more).rows;
		expect(new Set(asked({ lane: 'byoa' }).map(({ lane }) => lane))).toEqual(new Set(['Quillpad']));
		expect(asked({ mark: 'disable' })).toHaveLength(1);
		expect(asked({ since: at('08:59') }).every((row) => row.at >= at('08:59'))).toBe(true);
		expect(asked({ lane: 'nobody' })).toEqual([]);
	});

	it('hold the single requests of a short range, as the timeline does, and of any for whoever asks for them', () => {
		const world = changed();
		const every = views.eventList(world, { mark: 'request', count: 1000 }).rows;
		expect(every.length).toBe(world.facts().filter(({ kind }) => kind === 'request').length);
		expect(every.map(({ request }) => request)).toEqual(expect.arrayContaining(['GET, 200', 'POST, 201']));
		expect(every.every(({ what, rule, lane }) => what && rule && lane === 'Quillpad')).toBe(true);
		const range = { since: at('08:59'), until: at('09:00') };
		const near = views.eventList(world, { ...range, lane: 'byoa', count: 1000 });
		const { events } = views.requestEvents(world, { from: range.since, to: range.until });
		const isAsked = ({ mark }: { mark: string }) => mark === 'request';
		expect(near.rows.filter(isAsked).map(({ seq }) => seq)).toEqual([...events.seq].reverse());
		expect(near.rows.every(({ at: when }, row) => row === 0 || when <= near.rows[row - 1]!.at)).toBe(true);
		expect(views.eventList(world, { since: at('08:00') }).rows.some(isAsked)).toBe(false);
	});
});
