import { describe, expect, it } from 'vitest';
import { views } from '../index';
import { at, running } from '../testing.fixture';
import { inOrder } from './joined';
import { withRequests } from './with-requests';

describe('single requests on the timeline', () => {
	const world = running();
	const view = views.timeline(world, {});
	const span = { from: at('08:00'), to: at('10:00') };

	it('are those that were sent in the span, with their method and answer', () => {
		const { events, words } = views.requestEvents(world, span);
		const told = world.facts().filter(({ kind }) => kind === 'request');
		expect([...events.seq]).toEqual(told.map(({ seq }) => seq));
		expect(words).toEqual(expect.arrayContaining(['GET, 200', 'POST, 201']));
		expect(views.requestEvents(world, { from: 0, to: 1 }).events.n).toBe(0);
	});

	it('of one person are only those about them', () => {
		const { events } = views.requestEvents(world, { ...span, person: 7 });
		expect(events.n).toBeGreaterThan(0);
		expect(new Set(events.subject).size).toBe(1);
	});

	it('of several people stand on the lane of each', () => {
		const people = [7, 2];
		const { events } = views.requestEvents(world, { ...span, by: 'people', people });
		const lanes = views.timeline(world, { by: 'people', people });
		expect(new Set(events.lane)).toEqual(new Set([1, 2]));
		for (let place = 0; place < events.n; place++) {
			const lane = people.indexOf(events.subject[place]! & 0xffffff) + 1;
			expect(events.lane[place]).toBe(lane);
			expect(lanes.lanes[lane]!.id).toBe(`user-${people[lane - 1]}`);
		}
		expect(views.requestEvents(world, { ...span, by: 'people' }).events.n).toBe(0);
	});

	it('stand among the events in the order of the facts, on the lane of their application, and leave the scale alone', () => {
		const { events } = views.requestEvents(world, span);
		const all = withRequests(view, events);
		const seqs = [...all.events.seq.subarray(0, all.events.n)];
		expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
		expect(all.events.n).toBe(view.events.n + events.n);
		expect(all.base).toBe(view.events);
		const drawn = inOrder(all);
		const lane = drawn.lanes.findIndex(({ id }) => id === 'byoa');
		const mine = seqs.flatMap((seq, place) => (events.seq.includes(seq) ? [drawn.events.lane[place]] : []));
		expect(new Set(mine)).toEqual(new Set([lane]));
	});
});
