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
	const told = new Set(newer.map(({ lane, seq }) => `${lane} ${seq}`));
	return ({ state, lane, seq }) => state !== 'planned' && !told.has(`${lane} ${seq}`);
}

/** With the lanes in the order in which they are drawn, and only those. */
export function inOrder(view: Timeline): TimelineData {
	const place = new Int32Array(view.lanes.length).fill(-1);
	view.order.forEach((lane, at) => (place[lane] = at));
	const { events } = view;
	const lane = new Uint16Array(events.n);
	for (let at = 0; at < events.n; at++) lane[at] = Math.max(0, place[events.lane[at]!]!);
	const placed = <T extends { lane: number }>(rows: readonly T[]) =>
		rows.filter((row) => place[row.lane]! >= 0).map((row) => ({ ...row, lane: place[row.lane]! }));
	return {
		lanes: view.order.map((at) => view.lanes[at]!),
		events: { ...events, lane },
		cycles: placed(view.cycles),
		quarantines: placed(view.quarantines),
		labels: view.labels
	};
}
