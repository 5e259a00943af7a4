import type { ViewData } from '#lib/views';
import type { TimelineData } from '#lib/views/timeline';

/**
 * The lanes of the stage in presenter mode: the person's commands, the systems that are lit, then those in which
 * something happened last, `most` of them: four are as many as the back of a hall can read. They keep their order;
 * what happened in other lanes is not drawn.
 */
export function fewLanes(view: ViewData<'timeline'>, lit: readonly string[], most: number): TimelineData {
	const { lanes, order, events } = view;
	const newest = new Float64Array(lanes.length).fill(-Infinity);
	for (let at = 0; at < events.n; at++) newest[events.lane[at]!] = at;
	const rank = (lane: number) => {
		const { kind, id } = lanes[lane]!;
		if (kind === 'you') return Infinity;
		return lit.includes(id) ? 1e12 + newest[lane]! : newest[lane]!;
	};
	const chosen = new Set(
		order
			.filter((lane) => rank(lane) > -Infinity)
			.toSorted((a, b) => rank(b) - rank(a))
			.slice(0, most)
	);
	return { ...view, order: order.filter((lane) => chosen.has(lane)) };
}
