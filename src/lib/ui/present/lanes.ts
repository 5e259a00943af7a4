import type { ViewData } from '#lib/views';
import type { TimelineData } from '#lib/views/timeline';

/**
 * The lanes of the stage in presenter mode: the person's commands, the systems that are lit, then those in which
 * something happened last, `most` of them: four are as many as the back of a hall can read. They keep their order;
 * what happened in other lanes is not drawn.
 */
export function fewLanes(view: ViewData<'timeline'>, lit: readonly string[], most: number): TimelineData {
	const { lanes, order, events, cycles, quarantines, labels } = view;
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
	const drawn = order.filter((lane) => chosen.has(lane));
	const place = new Map(drawn.map((lane, at) => [lane, at]));
	const kept: number[] = [];
	for (let at = 0; at < events.n; at++) if (place.has(events.lane[at]!)) kept.push(at);
	const placed = <R extends { readonly lane: number }>(rows: readonly R[]) =>
		rows.flatMap((row) => {
			const lane = place.get(row.lane);
			return lane === undefined ? [] : { ...row, lane };
		});
	return {
		lanes: drawn.map((lane) => lanes[lane]!),
		events: {
			n: kept.length,
			at: Float64Array.from(kept, (at) => events.at[at]!),
			lane: Uint16Array.from(kept, (at) => place.get(events.lane[at]!)!),
			mark: Uint8Array.from(kept, (at) => events.mark[at]!),
			outcome: Uint8Array.from(kept, (at) => events.outcome[at]!),
			seq: Uint32Array.from(kept, (at) => events.seq[at]!),
			subject: Uint32Array.from(kept, (at) => events.subject[at]!)
		},
		cycles: placed(cycles),
		quarantines: placed(quarantines),
		labels
	};
}
