import type { Bar } from './bars';
import type { LaneRow } from './lanes';
import type { LaidMark } from './merge';
import { xOf, type Fold, type Scale } from './scale';
import type { TimelineQuarantine } from './types';
import { offsetOf, type View } from './view';

/** Something that lasts: a quarantine, a stopped job, an application that answers wrongly. */
export interface LastingLine {
	x0: number;
	/** Where the line turns from drawn to dotted: the playhead. */
	turn: number;
	x1: number;
	y: number;
	words: string;
	kind?: 'pause' | 'outage';
}

interface Part {
	from: number;
	to: number;
	words: string;
	kind?: 'pause' | 'outage';
}

/** Faults run above the middle of their lane, what they lead to in the middle. Where several last, one line tells of all. */
export function lastingLines(
	lasting: readonly TimelineQuarantine[],
	rows: readonly LaneRow[],
	scale: Scale,
	view: View,
	clock: number,
	width: number
): LastingLine[] {
	const offset = offsetOf(scale, view);
	const playhead = xOf(scale, clock) - offset;
	const lines: LastingLine[] = [];
	for (const row of rows) {
		const ofRow = lasting.filter(({ lane }) => row.lanes.includes(lane));
		for (const isOutage of [true, false]) {
			const y = row.y + (isOutage ? 7 : row.height / 2);
			for (const { from, to, words, kind } of partsOf(ofRow.filter((one) => (one.kind === 'outage') === isOutage))) {
				// Far from the plot nobody knows the folds.
				const x0 = Math.max(-100, xOf(scale, from) - offset);
				const x1 = Math.min(width + 100, xOf(scale, to) - offset);
				if (x1 < 0 || x0 > width) continue;
				lines.push({ x0, turn: Math.max(x0, Math.min(x1, playhead)), x1, y, words, kind });
			}
		}
	}
	return lines;
}

/** Stretches of time, each with the words of all that last through it. */
function partsOf(lasting: readonly TimelineQuarantine[]): Part[] {
	const edges = [...new Set(lasting.flatMap(({ from, to }) => [from, to ?? Infinity]))].sort((a, b) => a - b);
	const parts: Part[] = [];
	for (const [at, to] of edges.slice(1).entries()) {
		const from = edges[at]!;
		const there = lasting.filter((one) => one.from <= from && (one.to ?? Infinity) >= to);
		if (there.length === 0) continue;
		const words = together(there.map((one) => one.words));
		const before = parts.at(-1);
		if (before?.to === from && before.words === words) before.to = to;
		// A quarantine is the louder of two.
		else
			parts.push({ from, to, words, kind: there.some(({ kind }) => kind === undefined) ? undefined : there[0]!.kind });
	}
	return parts;
}

/** "Fault: server error" and "Fault: the token has expired" are "Fault: server error, the token has expired". */
function together(all: readonly string[]): string {
	const faults = new Set<string>();
	const others = new Set<string>();
	for (const words of all)
		if (words.startsWith(FAULT)) faults.add(words.slice(FAULT.length));
		else others.add(words);
	return [...(faults.size > 0 ? [FAULT + [...faults].join(', ')] : []), ...others].join('; ');
}

const FAULT = 'Fault: ';

/** Words on a line, by their middle. */
export interface LaidWords {
	x: number;
	y: number;
	width: number;
	words: string;
	kind?: 'pause' | 'outage';
}

/** Room that words need from top to bottom. */
const HIGH = 14;

/** A stretch of a line that something else needs. */
type Taken = readonly [from: number, to: number];

export interface Around {
	readonly marks: readonly LaidMark[];
	readonly bars: readonly Bar[];
	readonly folds: readonly Fold[];
	readonly playhead: number;
	readonly width: number;
	readonly measure: (text: string) => number;
}

/**
 * The words lie on their line where it has room: no fold, no mark, no other words, not the playhead in between, and
 * inside a cycle only where there is none outside. Those of a quarantine find their room first.
 */
export function lastingWords(lines: readonly LastingLine[], around: Around): LaidWords[] {
	const { marks, bars, folds, playhead, width, measure } = around;
	const laid: LaidWords[] = [];
	for (const { x0, x1, y, words, kind } of lines.toSorted((a, b) => Number(!!a.kind) - Number(!!b.kind))) {
		const wide = measure(words) + 16;
		const near = (one: { y: number }) => Math.abs(one.y - y) < HIGH;
		const taken: Taken[] = [
			...folds.map((fold): Taken => [fold.x0 - 4, fold.x1 + 4]),
			...marks.filter(near).map((mark): Taken => [mark.x - mark.width / 2 - 6, mark.x + mark.width / 2 + 6]),
			...laid.filter(near).map((one): Taken => [one.x - one.width / 2, one.x + one.width / 2]),
			[playhead, playhead]
		];
		const cycles = bars
			.filter((bar) => y > bar.y - HIGH && y < bar.y + bar.height + HIGH)
			.map((bar): Taken => [bar.x, bar.x + bar.width]);
		const room = (but: readonly Taken[]) => roomBetween(but, Math.max(x0 + 20, 8), Math.min(x1, width) - 8, wide + 8);
		const x = room([...taken, ...cycles]) ?? room(taken);
		if (x !== null) laid.push({ x, y, width: wide, words, kind });
	}
	return laid;
}

/** The middle of the first room that is wide enough. */
function roomBetween(taken: readonly Taken[], from: number, to: number, wide: number): number | null {
	let left = from;
	for (const [begin, end] of [...taken.toSorted(([a], [b]) => a - b), [to, to] as const]) {
		const right = Math.min(begin, to);
		if (right - left > wide) return (left + right) / 2;
		left = Math.max(left, end);
	}
	return null;
}
