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

/** With the least px that it needs. */
interface RoomyBlock extends Block {
	room: number;
}

/** The cycles as blocks; those that overlap are one. */
function cycleBlocks(data: TimelineData, clock: number): RoomyBlock[] {
	const blocks: RoomyBlock[] = [];
	for (const { from, to: ended, state } of data.cycles.toSorted((a, b) => a.from - b.from)) {
		const isPlanned = state === 'planned';
		const room = isPlanned ? PLANNED_ROOM : LEAST_ROOM;
		const to = Math.max(ended ?? (isPlanned ? from + PLANNED_LENGTH : clock), from + 1);
		const last = blocks.at(-1);
		if (last && from <= last.to) {
			last.to = Math.max(last.to, to);
			last.room = Math.max(last.room, room);
		} else blocks.push({ from, to, stretch: 1, label: 0, room });
	}
	return blocks;
}

function roomFor(marks: number): number {
	const more = Math.max(0, marks - WHOLE);
	return Math.min(MOST_ROOM, (marks - more) * ROOM_PER_MARK + more * ROOM_PER_MORE);
}

/** Stretches each block until the fullest of its lanes has room for its marks: also commands given while the clock stood. */
function giveRoom(blocks: readonly RoomyBlock[], { events, lanes }: TimelineData): void {
	const counts = new Uint32Array(lanes.length);
	let at = 0;
	for (const block of blocks) {
		while (at < events.n && events.at[at]! < block.from) at++;
		counts.fill(0);
		let most = 0;
		for (; at < events.n && events.at[at]! <= block.to; at++) {
			const lane = events.lane[at]!;
			counts[lane] = counts[lane]! + 1;
			most = Math.max(most, counts[lane]!);
		}
		const room = Math.max(block.room, roomFor(block.room ? most : most - 1));
		if (block.to > block.from) block.stretch = Math.max(1, room / ((block.to - block.from) * BASE));
	}
}

/** Where something happens, in order and without overlap: the cycles, and what happens between them. */
export function activityOf(data: TimelineData, clock: number): Block[] {
	const cycles = cycleBlocks(data, clock);
	const blocks: RoomyBlock[] = [];
	let next = 0;
	let loose: RoomyBlock | undefined;
	const close = () => {
		if (loose) blocks.push(loose);
		loose = undefined;
	};
	for (let at = 0; at < data.events.n; at++) {
		const time = data.events.at[at]!;
		while (next < cycles.length && cycles[next]!.from <= time) {
			close();
			blocks.push(cycles[next++]!);
		}
		const last = blocks.at(-1);
		if (last && time <= last.to) continue;
		if (loose && time - loose.to < CLOSE) loose.to = time;
		else {
			close();
			loose = { from: time, to: time, stretch: 1, label: 0, room: 0 };
		}
	}
	close();
	blocks.push(...cycles.slice(next));
	giveRoom(blocks, data);
	giveLabels(blocks, data);
	return blocks;
}

function giveLabels(blocks: Block[], data: TimelineData): void {
	let at = 0;
	for (const label of data.labels) {
		while (at < blocks.length - 1 && blocks[at + 1]!.from <= label.at) at++;
		const block = blocks[at];
		if (block && label.at >= block.from && label.at <= block.to + HOUR)
			block.label = Math.min(170, 26 + 6.6 * label.text.length);
	}
}
