import type { Scene } from './layout';
import type { LaidMark } from './merge';
import type { TimelineEvents } from './types';

/** What is under the pointer, nearest first in meaning: a mark, a fold, the rest of the plot. */
export type Hit = { on: 'mark'; mark: LaidMark } | { on: 'fold'; from: number } | { on: 'quiet' } | { on: 'plot' };

const REACH = 6;

/** x and y in px of the plot. */
export function hit(scene: Scene, x: number, y: number): Hit {
	const row = scene.rows.find((candidate) => y >= candidate.y && y < candidate.y + candidate.height);
	if (row?.quiet) return { on: 'quiet' };
	let best: LaidMark | undefined;
	let nearest = Infinity;
	for (const mark of scene.marks) {
		if (!row || mark.y < row.y || mark.y > row.y + row.height) continue;
		const left = mark.kind === 'stack' ? mark.x - 6 : mark.x - mark.width / 2;
		const away = Math.max(left - x, x - left - mark.width, 0);
		if (away > REACH) continue;
		const distance = away * 100 + Math.abs(mark.x - x);
		if (distance < nearest) [best, nearest] = [mark, distance];
	}
	if (best) return { on: 'mark', mark: best };
	const fold = scene.folds.find((candidate) => x >= candidate.x0 && x <= candidate.x1);
	return fold ? { on: 'fold', from: fold.idle } : { on: 'plot' };
}

/** The mark that stands for an event: its own, or the closest of those that took it in. */
export function markOf({ marks, rows }: Scene, { lane }: TimelineEvents, event: number | null): LaidMark | undefined {
	if (event === null) return undefined;
	const row = rows.find(({ lanes }) => lanes.includes(lane[event]!));
	const around = marks.filter(
		({ y, first, last }) => row && y >= row.y && y <= row.y + row.height && first <= event && event <= last
	);
	return around.find(({ first }) => first === event) ?? around.sort((a, b) => a.last - a.first - b.last + b.first)[0];
}

/** The next mark in a direction, for arrow keys: along the lane, or the nearest one of the next lane. */
export function neighbour(
	scene: Scene,
	from: LaidMark | undefined,
	key: 'left' | 'right' | 'up' | 'down'
): LaidMark | undefined {
	if (!from) return scene.marks[0];
	if (key === 'left' || key === 'right') {
		const lane = scene.marks.filter((mark) => mark.y === from.y);
		return lane[lane.findIndex((mark) => mark.first === from.first) + (key === 'left' ? -1 : 1)];
	}
	const beyond = scene.marks.filter((mark) => (key === 'up' ? mark.y < from.y : mark.y > from.y));
	const away = (mark: LaidMark) => Math.abs(mark.y - from.y) * 1e6 + Math.abs(mark.x - from.x);
	return beyond.sort((a, b) => away(a) - away(b))[0];
}

/** Whether what is merged happened at one moment: no zoom takes it apart. */
export function isOneMoment({ at }: TimelineEvents, { first, last }: LaidMark): boolean {
	return at[first] === at[last];
}

/** Of the events of a lane at one moment the one after the selected fact, then the first again: so one goes through all. */
export function nextAtMoment(
	{ n, at, lane, seq }: TimelineEvents,
	{ first }: LaidMark,
	selected: number | null
): number {
	let from = first;
	while (from > 0 && at[from - 1] === at[first]) from--;
	let found: number | undefined;
	let isPast = false;
	for (let event = from; event < n && at[event] === at[first]; event++) {
		if (lane[event] !== lane[first]) continue;
		if (isPast) return event;
		found ??= event;
		isPast = seq[event] === selected;
	}
	return found ?? first;
}
