import { foldsIn, pieceAt, timeOf, xOf, type Scale } from './scale';
import { DAY, HOUR, isSameDay, MINUTE, minuteWords, SECOND, timeWords, exactWords, dayWords, weekday } from './words';

export interface Tick {
	time: number;
	x: number;
	label: string;
}

export const TICK_GAP = 72;
/** The room that the shortest label takes right of its line, and what each character of a longer one adds. */
const LABEL = 44;
const room = (label: string) => Math.max(LABEL, 8 + 7 * label.length);

/** What a step takes at least: days have longer names than times of day, and one left out would look like a longer step. */
const leastOf = (step: number) => (step < 6 * HOUR ? TICK_GAP : room('Thu 12 Mar') + 4);

const STEPS = [
	...[1, 2, 5, 10, 20, 50, 100, 200, 500],
	...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
	...[1, 2, 5, 10, 20, 30].map((n) => n * MINUTE),
	...[1, 2, 3, 6, 12].map((n) => n * HOUR),
	...[1, 2, 7, 14, 28].map((n) => n * DAY)
];

function words(time: number, before: number | undefined): string {
	if (time % DAY === 0) return dayWords(time, before ?? time);
	const exact = time % SECOND ? exactWords(time) : time % MINUTE ? timeWords(time) : minuteWords(time);
	// The first tick of another day names it, where the label stays short.
	return before !== undefined && !isSameDay(before, time) && time % MINUTE === 0 ? `${weekday(time)} ${exact}` : exact;
}

/** The times in a stretch of pixels, the roundest first. */
function* roundest(scale: Scale, x0: number, x1: number): Generator<number> {
	if (x1 <= x0) return;
	const [from, to] = [timeOf(scale, x0), timeOf(scale, x1)];
	for (const step of STEPS.toReversed()) {
		const time = Math.ceil(from / step) * step;
		if (time <= to) yield time;
	}
}

/** Ticks at round times, at least 72 px apart, none whose label would touch a fold or its length. */
export function ticksIn(scale: Scale, x0: number, x1: number): Tick[] {
	const folds = foldsIn(scale, x0 - 100, x1 + 100);
	const ticks: Tick[] = [];
	const blocked = (x: number, label: string) =>
		folds.some((fold) => {
			const middle = (fold.x0 + fold.x1) / 2;
			return x + room(label) > Math.min(fold.x0, middle - 22) && x < Math.max(fold.x1 + 4, middle + 24);
		});
	const put = (time: number): boolean => {
		const x = xOf(scale, time);
		const last = ticks.at(-1);
		const label = words(time, last?.time);
		const gap = last && Math.max(TICK_GAP, room(last.label) + 4);
		if (x < x0 - LABEL || x > x1 || (last && x - last.x < gap!) || blocked(x, label)) return false;
		ticks.push({ time, x, label });
		return true;
	};

	// Between two folds time runs in pieces of different rates; each has its own step.
	const edges = [x0 - LABEL, ...folds.flatMap((fold) => [fold.x0, fold.x1]), x1].sort((a, b) => a - b);
	for (let at = 0; at < edges.length - 1; at += 2) {
		const [left, right] = [Math.max(edges[at]!, x0 - LABEL), Math.min(edges[at + 1]!, x1)];
		let placed = false;
		for (const piece of piecesOf(scale, left, right)) {
			const step = STEPS.find((size) => size * piece.rate >= leastOf(size)) ?? 28 * DAY;
			for (let time = Math.ceil(piece.from / step) * step; time <= piece.to; time += step) placed = put(time) || placed;
		}
		if (!placed) for (const time of roundest(scale, left + 8, right - LABEL)) if (put(time)) break;
	}
	return ticks;
}

/** Pieces that have no room for a mark have the rate of all: where there are thousands, each would have its own steps. */
function* piecesOf(scale: Scale, x0: number, x1: number): Generator<{ from: number; to: number; rate: number }> {
	const stops = [x0, ...scale.x.slice(pieceAt(scale.x, x0) + 1, pieceAt(scale.x, x1) + 1), x1];
	const rateOf = (a: number, b: number) => (b - a) / (timeOf(scale, b) - timeOf(scale, a));
	for (let at = 0; at < stops.length - 1; at++) {
		const [a, b] = [stops[at]!, stops[at + 1]!];
		if (b <= a) continue;
		yield { from: timeOf(scale, a), to: timeOf(scale, b), rate: b - a < 24 ? rateOf(x0, x1) : rateOf(a, b) };
	}
}
