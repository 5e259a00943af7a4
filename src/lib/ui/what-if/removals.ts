import type { WhatIfResult } from '#lib/worker/what-if';

type Bars = NonNullable<WhatIfResult['a']>['cycles'];

export interface RemovalBar {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly side: 'a' | 'b';
	readonly staged: boolean;
	readonly at: number;
	readonly removals: number;
}

export interface RemovalPicture {
	readonly bars: readonly RemovalBar[];
	/** The threshold of each side, as a height; null: the guard was off. */
	readonly lines: readonly { readonly side: 'a' | 'b'; readonly y: number; readonly threshold: number }[];
	readonly most: number;
}

/** Cycles in which nothing was to be removed say nothing; of many, the last ones are drawn. */
const MOST = 24;

/** The removals of each cycle on both sides, with the threshold that each of them was measured by. */
export function removalPicture(a: Bars, b: Bars, width: number, height: number): RemovalPicture {
	const told = (bars: Bars, side: 'a' | 'b') =>
		bars.filter(({ removals }) => removals > 0).map((bar) => ({ ...bar, side }));
	const all = [...told(a, 'a'), ...told(b, 'b')]
		.sort((x, y) => x.at - y.at || x.side.localeCompare(y.side))
		.slice(-MOST);
	const thresholds = (['a', 'b'] as const).flatMap((side) => {
		const last = (side === 'a' ? a : b).findLast(({ threshold }) => threshold !== null);
		return last ? [{ side, threshold: last.threshold! }] : [];
	});
	const highest = Math.max(1, ...all.map(({ removals }) => removals));
	// A threshold far above everything would flatten the bars: it is drawn at the upper edge.
	const most = Math.max(highest, ...thresholds.map(({ threshold }) => Math.min(threshold + 1, highest * 3)));
	const pitch = width / Math.max(1, all.length);
	const yOf = (value: number) => height - (Math.min(value, most) / most) * height;
	return {
		bars: all.map((bar, at) => ({
			x: at * pitch + pitch * 0.15,
			y: yOf(bar.removals),
			width: Math.min(40, pitch * 0.7),
			height: height - yOf(bar.removals),
			side: bar.side,
			staged: bar.staged,
			at: bar.at,
			removals: bar.removals
		})),
		lines: thresholds.map(({ side, threshold }) => ({ side, threshold, y: yOf(threshold) })),
		most
	};
}
