import { activityOf, type Block } from './activity';
import { barsOf, type Bar } from './bars';
import { byLane, eventOfSeq, firstFrom, type ByLane } from './columns';
import { labelsOf, type LaidLabel } from './labels';
import { rowsOf, type LaneRow } from './lanes';
import { lastingLines, lastingWords, type LaidWords, type LastingLine } from './lasting';
import { marksOf, type LaidMark } from './merge';
import { foldsIn, scaleOf, timeOf, xOf, type Fold, type Scale } from './scale';
import { threadOf, type ThreadLine } from './thread';
import { ticksIn, type Tick } from './ticks';
import { dayWords, spanWords } from './words';
import { offsetOf, type View } from './view';
import type { TimelineData } from './types';

/** What does not depend on zoom and place: made once for a block of data. */
export interface Prepared {
	data: TimelineData;
	lanes: ByLane;
	blocks: Block[];
}

/** `lanes` may be reused while only the clock moved. */
export function prepare(
	data: TimelineData,
	clock: number,
	lanes: ByLane = byLane(data.events, data.lanes.length)
): Prepared {
	return { data, lanes, blocks: activityOf(data.base ? { ...data, events: data.base } : data, clock) };
}

export interface SceneInput {
	prepared: Prepared;
	scale: Scale;
	view: View;
	/** Of the plot: without the names. */
	width: number;
	clock: number;
	/** When an earlier moment is shown: the present. */
	now: number | null;
	here: string | null;
	/** The selected fact, and the facts that led to it, the cause first. */
	selected: number | null;
	thread: readonly number[];
	laneHeight: number;
	axisHeight: number;
	quietUnfolded: boolean;
	phone: boolean;
	measure: (text: string) => number;
}

export interface LaidFold extends Fold {
	label: string;
	/** Where the idle span begins: its name for unfolding. */
	idle: number;
}

/** The picture in px of the plot, ready to be drawn, hit and read out. */
export interface Scene {
	width: number;
	height: number;
	axisHeight: number;
	rows: LaneRow[];
	folds: LaidFold[];
	ticks: Tick[];
	bars: Bar[];
	lasting: LastingLine[];
	/** What stands on them. */
	lastingWords: LaidWords[];
	marks: LaidMark[];
	labels: LaidLabel[];
	thread: ThreadLine[];
	selected: LaidMark | null;
	playhead: number;
	now: number | null;
	date: string;
}

/** What is beyond the edges by this much is laid out as well: pills reach over them. */
const MARGIN = 60;

export function layout(input: SceneInput): Scene {
	const { prepared, scale, view, width, clock, axisHeight, phone } = input;
	const { data, lanes, blocks } = prepared;
	const { events } = data;
	const offset = offsetOf(scale, view);
	const from = timeOf(scale, offset - MARGIN);
	const to = timeOf(scale, offset + width + MARGIN);
	const selected = input.selected === null ? -1 : eventOfSeq(events, input.selected);

	const rows = rowsOf({
		lanes: data.lanes,
		busy: busyLanes(prepared, from, to),
		here: input.here,
		height: input.laneHeight,
		top: axisHeight,
		unfolded: input.quietUnfolded,
		phone
	});
	const marks = rows.flatMap((row) =>
		marksOf({
			events,
			byLane: lanes,
			lanes: row.lanes,
			scale,
			offset,
			from,
			to,
			y: row.y + row.height / 2,
			selected
		})
	);
	const folds = phone
		? []
		: foldsIn(scale, offset - MARGIN, offset + width + MARGIN).map((fold) => ({
				...fold,
				x0: fold.x0 - offset,
				x1: fold.x1 - offset,
				label: spanWords(fold.to - fold.from),
				idle: idleStart(blocks, [clock, input.now ?? clock], fold.from)
			}));
	const playhead = xOf(scale, clock) - offset;
	const now = input.now === null ? null : xOf(scale, input.now) - offset;
	const bars = barsOf(data, rows, scale, view, clock, width);
	const lasting = lastingLines(data.quarantines, rows, scale, view, clock, width);
	const you = marks.filter((mark) => data.lanes[events.lane[mark.first]!]?.kind === 'you');

	return {
		width,
		height: (rows.at(-1)?.y ?? axisHeight) + (rows.at(-1)?.height ?? 0),
		axisHeight,
		rows,
		folds,
		ticks: phone ? [] : ticksIn(scale, offset, offset + width).map((tick) => ({ ...tick, x: tick.x - offset })),
		bars,
		lasting,
		lastingWords: lastingWords(lasting, { marks, bars, folds, playhead, width, measure: input.measure }),
		marks,
		labels: phone
			? []
			: labelsOf(
					data.labels,
					you,
					(mark) => events.seq[mark.first]!,
					folds,
					now === null ? [playhead] : [playhead, now],
					input.measure
				),
		// One lane has no room for it.
		thread: phone ? [] : threadOf(threadPoints(input, rows, offset, marks)),
		selected: marks.find((mark) => mark.first === selected) ?? null,
		playhead,
		now,
		date: dayWords(timeOf(scale, offset), clock)
	};
}

function busyLanes({ data, lanes }: Prepared, from: number, to: number): Set<number> {
	const busy = new Set<number>();
	for (const lane of data.lanes.keys()) {
		const place = firstFrom(data.events, lanes, lane, from);
		if (place < (lanes.start[lane + 1] ?? 0) && data.events.at[lanes.index[place]!]! <= to) busy.add(lane);
	}
	for (const span of [...data.cycles, ...data.quarantines])
		if (span.from <= to && (span.to ?? Infinity) >= from) busy.add(span.lane);
	return busy;
}

/** The end of what happened before a fold: the same number that the scale knows the idle span by. */
function idleStart(blocks: readonly Block[], moments: readonly number[], from: number): number {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (blocks[middle]!.to <= from) low = middle + 1;
		else high = middle;
	}
	return Math.max(blocks[low - 1]?.to ?? -Infinity, ...moments.filter((moment) => moment <= from));
}

function threadPoints(
	{ prepared, scale, thread }: SceneInput,
	rows: readonly LaneRow[],
	offset: number,
	marks: readonly LaidMark[]
) {
	const { events } = prepared.data;
	return thread.flatMap((seq) => {
		const at = eventOfSeq(events, seq);
		const row = at < 0 ? undefined : rows.find((candidate) => candidate.lanes.includes(events.lane[at]!));
		if (!row) return [];
		const x = marks.find((mark) => mark.first === at)?.x ?? xOf(scale, events.at[at]!) - offset;
		return [{ x, y: row.y + row.height / 2, top: row.y }];
	});
}

/** The scale for a zoom, with the playhead and the present kept out of the folds. */
export function scaleFor(
	prepared: Prepared,
	zoom: number,
	clock: number,
	now: number | null,
	unfolded: ReadonlySet<number>
): Scale {
	return scaleOf(prepared.blocks, zoom, now === null ? [clock] : [clock, now], unfolded);
}
