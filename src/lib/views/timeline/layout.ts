import { activityOf, BASE } from './activity';
import { barsOf, type Bar } from './bars';
import { cyclesIn, eventOfSeq, eventsIn } from './columns';
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

export interface SceneInput {
	data: TimelineData;
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
	const { data, scale, view, width, clock, axisHeight, phone } = input;
	const { events } = data;
	const offset = offsetOf(scale, view);
	const from = timeOf(scale, offset - MARGIN);
	const to = timeOf(scale, offset + width + MARGIN);
	const places = eventsIn(data, from, to);
	const selected = input.selected === null ? -1 : eventOfSeq(events, input.selected);

	const rows = rowsOf({
		lanes: data.lanes,
		order: data.order,
		busy: busyLanes(data, places.keys(), from, to),
		here: input.here,
		height: input.laneHeight,
		top: axisHeight,
		unfolded: input.quietUnfolded,
		phone
	});
	const marks = rows.flatMap((row) =>
		marksOf({
			events,
			lanes: row.lanes.map((lane) => places.get(lane) ?? []),
			scale,
			offset,
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
				label: spanWords(fold.to - fold.from)
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

function busyLanes(data: TimelineData, marked: Iterable<number>, from: number, to: number): Set<number> {
	const busy = new Set(marked);
	for (const span of [...data.cycles.slice(...cyclesIn(data, from, to)), ...data.quarantines])
		if (span.from <= to && (span.to ?? Infinity) >= from) busy.add(span.lane);
	return busy;
}

function threadPoints(
	{ data: { events }, scale, thread }: SceneInput,
	rows: readonly LaneRow[],
	offset: number,
	marks: readonly LaidMark[]
) {
	return thread.flatMap((seq) => {
		const at = eventOfSeq(events, seq);
		const row = at < 0 ? undefined : rows.find((candidate) => candidate.lanes.includes(events.lane[at]!));
		if (!row) return [];
		const x = marks.find((mark) => mark.first === at)?.x ?? xOf(scale, events.at[at]!) - offset;
		return [{ x, y: row.y + row.height / 2, top: row.y }];
	});
}

/** What a scale is made of. */
export interface Sheet {
	data: TimelineData;
	clock: number;
	/** When an earlier moment is shown: the present. */
	now: number | null;
	/** Where the idle spans begin that the person opened. */
	unfolded?: ReadonlySet<number>;
}

const momentsOf = ({ clock, now }: Sheet) => (now === null ? [clock] : [clock, now]);

/** The scale at a zoom, with the playhead and the present kept out of the folds; or that of a stretch of time alone. */
export function scaleFor(sheet: Sheet, zoom: number, from = -Infinity, to = Infinity): Scale {
	const blocks = activityOf(sheet.data, sheet.clock, from, to);
	const least = Math.min(from, blocks[0]?.from ?? from);
	const most = Math.max(to, blocks.at(-1)?.to ?? to);
	const moments = momentsOf(sheet).filter((moment) => moment >= least && moment <= most);
	return scaleOf(blocks, zoom, moments, sheet.unfolded);
}

/**
 * Of the scale what lies around a time, so many px to the left and to the right: whoever looks at an hour of a year pays
 * for the hour. How long that is depends on its folds, so twice as much is tried until it is enough.
 */
export function scaleAround(sheet: Sheet, zoom: number, time: number, left: number, right: number): Scale {
	const { events, cycles } = sheet.data;
	const moments = momentsOf(sheet);
	const begin = Math.min(...moments, events.at[0] ?? Infinity, cycles[0]?.from ?? Infinity);
	const end = Math.max(...moments, events.at[events.n - 1] ?? 0, cycles.at(-1)?.from ?? 0);
	let before = left / (BASE * zoom);
	let after = right / (BASE * zoom);
	for (;;) {
		const scale = scaleFor(sheet, zoom, time - before, time + after);
		const x = xOf(scale, time);
		const isEnoughLeft = time - before <= begin || x - scale.x[0]! >= left;
		const isEnoughRight = time + after >= end || scale.x.at(-1)! - x >= right;
		if (isEnoughLeft && isEnoughRight) return scale;
		if (!isEnoughLeft) before *= 2;
		if (!isEnoughRight) after *= 2;
	}
}
