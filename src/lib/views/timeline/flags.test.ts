import { describe, expect, it } from 'vitest';
import { flagsOf } from './flags';
import { day } from './sample.fixture';
import { apartWords, MINUTE } from './words';

const measure = (text: string) => text.length * 7;
const flags = (playhead: number, now: number | null) => flagsOf({ playhead, now, width: 1000 }, '08:20:24', measure);

describe('the flags on the axis', () => {
	it('stand over their lines', () => {
		for (const { x, from, to } of flags(200, 400)) expect((from + to) / 2).toBe(x);
		expect(flags(200, null).map(({ is }) => is)).toEqual(['playhead']);
		expect(flags(200, 1200).map(({ is }) => is)).toEqual(['playhead']);
	});

	it('do not cover each other: the present makes room and still points to its line', () => {
		const [now, playhead] = flags(200, 220);
		expect(now!.is).toBe('now');
		expect(now!.x).toBe(220);
		expect(now!.from).toBeGreaterThan(playhead!.to);
	});
});

describe('two moments in words', () => {
	it('differ by as much as is needed to tell them apart', () => {
		expect(apartWords(day('08:20'), day('09:41'))).toEqual(['Tue 3 Mar, 08:20', '09:41']);
		expect(apartWords(day('08:20:24'), day('08:20:28'))).toEqual(['Tue 3 Mar, 08:20:24', '08:20:28']);
		expect(apartWords(day('08:20'), day('08:20') + 24 * 60 * MINUTE)).toEqual([
			'Tue 3 Mar, 08:20:00',
			'Wed 4 Mar, 08:20:00'
		]);
	});
});
