import { describe, expect, it } from 'vitest';
import { activityOf, BASE } from './activity';
import { foldsIn, FOLD_WIDTH, scaleOf, timeOf, walker, xOf } from './scale';
import { day, sample } from './sample.fixture';
import { MINUTE } from './words';

const at = (words: string) => day(words);
const point = (time: number, label = 0) => ({ from: time, to: time, stretch: 1, label });

describe('the scale of time', () => {
	it('shrinks an idle span that would take more than 120 px to 28', () => {
		const scale = scaleOf([point(at('09:05')), point(at('09:40'))], 1, []);
		const [fold] = foldsIn(scale, -1e9, 1e9);
		expect(fold!.x1 - fold!.x0).toBe(FOLD_WIDTH);
		expect(xOf(scale, at('09:40')) - xOf(scale, at('09:05'))).toBeCloseTo(18 + 28 + 18);
	});

	it('leaves an idle span of 120 px or less as it is', () => {
		const scale = scaleOf([point(at('09:05')), point(at('09:29'))], 1, []);
		expect(foldsIn(scale, -1e9, 1e9)).toEqual([]);
		expect(xOf(scale, at('09:29')) - xOf(scale, at('09:05'))).toBeCloseTo(120);
	});

	it('folds shorter spans when zoomed in, longer ones only when zoomed out', () => {
		const blocks = [point(at('09:05')), point(at('09:15'))];
		expect(foldsIn(scaleOf(blocks, 1, []), -1e9, 1e9)).toHaveLength(0);
		expect(foldsIn(scaleOf(blocks, 4, []), -1e9, 1e9)).toHaveLength(1);
	});

	it('keeps a span open that the person unfolded', () => {
		const blocks = [point(at('09:05')), point(at('09:40'))];
		expect(foldsIn(scaleOf(blocks, 1, [], new Set([at('09:05')])), -1e9, 1e9)).toEqual([]);
	});

	it('never hides the playhead in a fold', () => {
		const clock = at('09:25');
		const scale = scaleOf([point(at('08:00')), point(at('10:40'))], 1, [clock]);
		const folds = foldsIn(scale, -1e9, 1e9);
		expect(folds).toHaveLength(2);
		for (const fold of folds) expect(clock <= fold.from || clock >= fold.to).toBe(true);
	});

	it('leaves room for the words of a command before the fold', () => {
		const scale = scaleOf([point(at('09:05'), 100), point(at('10:05'))], 1, []);
		const [fold] = foldsIn(scale, -1e9, 1e9);
		expect(fold!.x0 - xOf(scale, at('09:05'))).toBeCloseTo(100);
	});

	it('gives the marks of a cycle room by stretching its time', () => {
		const data = sample();
		const blocks = activityOf(data, at('09:41:12'));
		const cycle = blocks.find((block) => block.from === at('09:40'))!;
		expect(cycle.stretch).toBeGreaterThan(5);
		expect((cycle.to - cycle.from) * BASE * cycle.stretch).toBeGreaterThanOrEqual(8 * 24);
	});

	it('goes from time to pixels and back', () => {
		const data = sample();
		const scale = scaleOf(activityOf(data, at('09:41:12')), 1.7, [at('09:41:12')]);
		for (let time = at('06:00'); time < at('14:00'); time += 7 * MINUTE + 13)
			expect(timeOf(scale, xOf(scale, time))).toBeCloseTo(time, 0);
	});

	it('grows with time, so that nothing changes places', () => {
		const scale = scaleOf(activityOf(sample(), at('09:41:12')), 3, [at('09:41:12')]);
		let last = -Infinity;
		for (let time = at('06:00'); time < at('14:00'); time += 11_000) {
			const x = xOf(scale, time);
			expect(x).toBeGreaterThan(last);
			last = x;
		}
	});

	it('reads ascending times to the same pixels as single ones', () => {
		const scale = scaleOf(activityOf(sample(), at('09:41:12')), 1, [at('09:41:12')]);
		const walk = walker(scale);
		for (let time = at('07:00'); time < at('12:00'); time += 31_000)
			expect(walk(time)).toBeCloseTo(xOf(scale, time), 6);
	});
});
