import type { TimelineCycle, TimelineData, TimelineEvents } from '../timeline/types';
import type { Timeline } from './timeline';

const columns = ['at', 'lane', 'mark', 'outcome', 'seq', 'subject'] as const;

/** What a page has, and what is new since: together as if all had been asked for. */
export function joined(before: Timeline, more: Timeline): Timeline {
	if (more.since === 0 || more.since !== before.until) return more;
	return {
		...more,
		since: before.since,
		events: appended(before.events, more.events),
		cycles: [...before.cycles.filter(isSettled(more.cycles)), ...more.cycles],
		labels: [...before.labels, ...more.labels]
	};
}

/** The events behind those that are there already; the arrays double when they are full. */
function appended(before: TimelineEvents, more: TimelineEvents): TimelineEvents {
	const n = before.n + more.n;
	const events = { ...before, n };
	for (const name of columns) {
		let column = before[name];
		if (column.length < n) {
			column = new (column.constructor as new (length: number) => typeof column)(Math.max(n, column.length * 2));
			column.set(before[name].subarray(0, before.n));
		}
		column.set(more[name].subarray(0, more.n), before.n);
		events[name] = column as never;
	}
	return events;
}

/** Bars that the newer answer does not tell anew: planned ones always are. */
function isSettled(newer: readonly TimelineCycle[]): (bar: TimelineCycle) => boolean {
	const told = new Set(newer.map(({ seq }) => seq));
	return ({ state, seq }) => state !== 'planned' && !told.has(seq);
}

/** Which lanes somebody wants to see: those that are hidden, and those that stand first and never fold. */
export interface LaneChoice {
	readonly hidden: readonly string[];
	readonly pinned: readonly string[];
}

const everything: LaneChoice = { hidden: [], pinned: [] };

/** With the lanes in the order in which they are drawn, pinned ones behind You, and without those that are hidden. */
export function inOrder(view: Timeline, { hidden, pinned }: LaneChoice = everything): TimelineData {
	const idOf = (lane: number) => view.lanes[lane]!.id;
	const isPinned = (lane: number) => pinned.includes(idOf(lane)) && view.lanes[lane]!.kind !== 'you';
	const shown = view.order.filter((lane) => view.lanes[lane]!.kind === 'you' || !hidden.includes(idOf(lane)));
	const rank = (lane: number) => (view.lanes[lane]!.kind === 'you' ? 0 : isPinned(lane) ? 1 : 2);
	const order = shown.toSorted((a, b) => rank(a) - rank(b));
	const place = new Int32Array(view.lanes.length).fill(-1);
	order.forEach((lane, at) => (place[lane] = at));
	const placed = <T extends { lane: number }>(rows: readonly T[]) =>
		rows.filter((row) => place[row.lane]! >= 0).map((row) => ({ ...row, lane: place[row.lane]! }));
	return {
		lanes: order.map((at) => (isPinned(at) ? { ...view.lanes[at]!, pinned: true } : view.lanes[at]!)),
		events: onLanes(view.events, place),
		base: view.base && onLanes(view.base, place),
		cycles: placed(view.cycles),
		quarantines: placed(view.quarantines),
		labels: view.labels
	};
}

/** The events on their new lanes; what stands on a lane that is not drawn is left out. */
function onLanes(events: TimelineEvents, place: Int32Array): TimelineEvents {
	const lane = new Uint16Array(events.n);
	let n = 0;
	for (let at = 0; at < events.n; at++) if (place[events.lane[at]!]! >= 0) lane[n++] = place[events.lane[at]!]!;
	if (n === events.n) return { ...events, lane };
	const kept = { ...events, n, lane };
	for (const name of columns) {
		if (name === 'lane') continue;
		const column = events[name].slice(0, n);
		for (let at = 0, to = 0; at < events.n; at++) if (place[events.lane[at]!]! >= 0) column[to++] = events[name][at]!;
		kept[name] = column as never;
	}
	return kept;
}
