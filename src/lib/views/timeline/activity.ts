import { first, shownIn } from './columns';
import { HOUR, MINUTE } from './words';
import type { TimelineData } from './types';

/** Pixels a millisecond of ordinary time at zoom 1: 20 minutes are 100 px. */
export const BASE = 100 / (20 * MINUTE);

/** A span in which something happens. Between two of them time is idle. */
export interface Block {
	from: number;
	to: number;
	/** Time inside a cycle is stretched, so that its marks have room. */
	stretch: number;
	/** Pixels that the words of the last command need after the block. */
	label: number;
}

/** Events that are closer than this are one block: a shorter idle span is never worth a fold. */
const CLOSE = 2 * MINUTE;
const ROOM_PER_MARK = 24;
const LEAST_ROOM = 44;
const MOST_ROOM = 420;
/** So many marks get their whole room; of more, most will be pills. */
const WHOLE = 8;
const ROOM_PER_MORE = 6;
const PLANNED_ROOM = 60;
/** A planned cycle whose end nobody knows. */
const PLANNED_LENGTH = MINUTE;

function roomFor(marks: number): number {
	const more = Math.max(0, marks - WHOLE);
	return Math.min(MOST_ROOM, (marks - more) * ROOM_PER_MARK + more * ROOM_PER_MORE);
}

/** How many events and how many cycles begin before a time. */
function before({ events, cycles }: TimelineData, time: number): [events: number, cycles: number] {
	return [first(events.n, (at) => events.at[at]! >= time), first(cycles.length, (at) => cycles[at]!.from >= time)];
}

/** Where the last block before a time begins, or an earlier one: what is before that has no part in what comes after. */
function beginning(data: TimelineData, time: number): number {
	const { events, cycles, reach } = data;
	let [event, cycle] = before(data, time);
	const last = Math.max(events.at[event - 1] ?? -Infinity, cycles[cycle - 1]?.from ?? -Infinity);
	[event, cycle] = before(data, last);
	while (cycles[cycle]?.from === last) cycle++;
	const ended = reach[cycle - 1] ?? -Infinity;
	if (last > ended) {
		const isNear = () => events.at[event]! - events.at[event - 1]! < CLOSE && events.at[event - 1]! > ended;
		while (event > 0 && isNear()) event--;
		return events.at[event]!;
	}
	while (cycle > 1 && reach[cycle - 2]! >= cycles[cycle - 1]!.from) cycle--;
	return cycles[cycle - 1]?.from ?? last;
}

/**
 * Where something happens, in order and without overlap: the cycles, and what happens between them. Of a stretch of time
 * these are its blocks, each of them whole, and those beside it.
 */
export function activityOf(all: TimelineData, clock: number, from = -Infinity, to = Infinity): Block[] {
	const data = all.base ? { ...all, events: all.base } : all;
	const { events, cycles } = data;
	const shown = shownIn(data);
	const blocks: Block[] = [];
	let [event, cycle] = before(data, beginning(data, from));
	const nextEvent = () => {
		while (event < events.n && !shown[events.lane[event]!]) event++;
		return event < events.n ? events.at[event]! : Infinity;
	};
	const nextCycle = () => {
		while (cycle < cycles.length && !shown[cycles[cycle]!.lane]) cycle++;
		return cycles[cycle]?.from ?? Infinity;
	};
	for (let start = -Infinity; start <= to;) {
		start = Math.min(nextEvent(), nextCycle());
		if (start === Infinity) break;
		const block = { from: start, to: start, stretch: 1, label: 0 };
		const began = event;
		let room = 0;
		for (let next = nextCycle(); next <= block.to; next = nextCycle()) {
			const { to: ended, state } = cycles[cycle++]!;
			const isPlanned = state === 'planned';
			room = Math.max(room, isPlanned ? PLANNED_ROOM : LEAST_ROOM);
			block.to = Math.max(block.to, ended ?? (isPlanned ? next + PLANNED_LENGTH : clock), next + 1);
		}
		if (room) event = first(events.n, (at) => events.at[at]! > block.to);
		else
			for (let next = start; next < nextCycle() && next - block.to < CLOSE; next = nextEvent()) {
				block.to = next;
				event++;
			}
		giveRoom(block, room, marksIn(data, shown, began, event));
		blocks.push(block);
	}
	giveLabels(blocks, data);
	return blocks;
}

/** How many marks the fullest lane has of some events, as far as it matters. */
function marksIn({ events, lanes }: TimelineData, shown: readonly boolean[], from: number, to: number): number {
	const counts = new Uint32Array(lanes.length);
	let most = 0;
	for (let at = from; at < to && roomFor(most) < MOST_ROOM; at++) {
		const lane = events.lane[at]!;
		if (shown[lane]) most = Math.max(most, ++counts[lane]!);
	}
	return most;
}

/** Stretches a block until the fullest of its lanes has room for its marks: also commands given while the clock stood. */
function giveRoom(block: Block, room: number, marks: number): void {
	const wanted = Math.max(room, roomFor(room ? marks : marks - 1));
	if (block.to > block.from) block.stretch = Math.max(1, wanted / ((block.to - block.from) * BASE));
}

function giveLabels(blocks: Block[], { labels }: TimelineData): void {
	let at = 0;
	const [begin, end] = [blocks[0]?.from ?? 0, (blocks.at(-1)?.to ?? 0) + HOUR];
	for (let next = first(labels.length, (one) => labels[one]!.at >= begin); next < labels.length; next++) {
		const label = labels[next]!;
		if (label.at > end) break;
		while (at < blocks.length - 1 && blocks[at + 1]!.from <= label.at) at++;
		const block = blocks[at]!;
		if (label.at >= block.from && label.at <= block.to + HOUR)
			block.label = Math.min(170, 26 + 6.6 * label.text.length);
	}
}
