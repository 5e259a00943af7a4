import { first, reachOf } from '../timeline/columns';
import type { TimelineData, TimelineEvents, TimelineLane } from '../timeline/types';
import type { Timeline } from './timeline';

const columns = ['at', 'lane', 'mark', 'outcome', 'seq', 'subject'] as const;

/**
 * What a page has up to a fact, and what is new since: together as if all had been asked for. What there is already
 * grows, and is not copied: an answer costs what it brings.
 */
export function joined(before: Timeline, more: Timeline): Timeline {
	const { since, labels } = more;
	if (since === 0 || since > before.until) return more;
	const known = before.labels.slice(
		0,
		first(before.labels.length, (at) => before.labels[at]!.seq >= since)
	);
	return {
		...more,
		since: before.since,
		events: appended(before.events, more.events, since),
		...goneOn(before, more),
		labels: [...known, ...labels]
	};
}

/** So many places are remembered of those up to which a page was told; of older ones every other. */
const PLACES = 64;

/** Up to where a page was told, time and again: an undo goes back behind the last place, and what is before it stays. */
export class Told {
	#places: { readonly since: number; readonly mark: number }[] = [];

	/** From where to ask on when the last fact is this one. */
	before(end: number): { readonly since: number; readonly mark: number } | undefined {
		return this.#places.findLast(({ since }) => since <= end);
	}

	add({ since, until, mark }: Timeline): void {
		const places = since === 0 ? [] : this.#places.filter((place) => place.since <= since);
		this.#places = places.length < PLACES ? places : places.filter((_, at) => at % 2 || at > PLACES / 2);
		this.#places.push({ since: until, mark });
	}
}

/** The events behind those that came before a fact; the arrays double when they are full. */
function appended(before: TimelineEvents, more: TimelineEvents, since: number): TimelineEvents {
	const known = first(before.n, (at) => before.seq[at]! >= since);
	const n = known + more.n;
	const events = { ...before, n };
	for (const name of columns) {
		let column = before[name];
		if (column.length < n) {
			column = new (column.constructor as new (length: number) => typeof column)(Math.max(n, column.length * 2));
			column.set(before[name].subarray(0, known));
		}
		column.set(more[name].subarray(0, more.n), known);
		events[name] = column as never;
	}
	return events;
}

/** The cycles with those that go on or are new: planned ones are always told anew. */
function goneOn({ cycles, reach }: Timeline, { cycles: newer, since }: Timeline): Pick<Timeline, 'cycles' | 'reach'> {
	const told = new Set(newer.map(({ seq }) => seq));
	const from = newer[0]?.from ?? Infinity;
	const settled = first(
		cycles.length,
		(at) => reach[at] === Infinity || cycles[at]!.from >= from || cycles[at]!.seq >= since
	);
	const open = cycles.splice(settled).filter(({ state, seq }) => state !== 'planned' && seq < since && !told.has(seq));
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
