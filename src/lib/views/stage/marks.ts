import { MARK_NAMES, OUTCOMES, type MarkName, type Outcome } from '../timeline/types';
import { rowActions, rowStatuses } from '#lib/engine/steps/log-row';
import { rowMark, rowOutcome } from '../row-marks';

/** A mark and its outcome in one number: five bits of mark, the rest outcome. */
export function packMark(mark: MarkName, outcome: Outcome): number {
	return MARK_NAMES.indexOf(mark) | (OUTCOMES.indexOf(outcome) << 5);
}

/** The mark of each kind of log row, by its five lowest bits. */
export const rowMarks = Uint8Array.from({ length: 32 }, (_, packed) => {
	const action = rowActions[packed & 7] ?? 'other';
	const status = rowStatuses[packed >>> 3]!;
	return packMark(rowMark(action, status), rowOutcome(action, status));
});

const changes: readonly (readonly [start: string, mark: MarkName])[] = [
	['created', 'create'],
	['hard-deleted', 'delete'],
	['soft-deleted', 'disable'],
	['restored', 'enable'],
	['sign-in blocked', 'disable'],
	['sign-in unblocked', 'enable']
];

/** What happened to a source object, by the text of its fact. */
export function changeMark(text: string): number {
	const mark = changes.find(([start]) => text.startsWith(start))?.[1] ?? 'update';
	return packMark(mark, 'success');
}

const connectMarks: { readonly [operation: string]: number } = {
	create: packMark('create', 'success'),
	link: packMark('update', 'success'),
	update: packMark('update', 'success'),
	delete: packMark('delete', 'success'),
	staged: packMark('staged', 'warning'),
	fail: packMark('failure', 'failure')
};

/** What Connect did with an account, by the text of its fact. */
export function connectMark(text: string): number {
	return connectMarks[text.split(' ')[0]!] ?? packMark('other', 'none');
}
