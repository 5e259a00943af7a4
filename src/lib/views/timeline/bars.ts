import { offsetOf, type View } from './view';
import { xOf, type Scale } from './scale';
import type { LaneRow } from './lanes';
import type { TimelineData } from './types';

export interface Bar {
	x: number;
	y: number;
	width: number;
	height: number;
	state: 'done' | 'running' | 'planned';
	/** Index into the cycles. */
	cycle: number;
}

export interface QuarantineLine {
	x0: number;
	/** Where the line turns from drawn to dotted: the playhead. */
	turn: number;
	x1: number;
	y: number;
	words: string;
	seq: number;
	/** Not a quarantine, but something else that lasts. */
	kind?: 'pause' | 'outage';
}

const LEAST = 8;

/** The cycles of the rows in view, never narrower than 8; bars of a lane that would cover each other are one. */
export function barsOf(
	data: TimelineData,
	rows: readonly LaneRow[],
	scale: Scale,
	view: View,
	clock: number,
	width: number
): Bar[] {
	const offset = offsetOf(scale, view);
	const rowOf = new Map(rows.flatMap((row) => row.lanes.map((lane) => [lane, row] as const)));
	const last = new Map<number, Bar>();
	const bars: Bar[] = [];
	for (const [index, cycle] of data.cycles.entries()) {
		const row = rowOf.get(cycle.lane);
		if (!row) continue;
		const x = xOf(scale, cycle.from) - offset;
		if (x > width + LEAST) continue;
		const end = cycle.to ?? (cycle.state === 'planned' ? cycle.from + 60_000 : Math.max(clock, cycle.from));
		const wide = Math.max(LEAST, xOf(scale, end) - offset - x);
		if (x + wide < -LEAST) continue;
		const before = last.get(cycle.lane);
		if (before && before.state === cycle.state && x < before.x + before.width) {
			before.width = Math.max(before.width, x + wide - before.x);
			continue;
		}
		const height = Math.min(row.height - 6, 20 * (row.height > 36 ? row.height / 36 : 1));
		const y = row.y + (row.height - height) / 2;
		const bar: Bar = { x, y, width: wide, height, state: cycle.state, cycle: index };
		bars.push(bar);
		last.set(cycle.lane, bar);
	}
	return bars;
}

export function quarantineLines(
	data: TimelineData,
	rows: readonly LaneRow[],
	scale: Scale,
	view: View,
	clock: number,
	width: number
): QuarantineLine[] {
	const offset = offsetOf(scale, view);
	const playhead = xOf(scale, clock) - offset;
	return data.quarantines.flatMap((quarantine) => {
		const row = rows.find((candidate) => candidate.lanes.includes(quarantine.lane));
		const x0 = xOf(scale, quarantine.from) - offset;
		const x1 = quarantine.to === null ? width + 100 : xOf(scale, quarantine.to) - offset;
		if (!row || x1 < 0 || x0 > width) return [];
		const turn = Math.max(x0, Math.min(x1, playhead));
		return [
			{
				x0,
				turn,
				x1,
				y: row.y + (quarantine.kind === 'outage' ? 7 : row.height / 2),
				words: quarantine.words,
				seq: quarantine.seq,
				kind: quarantine.kind
			}
		];
	});
}
