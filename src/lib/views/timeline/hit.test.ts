import { describe, expect, it } from 'vitest';
import { emptyEvents, pushEvent } from './columns';
import { isOneMoment, nextAtMoment } from './hit';
import type { LaidMark } from './merge';

const pill = (first: number, last: number) => ({ kind: 'pill', first, last }) as LaidMark;

describe('events of one moment', () => {
	const events = emptyEvents();
	for (const [at, lane] of [
		[1, 0],
		[5, 0],
		[5, 1],
		[5, 0],
		[5, 0],
		[9, 0]
	] as const)
		pushEvent(events, { at, lane, mark: 'update', outcome: 'success', seq: 10 + events.n, subject: 0 });

	it('are not taken apart by any zoom', () => {
		expect(isOneMoment(events, pill(1, 4))).toBe(true);
		expect(isOneMoment(events, pill(0, 4))).toBe(false);
	});

	it('are gone through one after the other, those of this lane alone, though the selected one stands beside the rest', () => {
		const seen: number[] = [];
		let selected: number | null = null;
		for (let click = 0; click < 4; click++) {
			selected = events.seq[nextAtMoment(events, pill(selected === 11 ? 3 : 1, 4), selected)]!;
			seen.push(selected);
		}
		expect(seen).toEqual([11, 13, 14, 11]);
	});
});
