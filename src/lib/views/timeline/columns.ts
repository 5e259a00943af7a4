import { MARK_NAMES, OUTCOMES, type MarkName, type Outcome, type TimelineEvents } from './types';

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

/** The events of each lane, in order of time: `index` from `start[lane]` to `start[lane + 1]`. */
export interface ByLane {
	start: Uint32Array;
	index: Uint32Array;
}

export function byLane(events: TimelineEvents, lanes: number): ByLane {
	const start = new Uint32Array(lanes + 1);
	for (let at = 0; at < events.n; at++) start[events.lane[at]! + 1]!++;
	for (let lane = 0; lane < lanes; lane++) start[lane + 1]! += start[lane]!;
	const next = start.slice();
	const index = new Uint32Array(events.n);
	for (let at = 0; at < events.n; at++) {
		const lane = events.lane[at]!;
		index[next[lane]!++] = at;
	}
	return { start, index };
}

/** The first place of a lane's list whose event is at or after a time. */
export function firstFrom(events: TimelineEvents, lanes: ByLane, lane: number, time: number): number {
	let low = lanes.start[lane] ?? 0;
	let high = lanes.start[lane + 1] ?? 0;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (events.at[lanes.index[middle]!]! < time) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The event of a fact; -1 when the fact has no mark. Facts and events ascend together. */
export function eventOfSeq(events: TimelineEvents, seq: number): number {
	let low = 0;
	let high = events.n;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (events.seq[middle]! < seq) low = middle + 1;
		else high = middle;
	}
	return low < events.n && events.seq[low] === seq ? low : -1;
}

export const markName = (events: TimelineEvents, at: number): MarkName => MARK_NAMES[events.mark[at]!] ?? 'other';
export const outcomeName = (events: TimelineEvents, at: number): Outcome => OUTCOMES[events.outcome[at]!] ?? 'none';
