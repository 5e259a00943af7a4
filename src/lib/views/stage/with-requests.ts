import type { TimelineEvents } from '../timeline/types';
import type { Timeline } from './timeline';

/** In a window so short, in milliseconds, single requests can be told apart. */
export const NEAR = 60_000;

const columns = ['at', 'lane', 'mark', 'outcome', 'seq', 'subject'] as const;

/** The timeline with single requests among its events. The scale stays that of the events alone. */
export function withRequests(view: Timeline, requests: TimelineEvents): Timeline {
	if (requests.n === 0) return view;
	const { events } = view;
	const order = merged(events, requests);
	const all = { ...events, n: order.length };
	for (const name of columns) {
		const column = new (events[name].constructor as new (length: number) => typeof events.at)(order.length);
		order.forEach((at, place) => (column[place] = at < 0 ? requests[name][-1 - at]! : events[name][at]!));
		all[name] = column as never;
	}
	return { ...view, events: all, base: events };
}

/** Both in the order of the facts: places of events, and of requests as negative numbers. */
function merged(events: TimelineEvents, requests: TimelineEvents): Int32Array {
	const order = new Int32Array(events.n + requests.n);
	let next = 0;
	let place = 0;
	for (let at = 0; at < events.n; at++) {
		while (next < requests.n && requests.seq[next]! < events.seq[at]!) order[place++] = -1 - next++;
		order[place++] = at;
	}
	while (next < requests.n) order[place++] = -1 - next++;
	return order;
}
