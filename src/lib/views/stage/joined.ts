import { first, reachOf } from '../timeline/columns';
import type { TimelineData, TimelineEvents, TimelineLane } from '../timeline/types';
import type { Timeline } from './timeline';

const columns = ['at', 'lane', 'mark', 'outcome', 'seq', 'subject'] as const;

/**
 * What a page has, and what is new since: together as if all had been asked for. What there is already grows, and is not
 * copied: an answer costs what it brings.
 */
export function joined(before: Timeline, more: Timeline): Timeline {
	if (more.since === 0 || more.since !== before.until) return more;
	return {
		...more,
		since: before.since,
		events: appended(before.events, more.events),
		...goneOn(before, more),
		labels: more.labels.length > 0 ? [...before.labels, ...more.labels] : before.labels
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

/** The cycles with those that go on or are new: planned ones are always told anew. */
function goneOn({ cycles, reach }: Timeline, { cycles: newer }: Timeline): Pick<Timeline, 'cycles' | 'reach'> {
	const told = new Set(newer.map(({ seq }) => seq));
	const from = newer[0]?.from ?? Infinity;
	const settled = first(cycles.length, (at) => reach[at] === Infinity || cycles[at]!.from >= from);
	const open = cycles.splice(settled).filter(({ state, seq }) => state !== 'planned' && !told.has(seq));
	for (const bar of [...open, ...newer].sort((a, b) => a.from - b.from || a.seq - b.seq)) cycles.push(bar);
	reach.length = settled;
	return { cycles, reach: reachOf(cycles, reach) };
}

/** Which lanes somebody wants to see: those that are hidden, and those that stand first and never fold. */
export interface LaneChoice {
	readonly hidden: readonly string[];
	readonly pinned: readonly string[];
}

const everything: LaneChoice = { hidden: [], pinned: [] };

/** With pinned lanes behind You, and without those that are hidden. */
export function inOrder(view: Timeline, { hidden, pinned }: LaneChoice = everything): TimelineData {
	const rankOf = ({ kind, id }: TimelineLane) => (kind === 'you' ? 0 : pinned.includes(id) ? 1 : 2);
	const lanes = view.lanes.map((lane) => (rankOf(lane) === 1 ? { ...lane, pinned: true } : lane));
	const isShown = ({ kind, id }: TimelineLane) => kind === 'you' || !hidden.includes(id);
	const shown = view.order.filter((lane) => isShown(lanes[lane]!));
	return { ...view, lanes, order: shown.toSorted((a, b) => rankOf(lanes[a]!) - rankOf(lanes[b]!)) };
}
