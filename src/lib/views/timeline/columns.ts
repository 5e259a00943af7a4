import {
	MARK_NAMES,
	OUTCOMES,
	type MarkName,
	type Outcome,
	type TimelineCycle,
	type TimelineData,
	type TimelineEvents
} from './types';

export interface TimelineEvent {
	at: number;
	lane: number;
	mark: MarkName;
	outcome: Outcome;
	seq: number;
	subject?: number;
}

export function emptyEvents(room = 1024): TimelineEvents {
	return {
		n: 0,
		at: new Float64Array(room),
		lane: new Uint16Array(room),
		mark: new Uint8Array(room),
		outcome: new Uint8Array(room),
		seq: new Uint32Array(room),
		subject: new Uint32Array(room)
	};
}

/** Appends an event in place. Events come in the order of their time; the arrays double when they are full. */
export function pushEvent(events: TimelineEvents, event: TimelineEvent): void {
	const { n } = events;
	if (n === events.at.length) {
		const more = emptyEvents(Math.max(16, n * 2));
		for (const name of ['at', 'lane', 'mark', 'outcome', 'seq', 'subject'] as const) more[name].set(events[name]);
		Object.assign(events, more);
	}
	events.at[n] = event.at;
	events.lane[n] = event.lane;
	events.mark[n] = MARK_NAMES.indexOf(event.mark);
	events.outcome[n] = OUTCOMES.indexOf(event.outcome);
	events.seq[n] = event.seq;
	events.subject[n] = event.subject ?? 0;
	events.n = n + 1;
}

/** The first of `n` places for which something holds that holds for all behind it too; `n`: there is none. */
export function first(n: number, holds: (place: number) => boolean): number {
	let low = 0;
	let high = n;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The places of what is drawn on each lane in a stretch of time, by the number of the lane. */
export function eventsIn({ events }: TimelineData, from: number, to: number): Map<number, number[]> {
	const places = new Map<number, number[]>();
	for (let at = first(events.n, (one) => events.at[one]! >= from); at < events.n && events.at[at]! <= to; at++) {
		const lane = events.lane[at]!;
		const there = places.get(lane);
		if (there) there.push(at);
		else places.set(lane, [at]);
	}
	return places;
}

/** The places of the cycles that last in a stretch of time, and of few more. */
export function cyclesIn({ cycles, reach }: TimelineData, from: number, to: number): [first: number, end: number] {
	return [first(cycles.length, (at) => reach[at]! >= from), first(cycles.length, (at) => cycles[at]!.from > to)];
}

/** How far each cycle and all that began before it reach, from a place on; what has not ended reaches for ever. */
export function reachOf(cycles: readonly TimelineCycle[], reach: number[] = []): number[] {
	for (let at = reach.length; at < cycles.length; at++)
		reach.push(Math.max(cycles[at]!.to ?? Infinity, reach[at - 1] ?? 0));
	return reach;
}

/** Which lanes are drawn. */
export function shownIn({ order }: TimelineData): boolean[] {
	const shown: boolean[] = [];
	for (const lane of order) shown[lane] = true;
	return shown;
}

/** The event of a fact; -1 when the fact has no mark. Facts and events ascend together. */
export function eventOfSeq({ n, seq: seqs }: TimelineEvents, seq: number): number {
	const at = first(n, (place) => seqs[place]! >= seq);
	return at < n && seqs[at] === seq ? at : -1;
}

export const markName = (events: TimelineEvents, at: number): MarkName => MARK_NAMES[events.mark[at]!] ?? 'other';
export const outcomeName = (events: TimelineEvents, at: number): Outcome => OUTCOMES[events.outcome[at]!] ?? 'none';
