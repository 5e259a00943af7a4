import { describe, expect, it } from 'vitest';
import { activityOf } from './activity';
import { day, sample } from './sample.fixture';
import { scaleOf, xOf } from './scale';
import { fitted, followed, offsetOf, panned, timeAt, zoomed, ZOOM_LEAST, ZOOM_MOST } from './view';

const clock = day('09:41:12');
const blocks = activityOf(sample(), clock);
const scaleAt = (zoom: number) => scaleOf(blocks, zoom, [clock]);

describe('the view of the timeline', () => {
	it('keeps the time under the pointer where it is while zooming, though folds open and close', () => {
		const before = followed(1, clock, 1000);
		const time = timeAt(scaleAt(1), before, 300);
		const after = zoomed(scaleAt(1), before, 3, 300);
		expect(timeAt(scaleAt(after.zoom), after, 300)).toBeCloseTo(time, 0);
	});

	it('moves the sheet by as many px as it was dragged', () => {
		const scale = scaleAt(1);
		const before = followed(1, clock, 1000);
		const after = panned(scale, before, 120, 1000);
		expect(offsetOf(scale, after)).toBeCloseTo(offsetOf(scale, before) - 120, 3);
	});

	it('opens a pill by zooming until its span fills the window', () => {
		const view = fitted(scaleAt, day('09:00:05'), day('09:00:16'), 1000);
		const scale = scaleAt(view.zoom);
		const left = xOf(scale, day('09:00:05')) - offsetOf(scale, view);
		const right = xOf(scale, day('09:00:16')) - offsetOf(scale, view);
		expect(right - left).toBeGreaterThan(700);
		expect(left).toBeGreaterThan(0);
		expect(right).toBeLessThan(1000);
	});

	it('zooms from 90 days to one request and no further', () => {
		const view = followed(1, clock, 1000);
		expect(zoomed(scaleAt(1), view, 1e-12, 0).zoom).toBe(ZOOM_LEAST);
		expect(zoomed(scaleAt(1), view, 1e12, 0).zoom).toBe(ZOOM_MOST);
	});
});
