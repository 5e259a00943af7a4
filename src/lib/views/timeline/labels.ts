import { first } from './columns';
import type { Fold } from './scale';
import type { LaidMark } from './merge';
import type { TimelineLabel } from './types';

export interface LaidLabel {
	x: number;
	y: number;
	text: string;
	/** Of the mark whose words they are. */
	seq: number;
}

const GAP = 4;

/**
 * The words right of the person's marks, only where they fit before the next mark, fold or line.
 * They are never cut off and never overlap.
 */
export function labelsOf(
	labels: readonly TimelineLabel[],
	marks: readonly LaidMark[],
	seqOf: (mark: LaidMark) => number,
	folds: readonly Fold[],
	lines: readonly number[],
	measure: (text: string) => number
): LaidLabel[] {
	const placed: LaidLabel[] = [];
	for (const [at, mark] of marks.entries()) {
		const seq = seqOf(mark);
		const label = labels[first(labels.length, (one) => labels[one]!.seq >= seq)];
		const text = mark.count === 1 && label?.seq === seq ? label.text : undefined;
		if (text === undefined) continue;
		const start = mark.x + 10;
		const end = start + measure(text);
		const next = marks[at + 1];
		const free =
			(!next || end + GAP <= next.x - next.width / 2) &&
			folds.every((fold) => end + GAP <= fold.x0 || start >= fold.x1) &&
			lines.every((line) => end + GAP <= line || start >= line);
		if (free) placed.push({ x: start, y: mark.y, text, seq });
	}
	return placed;
}
