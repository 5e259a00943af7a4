import { describe, expect, it } from 'vitest';
import { activityOf } from './activity';
import { day, sample } from './sample.fixture';
import { foldsIn, scaleOf } from './scale';
import { ticksIn } from './ticks';
import { spanWords } from './words';

const clock = day('09:41:12');
const blocks = activityOf(sample(), clock);

describe('the axis', () => {
	it.each([0.01, 0.3, 1, 5, 40, 900])('has its ticks 72 px apart or more at zoom %d', (zoom) => {
		const ticks = ticksIn(scaleOf(blocks, zoom, [clock]), 0, 1700);
		expect(ticks.length).toBeGreaterThan(0);
		for (let at = 1; at < ticks.length; at++) expect(ticks[at]!.x - ticks[at - 1]!.x).toBeGreaterThanOrEqual(72);
	});

	it('writes no label across a fold', () => {
		const scale = scaleOf(blocks, 1, [clock]);
		for (const tick of ticksIn(scale, 0, 1700))
			for (const fold of foldsIn(scale, 0, 1700)) expect(tick.x + 40 <= fold.x0 || tick.x >= fold.x1).toBe(true);
	});

	it('ticks at round times, finer inside a stretched cycle', () => {
		const labels = ticksIn(scaleOf(blocks, 1, [clock]), -10, 1700).map((tick) => tick.label);
		expect(labels).toContain('08:20');
		expect(labels).toContain('08:40');
		expect(labels).toContain('09:40');
	});

	it('names another day', () => {
		const two = [
			{ from: day('20:00'), to: day('20:00'), stretch: 1, label: 0 },
			{ from: day('34:00'), to: day('34:00'), stretch: 1, label: 0 }
		];
		const labels = ticksIn(scaleOf(two, 1, []), -100, 500).map((tick) => tick.label);
		expect(labels.some((label) => label.startsWith('Wed'))).toBe(true);
	});

	describe('over months of narrow cycles', () => {
		const hour = 3_600_000;
		const from = Date.UTC(2026, 11, 1);
		const cycles = Array.from({ length: 2000 }, (_, n) => {
			const at = from + (n * 2 * hour) / 3;
			return { from: at, to: at + 60_000, stretch: 8, label: 0 };
		});
		const ticksAt = (zoom: number) => {
			const scale = scaleOf(cycles, zoom, []);
			return ticksIn(scale, 0, scale.x.at(-1)!);
		};

		it('names whole days, and the year where it changes', () => {
			const labels = ticksAt(0.003).map(({ label }) => label);
			expect(labels.length).toBeGreaterThan(4);
			expect(labels.filter((label) => label.includes(':'))).toEqual([]);
			expect(labels.filter((label) => label.endsWith('2027'))).toHaveLength(1);
		});

		it('steps evenly, though the name of a day is longer than a time of day', () => {
			for (let zoom = 0.002; zoom < 0.02; zoom *= 1.03) {
				const times = ticksAt(zoom).map(({ time }) => time);
				const steps = new Set(times.slice(1).map((time, at) => (time - times[at]!) / hour));
				expect([...steps], `at zoom ${zoom}`).toHaveLength(1);
			}
		});
	});

	it('says the length of a span in its two largest units', () => {
		const [min, hour] = [60_000, 3_600_000];
		expect([38 * min, 2 * hour + 10 * min, 76 * hour, 12_000, 250, 59.9 * min].map(spanWords)).toEqual([
			'38 min',
			'2 h 10 min',
			'3 d 4 h',
			'12 s',
			'250 ms',
			'60 min'
		]);
	});
});
