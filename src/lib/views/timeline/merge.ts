import { firstFrom, type ByLane } from './columns';
import { walker, type Scale } from './scale';
import { MARK_NAMES, OUTCOMES, type TimelineEvents } from './types';

export const MARK_SIZE = 12;
/** Boxes that come closer than this become one pill. */
const NEAR = 3;
/** The selected mark has a ring around it. */
const RING = 24;
export const PILL_HEIGHT = 14;
export const pillWidth = (count: number): number => 10 + 7 * String(count).length;

/** One thing on a lane: a mark, several merged into a pill, or marks that never merge, stacked with their count. */
export interface LaidMark {
	kind: 'mark' | 'pill' | 'stack';
	/** Middle, px of the plot. */
	x: number;
	y: number;
	/** Whole width, the count of a stack included. */
	width: number;
	/** The first and the last event that it stands for. */
	first: number;
	last: number;
	count: number;
	/** A pill of skips alone is quiet. */
	skips: boolean;
}

const code = (name: (typeof MARK_NAMES)[number]) => MARK_NAMES.indexOf(name);
const NEVER_MERGED = new Set([code('staged'), code('waiting'), code('failure'), code('command'), code('cue')]);
const WARNING = OUTCOMES.indexOf('warning');
const FAILED = OUTCOMES.indexOf('failure');
const SKIPPED = OUTCOMES.indexOf('skipped');

/** Failure, staged, waiting, the selected and the person's marks keep their own shape. */
function standsAlone(events: TimelineEvents, at: number, selected: number): boolean {
	const outcome = events.outcome[at]!;
	return NEVER_MERGED.has(events.mark[at]!) || outcome === WARNING || outcome === FAILED || at === selected;
}

const left = (mark: LaidMark) => mark.x - (mark.kind === 'stack' ? MARK_SIZE : mark.width) / 2;
const right = (mark: LaidMark) => left(mark) + mark.width;
const stackWidth = (count: number) => MARK_SIZE + 2 + 7 * String(count).length;

/** A mark that stands alone gives way to its neighbour by this much at most; then they stack. */
const YIELD = 20;

/** A run of neighbours that grows while the next one comes too close. */
class Run {
	readonly list: LaidMark[] = [];
	private sum = 0;
	constructor(
		private readonly kind: 'pill' | 'stack',
		private readonly y: number
	) {}

	add(x: number, at: number, skip: boolean, same: boolean, width = MARK_SIZE): void {
		const last = this.list.at(-1);
		const gap = last ? x - MARK_SIZE / 2 - right(last) : Infinity;
		if (last && gap < NEAR && (same || gap < -YIELD)) {
			last.kind = this.kind;
			last.count++;
			last.last = at;
			last.skips &&= skip;
			this.sum += x;
			last.width = this.kind === 'pill' ? pillWidth(last.count) : stackWidth(last.count);
			const before = this.list.at(-2);
			// A stack keeps the place of its first mark, a pill stands in the middle of what it merged.
			if (this.kind === 'pill') {
				const middle = this.sum / last.count;
				last.x = before ? Math.max(middle, right(before) + NEAR + last.width / 2) : middle;
			}
			return;
		}
		// What must not merge stands beside its neighbour, not over it.
		const place = this.kind === 'stack' && last ? Math.max(x, right(last) + 1 + width / 2) : x;
		this.sum = x;
		const one: LaidMark = {
			kind: 'mark',
			x: place,
			y: this.y,
			width,
			first: at,
			last: at,
			count: 1,
			skips: skip
		};
		this.list.push(one);
	}
}

/** Moves a mergeable mark off the marks that stand alone, to the side where less is in the way. */
function clear(marks: LaidMark[], alone: readonly LaidMark[]): void {
	let next = 0;
	for (const [at, mark] of marks.entries()) {
		while (next < alone.length && right(alone[next]!) < left(mark)) next++;
		const other = alone[next];
		if (!other || mark.kind !== 'pill' || left(other) > right(mark)) continue;
		const before = marks[at - 1];
		const shifted = left(other) - 1 - mark.width / 2;
		const free = (!before || right(before) < shifted - mark.width / 2) && mark.x <= other.x;
		if (free) mark.x = shifted;
		else mark.x = right(other) + 1 + mark.width / 2;
	}
}

export interface LaneMarks {
	events: TimelineEvents;
	byLane: ByLane;
	lanes: readonly number[];
	scale: Scale;
	/** The left edge of the plot on the scale. */
	offset: number;
	from: number;
	to: number;
	y: number;
	/** The selected event; -1: none. */
	selected: number;
}

/** The marks of a row in a stretch of time, merged where they would touch: many events cost one pass, no objects. */
export function marksOf({ events, byLane, lanes, scale, offset, from, to, y, selected }: LaneMarks): LaidMark[] {
	const merged = new Run('pill', y);
	const alone = new Run('stack', y);
	let aloneMark = -1;
	for (const lane of lanes) {
		const walk = walker(scale);
		const end = byLane.start[lane + 1] ?? 0;
		for (let place = firstFrom(events, byLane, lane, from); place < end; place++) {
			const at = byLane.index[place]!;
			const time = events.at[at]!;
			if (time > to) break;
			const x = walk(time) - offset;
			if (standsAlone(events, at, selected)) {
				const same = aloneMark === events.mark[at]! && at !== selected && alone.list.at(-1)?.last !== selected;
				alone.add(x, at, false, same, at === selected ? RING : MARK_SIZE);
				aloneMark = events.mark[at]!;
			} else merged.add(x, at, events.outcome[at] === SKIPPED, true);
		}
	}
	clear(merged.list, alone.list);
	return [...merged.list, ...alone.list].sort((a, b) => a.x - b.x || a.first - b.first);
}
