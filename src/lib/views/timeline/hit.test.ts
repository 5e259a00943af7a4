import { describe, expect, it } from 'vitest';
import { emptyEvents, pushEvent } from './columns';
import { isOneMoment, markOf, nextAtMoment } from './hit';
import type { Scene } from './layout';
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

describe('the mark of an event', () => {
	const events = emptyEvents();
	for (const lane of [0, 1, 0, 1, 0, 2])
		pushEvent(events, { at: events.n, lane, mark: 'update', outcome: 'success', seq: events.n, subject: 0 });
	const mark = (y: number, first: number, last: number) => ({ ...pill(first, last), y });
	const scene = {
		rows: [
			{ lanes: [0], y: 0, height: 24 },
			{ lanes: [1], y: 24, height: 24 }
		],
		marks: [mark(12, 0, 4), mark(12, 2, 2), mark(36, 1, 3)]
	} as unknown as Scene;
	const [wide, own, other] = scene.marks;

	it('is its own, or else the one of its lane that took it in', () => {
		expect(markOf(scene, events, 2)).toBe(own);
		expect(markOf(scene, events, 4)).toBe(wide);
		expect(markOf(scene, events, 3)).toBe(other);
	});

	it('is none for what is not in view', () => {
		expect(markOf(scene, events, 5)).toBeUndefined();
		expect(markOf(scene, events, null)).toBeUndefined();
	});
});
