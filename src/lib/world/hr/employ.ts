import type { Seq } from '#lib/engine/base';
import { employmentsOf, ownEmployment, type Employment } from '#lib/hr/employments';
import type { Simulation } from '../simulation';
import type { WorkerRow } from '../tables/hr';
import { writeWorker } from './change';

/** The worker without an end, however it was entered. */
export function withoutEnd(row: WorkerRow): WorkerRow {
	const { unended: _gone, ...rest } = row;
	return { ...rest, lastDay: null };
}

/** H-158: the same person gets an employment more, with a user entity of its own; the one of before stays in the list. */
export function employAgain(
	sim: Simulation,
	before: WorkerRow,
	after: WorkerRow,
	lastDay: string,
	what: string,
	cause: Seq
): void {
	const others = [...(before.others ?? []), { ...ownEmployment(before), end: lastDay }];
	const userId = `${before.workerId}-${others.length + 1}`;
	writeWorker(sim, { ...after, others, fields: { ...after.fields, 'User.userId': userId } }, what, 'H-158', cause);
}

/** H-162: a second employment abroad, while the one at home goes on. */
export function sendAbroad(
	sim: Simulation,
	row: WorkerRow,
	span: { readonly start: string; readonly end: string | null },
	changed: Employment['fields'],
	cause: Seq
): void {
	const home = ownEmployment(row);
	const userId = `${row.workerId}-${employmentsOf(row).length + 1}`;
	const host: Employment = { ...home, ...span, userId, kind: 'GA', fields: { ...home.fields, ...changed } };
	const others = [...(row.others ?? []), host];
	writeWorker(sim, { ...row, others }, `global assignment from ${span.start}`, 'H-162', cause);
}
