import { cyclesIn } from './columns';
import { offsetOf, type View } from './view';
import { timeOf, xOf, type Scale } from './scale';
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

const LEAST = 8;
const FAR = 2 * LEAST;

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
	const [from, to] = [timeOf(scale, offset - FAR), timeOf(scale, offset + width + FAR)];
	const last = new Map<number, Bar>();
	const bars: Bar[] = [];
	const [first, beyond] = cyclesIn(data, from, to);
	for (let index = first; index < beyond; index++) {
		const cycle = data.cycles[index]!;
		const end = cycle.to ?? (cycle.state === 'planned' ? cycle.from + 60_000 : Math.max(clock, cycle.from));
		const row = end < from ? undefined : rowOf.get(cycle.lane);
		if (!row) continue;
		const x = xOf(scale, cycle.from) - offset;
		if (x > width + LEAST) continue;
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
