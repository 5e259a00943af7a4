import { BASE, type Block } from './activity';

/** An idle span that would take more than this shrinks to a fold. */
export const FOLD_FROM = 120;
export const FOLD_WIDTH = 28;
/** Half a mark, and the 8 px that no mark comes closer to a fold. */
const PAD = 18;

/** Time to pixels in pieces: breakpoints, and which pieces after them are folds. */
export interface Scale {
	zoom: number;
	/** Pixels a millisecond outside of all pieces. */
	rate: number;
	time: number[];
	x: number[];
	/** Of a fold: where the idle span begins, which is its name for unfolding. */
	fold: (number | undefined)[];
}

export interface Fold {
	from: number;
	to: number;
	x0: number;
	x1: number;
	/** Where the idle span begins: its name for unfolding. */
	idle: number;
}

/**
 * The scale at a zoom. The moments (playhead, now) are never inside a fold.
 * `unfolded` holds the starts of the idle spans that the person opened.
 */
export function scaleOf(
	blocks: readonly Block[],
	zoom: number,
	moments: readonly number[],
	unfolded: ReadonlySet<number> = new Set()
): Scale {
	const rate = BASE * zoom;
	const scale: Scale = { zoom, rate, time: [], x: [], fold: [] };
	const stops = [...moments].sort((a, b) => a - b);
	const start = blocks[0]?.from ?? stops[0] ?? 0;
	let time = start;
	let x = 0;
	let slope = NaN;

	const run = (to: number, perMs: number, fold?: number) => {
		if (to <= time) return;
		const isFold = fold !== undefined;
		if (perMs !== slope || isFold) {
			scale.time.push(time);
			scale.x.push(x);
			scale.fold.push(fold);
			slope = isFold ? NaN : perMs;
		}
		x += isFold ? FOLD_WIDTH : (to - time) * perMs;
		time = to;
	};
	const idle = (to: number, label: number) => {
		const open = to - time;
		const before = Math.max(PAD, label) / rate;
		const after = PAD / rate;
		const folded = (open - before - after) * rate;
		if (open * rate > FOLD_FROM && folded > FOLD_WIDTH && !unfolded.has(time)) {
			const idle = time;
			run(time + before, rate);
			run(to - after, rate, idle);
		}
		run(to, rate);
	};

	// A moment before everything else is idle time as well.
	if (stops[0] !== undefined && stops[0] < time) time = stops[0];
	let label = 0;
	for (const block of blocks) {
		for (const stop of stops) if (stop > time && stop < block.from) idle(stop, label);
		idle(block.from, label);
		run(block.to, rate * block.stretch);
		label = block.label;
	}
	for (const stop of stops) if (stop > time) idle(stop, label);
	scale.time.push(time);
	scale.x.push(x);
	scale.fold.push(undefined);
	return scale;
}

/** The last piece that starts at or before a value; -1 before the first. */
export function pieceAt(values: readonly number[], value: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (values[middle]! <= value) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

export function xOf(scale: Scale, time: number): number {
	const at = pieceAt(scale.time, time);
	if (at < 0) return scale.x[0]! - (scale.time[0]! - time) * scale.rate;
	const from = scale.time[at]!;
	const to = scale.time[at + 1];
	if (to === undefined) return scale.x[at]! + (time - from) * scale.rate;
	return scale.x[at]! + ((time - from) / (to - from)) * (scale.x[at + 1]! - scale.x[at]!);
}

export function timeOf(scale: Scale, x: number): number {
	const at = pieceAt(scale.x, x);
	if (at < 0) return scale.time[0]! - (scale.x[0]! - x) / scale.rate;
	const from = scale.x[at]!;
	const to = scale.x[at + 1];
	if (to === undefined || to === from) return scale.time[at]! + (x - from) / scale.rate;
	return scale.time[at]! + ((x - from) / (to - from)) * (scale.time[at + 1]! - scale.time[at]!);
}

/** Reads many ascending times without searching each. */
export function walker(scale: Scale): (time: number) => number {
	let at = -1;
	let until = scale.time[0] ?? Infinity;
	let from = until;
	let x = scale.x[0] ?? 0;
	let perMs = scale.rate;
	return (time) => {
		while (time >= until) {
			at++;
			from = until;
			x = scale.x[at]!;
			until = scale.time[at + 1] ?? Infinity;
			perMs = until === Infinity ? scale.rate : (scale.x[at + 1]! - x) / (until - from);
		}
		return x + (time - from) * perMs;
	};
}

/** The folds that touch a stretch of pixels. */
export function foldsIn(scale: Scale, x0: number, x1: number): Fold[] {
	const folds: Fold[] = [];
	for (let at = Math.max(0, pieceAt(scale.x, x0)); at < scale.x.length && scale.x[at]! <= x1; at++) {
		const idle = scale.fold[at];
		if (idle === undefined) continue;
		folds.push({ from: scale.time[at]!, to: scale.time[at + 1]!, x0: scale.x[at]!, x1: scale.x[at + 1]!, idle });
	}
	return folds;
}
