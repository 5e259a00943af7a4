import { describe, expect, it } from 'vitest';
import { emptyEvents, pushEvent } from './columns';
import { marksOf } from './merge';
import { scaleOf, xOf } from './scale';
import type { MarkName, Outcome, TimelineEvents } from './types';

const SECOND = 1000;

/** One lane, its time stretched so that a second is a pixel. */
function laid(rows: [number, MarkName, Outcome][], selected = -1) {
	const events = emptyEvents();
	for (const [at, mark, outcome] of rows) pushEvent(events, { at: at * SECOND, lane: 0, mark, outcome, seq: at });
	return layOut(events, selected);
}

function layOut(events: TimelineEvents, selected = -1, width = 2000) {
	const scale = scaleOf([{ from: 0, to: width * SECOND, stretch: 12, label: 0 }], 1, []);
	const offset = xOf(scale, 0);
	return marksOf({
		events,
		lanes: [Array.from({ length: events.n }, (_, at) => at)],
		scale,
		offset,
		y: 0,
		selected
	});
}

const shape = (marks: ReturnType<typeof laid>) => marks.map((mark) => `${mark.kind} ${mark.count}`);

describe('marks of a lane', () => {
	it('become one pill when their boxes come closer than 3 px, and stay apart otherwise', () => {
		expect(
			shape(
				laid([
					[10, 'create', 'success'],
					[24, 'create', 'success'],
					[60, 'update', 'success'],
					[75, 'update', 'success']
				])
			)
		).toEqual(['pill 2', 'mark 1', 'mark 1']);
	});

	it('keep a failure, a staged delete, a retry and a command out of the pill', () => {
		const marks = laid([
			[10, 'create', 'success'],
			[14, 'create', 'failure'],
			[30, 'create', 'success'],
			[70, 'staged', 'warning'],
			[74, 'create', 'success'],
			[78, 'waiting', 'warning'],
			[120, 'command', 'none'],
			[122, 'update', 'success']
		]);
		expect(marks.filter((mark) => mark.kind === 'pill').every((mark) => mark.count <= 3)).toBe(true);
		expect(marks.filter((mark) => mark.kind === 'mark' && [1, 3, 5, 6].includes(mark.first))).toHaveLength(4);
	});

	it('keep the selected one out of the pill', () => {
		const rows: [number, MarkName, Outcome][] = [
			[10, 'create', 'success'],
			[12, 'create', 'success'],
			[14, 'create', 'success']
		];
		expect(shape(laid(rows))).toEqual(['pill 3']);
		expect(laid(rows, 1).find((mark) => mark.first === 1)).toMatchObject({ kind: 'mark', count: 1 });
	});

	it('stack failures that collide into one triangle with their count', () => {
		expect(
			shape(
				laid([
					[10, 'create', 'failure'],
					[14, 'create', 'failure'],
					[18, 'create', 'failure']
				])
			)
		).toEqual(['stack 3']);
	});

	it('say that a pill is of skips alone', () => {
		expect(
			laid([
				[10, 'skip', 'skipped'],
				[14, 'skip', 'skipped']
			])[0]!.skips
		).toBe(true);
		expect(
			laid([
				[10, 'skip', 'skipped'],
				[14, 'create', 'success']
			])[0]!.skips
		).toBe(false);
	});

	it('lie beside each other, never over each other, in a lane that is full from end to end', () => {
		const events = emptyEvents();
		for (let at = 0; at < 100_000; at++)
			pushEvent(events, { at: at * 20, lane: 0, mark: 'update', outcome: 'success', seq: at });
		const marks = layOut(events);
		expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(100_000);
		expect(marks.length).toBeGreaterThan(20);
		for (let at = 1; at < marks.length; at++)
			expect(marks[at]!.x - marks[at]!.width / 2).toBeGreaterThan(marks[at - 1]!.x + marks[at - 1]!.width / 2);
	});

	it('lie beside each other where failures stand between pills', () => {
		const events = emptyEvents();
		for (let at = 0; at < 5000; at++) {
			const failed = at % 97 === 0;
			pushEvent(events, {
				at: at * 400,
				lane: 0,
				mark: failed ? 'create' : 'update',
				outcome: failed ? 'failure' : 'success',
				seq: at
			});
		}
		const marks = layOut(events);
		expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(5000);
		let overlaps = 0;
		for (let at = 1; at < marks.length; at++) {
			const [a, b] = [marks[at - 1]!, marks[at]!];
			const end = a.x + (a.kind === 'stack' ? a.width - 6 : a.width / 2);
			if (b.x - (b.kind === 'stack' ? 6 : b.width / 2) < end - 0.5) overlaps++;
		}
		expect(overlaps).toBe(0);
	});
});

describe('single requests', () => {
	it('never merge nor stack: each can be pointed at', () => {
		const marks = laid([
			[100, 'request', 'success'],
			[100, 'request', 'success'],
			[100, 'request', 'success'],
			[100, 'create', 'success']
		]);
		expect(marks.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
		const places = marks.map(({ x }) => x);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(new Set(places).size).toBe(4);
	});
});
