import type { Scene } from './layout';
import type { LaidMark } from './merge';

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
