import type { MarkName, Outcome } from '#lib/views/timeline/types';

/** Shape says what, colour says how it went. `success` is only a status: it never stands on the timeline. */
export type Mark = MarkName | 'success';
export type Tone = 'success' | 'skip' | 'warn' | 'failure' | 'ink' | 'accent' | 'quiet';

/** Geometry in a 12 x 12 box; every contour winds the same way, so fill with `evenodd`. */
export const PATHS: Record<Mark, string> = {
	create: 'M6 .5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11ZM5 3v2H3v2h2v2h2V7h2V5H7V3Z',
	update: 'M6 .5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11ZM6 2.75a3.25 3.25 0 1 0 0 6.5a3.25 3.25 0 0 0 0-6.5Z',
	enable: 'M1 1h10v10H1ZM3 3h6v6H3Z',
	disable: 'M1 1h10v10H1ZM3 5h6v2H3Z',
	delete: 'M2.7.5 6 3.8 9.3.5 11.5 2.7 8.2 6l3.3 3.3-2.2 2.2L6 8.2l-3.3 3.3L.5 9.3 3.8 6 .5 2.7Z',
	other: 'M1 5h10v2H1Z',
	skip: 'M6 3a3 3 0 1 0 0 6a3 3 0 0 0 0-6Z',
	staged: 'M6 0l6 6-6 6-6-6ZM6 3.2 8.8 6 6 8.8 3.2 6Z',
	waiting: 'M1.5.5h9v1.8L7.4 6l3.1 3.7v1.8h-9V9.7L4.6 6 1.5 2.3Z',
	failure: 'M6 .5 12 11H0Z',
	command: 'M2 .5h8v6.2L6 11.7 2 6.7Z',
	cue: 'M2.5.5h7v11L6 8.6l-3.5 2.9Z',
	request: 'M1 5h5V2l5 4-5 4V7H1Z',
	success: 'M10.6 1.9 12 3.2 4.8 10.6.2 6.2l1.3-1.4 3.2 3Z'
};

/** The exclamation inside the triangle has room from 16 px on. */
const FAILURE_DETAIL = 'M5.25 4h1.5v3.25h-1.5ZM5.25 8h1.5v1.5h-1.5Z';

/** The path of a mark at a size: below 12 px create and disable lose their inner contour. */
export function markPath(mark: Mark, size: number): string {
	const path = PATHS[mark];
	if (mark === 'failure' && size >= 16) return path + FAILURE_DETAIL;
	if (size < 12 && (mark === 'create' || mark === 'disable')) return path.slice(0, path.indexOf('Z') + 1);
	return path;
}

/** What screen readers and the legend say. */
export const MARK_WORDS: Record<Mark, string> = {
	create: 'Create',
	update: 'Update',
	enable: 'Enable',
	disable: 'Disable',
	delete: 'Delete',
	other: 'Other',
	skip: 'Skip',
	staged: 'Staged',
	waiting: 'Waiting for retry',
	failure: 'Failure',
	command: 'You',
	cue: 'Cue',
	request: 'Request',
	success: 'Success'
};

const OWN_TONE: Partial<Record<Mark, Tone>> = {
	skip: 'skip',
	staged: 'warn',
	waiting: 'warn',
	failure: 'failure',
	command: 'ink',
	cue: 'accent',
	success: 'success'
};

const OUTCOME_TONE: Record<Outcome, Tone> = {
	success: 'success',
	skipped: 'skip',
	warning: 'warn',
	failure: 'failure',
	none: 'quiet'
};

/** A mark's colour: some marks have their own, the rest take the colour of how it went. */
export function toneOf(mark: Mark, outcome: Outcome): Tone {
	return OWN_TONE[mark] ?? OUTCOME_TONE[outcome];
}

/** No two outcomes differ by colour alone: on the timeline and the map a failed action is a triangle, a skip a dot. */
export function shapeOf(mark: MarkName, outcome: Outcome): MarkName {
	if (outcome === 'failure' && mark !== 'command' && mark !== 'waiting') return 'failure';
	if (outcome === 'skipped' && mark !== 'command') return 'skip';
	return mark;
}

/** A status as tables show it: its mark and its word. */
export const STATUS: Record<Exclude<Outcome, 'none'>, { mark: Mark; tone: Tone; word: string }> = {
	success: { mark: 'success', tone: 'success', word: 'Success' },
	skipped: { mark: 'skip', tone: 'skip', word: 'Skipped' },
	warning: { mark: 'staged', tone: 'warn', word: 'Warning' },
	failure: { mark: 'failure', tone: 'failure', word: 'Failure' }
};
