import { walker, type Scale } from './scale';
import { MARK_NAMES, OUTCOMES, type TimelineEvents } from './types';

export const MARK_SIZE = 12;
/** Boxes that come closer than this become one pill. */
const NEAR = 3;
/** The selected mark has a ring around it. */
const RING = 24;

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
const REQUEST = code('request');
const NEVER_MERGED = new Set([code('staged'), code('waiting'), code('failure'), code('command'), code('cue'), REQUEST]);
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
		if (last && same && x - MARK_SIZE / 2 - right(last) < NEAR) {
			last.kind = this.kind;
			last.count++;
			last.last = at;
			last.skips &&= skip;
			last.width = this.kind === 'pill' ? pillWidth(last.count) : stackWidth(last.count);
			this.sum += x;
			// A stack keeps the place of its first mark, a pill stands in the middle of what it merged.
			if (this.kind === 'pill') last.x = this.sum / last.count;
			return;
		}
		this.sum = x;
		this.list.push({ kind: 'mark', x, y: this.y, width, first: at, last: at, count: 1, skips: skip });
	}
}

/** A mark that stands alone is moved by this much at most; then it stacks on the one before. */
const YIELD = 16;
/** A pill takes what comes this close behind it rather than push it on. */
const REACH = 40;

/** Adds a mark to one that was placed before; what was placed since moves on by what that one grew. */
function absorb(out: readonly LaidMark[], into: LaidMark, mark: LaidMark, kind: 'pill' | 'stack'): void {
	const start = left(into);
	const before = into.width;
	into.kind = kind;
	into.count += mark.count;
	into.last = mark.last;
	into.skips &&= mark.skips;
	into.width = kind === 'pill' ? pillWidth(into.count) : stackWidth(into.count);
	if (kind === 'pill') into.x = start + into.width / 2;
	for (let at = out.length - 1; out[at] !== into && at >= 0; at--) out[at]!.x += into.width - before;
}

/** Puts merged and single marks beside each other, never over each other: from the left, each gives way to the last. */
function placed(
	merged: readonly LaidMark[],
	alone: readonly LaidMark[],
	keepsApart: (a: number) => number
): LaidMark[] {
	const own = new Set(alone);
	const marks = [...merged, ...alone].sort((a, b) => a.x - b.x || a.first - b.first);
	const out: LaidMark[] = [];
	let pill: LaidMark | undefined;
	let single: LaidMark | undefined;
	for (const mark of marks) {
		const before = out.at(-1);
		const drift = before ? right(before) + 1 - left(mark) : 0;
		if (drift > 0) {
			if (!own.has(mark) && pill && mark.x - pill.x < REACH) {
				absorb(out, pill, mark, 'pill');
				continue;
			}
			const apart = keepsApart(mark.first);
			if (own.has(mark) && single && drift > YIELD && apart >= 0 && apart === keepsApart(single.first)) {
				absorb(out, single, mark, 'stack');
				continue;
			}
			mark.x += drift;
		}
		out.push(mark);
		if (own.has(mark)) single = mark;
		else pill = mark;
	}
	return out;
}

export interface LaneMarks {
	events: TimelineEvents;
	/** The events of each lane of the row in a stretch of time. */
	lanes: readonly (readonly number[])[];
	scale: Scale;
	/** The left edge of the plot on the scale. */
	offset: number;
	y: number;
	/** The selected event; -1: none. */
	selected: number;
}

/** The marks of a row in a stretch of time, merged where they would touch: many events cost one pass, no objects. */
export function marksOf({ events, lanes, scale, offset, y, selected }: LaneMarks): LaidMark[] {
	const merged = new Run('pill', y);
	const alone = new Run('stack', y);
	let aloneMark = -1;
	for (const lane of lanes) {
		const walk = walker(scale);
		for (const at of lane) {
			const x = walk(events.at[at]!) - offset;
			if (standsAlone(events, at, selected)) {
				const isSame = aloneMark === events.mark[at]! && aloneMark !== REQUEST;
				const same = isSame && at !== selected && alone.list.at(-1)?.last !== selected;
				alone.add(x, at, false, same, at === selected ? RING : MARK_SIZE);
				aloneMark = events.mark[at]!;
			} else merged.add(x, at, events.outcome[at] === SKIPPED, true);
		}
	}
	// Requests stand side by side, however close: whoever sees them wants to see each.
	return placed(merged.list, alone.list, (at) =>
		at === selected || events.mark[at] === REQUEST ? -1 : events.mark[at]!
	);
}
