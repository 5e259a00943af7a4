import { describe, expect, it } from 'vitest';
import { rowsOf } from './lanes';
import type { Bar } from './bars';
import { lastingLines, lastingWords, type LaidWords } from './lasting';
import type { LaidMark } from './merge';
import { scaleOf } from './scale';
import type { TimelineQuarantine } from './types';

const minute = 60_000;
const scale = scaleOf([{ from: 0, to: 60 * minute, stretch: 1, label: 0 }], 1, []);
const rows = rowsOf({
	lanes: [{ id: 'slack', name: 'Slack', kind: 'app' }],
	order: [0],
	busy: new Set([0]),
	here: null,
	height: 28,
	top: 28,
	unfolded: false,
	phone: false
});

function lasting(from: number, to: number | null, words: string, kind?: 'pause' | 'outage'): TimelineQuarantine {
	return { lane: 0, from: from * minute, to: to === null ? null : to * minute, words, seq: 1, kind };
}

const measure = (text: string) => text.length * 7;

const drawn = (...spans: TimelineQuarantine[]) =>
	lastingLines(spans, rows, scale, { zoom: 1, time: 0, at: 0 }, 30 * minute, 2000);

describe('what lasts on a lane', () => {
	it('never lies over another of its lane: where two faults last, one line tells of both', () => {
		const lines = drawn(
			lasting(5, 30, 'Fault: server error', 'outage'),
			lasting(10, null, 'Fault: the token has expired', 'outage')
		);
		expect(lines.map(({ words }) => words)).toEqual([
			'Fault: server error',
			'Fault: server error, the token has expired',
			'Fault: the token has expired'
		]);
		for (const [at, line] of lines.slice(1).entries()) expect(line.x0).toBe(lines[at]!.x1);
	});

	it('is a quarantine first where a job is stopped as well, and says both', () => {
		const lines = drawn(lasting(0, null, 'Stopped', 'pause'), lasting(0, null, 'Quarantine'));
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({ words: 'Stopped; Quarantine', kind: undefined });
	});

	it('goes on in one line where the same fault was set again', () => {
		const [one, ...more] = drawn(lasting(5, 20, 'Fault: slow', 'outage'), lasting(10, 30, 'Fault: slow', 'outage'));
		expect([one!.words, more.length]).toEqual(['Fault: slow', 0]);
	});

	it('has its words where no other words of the lane lie, or none', () => {
		const lines = drawn(lasting(1, null, 'Fault: server error', 'outage'), lasting(1, null, 'Quarantine'));
		const around = { marks: [], bars: [], folds: [], playhead: -1, width: 2000, measure };
		const [first, second] = lastingWords(lines, around);
		expect(Math.abs(second!.x - first!.x)).toBeGreaterThanOrEqual((first!.width + second!.width) / 2);
		const narrow = lastingWords(lines, { ...around, width: lines[0]!.x0 + 180 });
		expect(narrow.map(({ words }) => words)).toEqual(['Quarantine']);
	});

	it('has its words off the marks and the cycles of the lane, and inside a cycle only where there is no other room', () => {
		const [line] = drawn(lasting(0, null, 'Fault: server error', 'outage'));
		const mark: LaidMark = { kind: 'mark', x: 150, y: 42, width: 12, count: 1, first: 0, last: 0, skips: false };
		const bar: Bar = { x: 200, y: 32, width: 300, height: 20, state: 'done', cycle: 0 };
		const place = (width: number) =>
			lastingWords([line!], { marks: [mark], bars: [bar], folds: [], playhead: -1, width, measure })[0]!;
		const left = (laid: LaidWords) => laid.x - laid.width / 2;
		expect(left(place(900))).toBeGreaterThanOrEqual(500);
		expect(left(place(520))).toBeGreaterThanOrEqual(156);
		expect(place(520).x + place(520).width / 2).toBeLessThanOrEqual(512);
	});
});
