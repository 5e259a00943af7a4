import type { Seq } from '#lib/engine/base';
import { employmentsOf, ownEmployment, part, type Employment } from '#lib/hr/employments';
import type { Simulation } from '../simulation';
import type { WorkerRow } from '../tables/hr';
import { begun, writeWorker } from './change';

/** The worker without an end, however it was entered. */
export function withoutEnd(row: WorkerRow): WorkerRow {
	const { unended: _gone, ...rest } = row;
	return { ...rest, lastDay: null };
}

/** H-158: the same person gets an employment more, with a user entity of its own; the one of before ends. */
export function employAgain(
	sim: Simulation,
	before: WorkerRow,
	{ start, lastDay, fields = {}, ...begins }: Again,
	what: string,
	cause: Seq
): void {
	const userId = `${before.workerId}-${employmentsOf(before).length + 1}`;
	const all = { ...before.fields, ...fields };
	const again: Employment = {
		userId,
		start,
		end: null,
		kind: 'ST',
		manager: before.manager,
		begins,
		endedBefore: before.lastDay,
		fields: { ...part(all, true), 'User.userId': userId }
	};
	const person = { ...part(before.fields, true), ...part(all, false) };
	const row = { ...before, lastDay, others: [...(before.others ?? []), again], fields: person };
	writeWorker(sim, begun(row, sim.ledger.clock), what, 'H-158', cause);
}

type Again = NonNullable<Employment['begins']> & {
	readonly start: string;
	/** Of the employment of before. */
	readonly lastDay: string;
	readonly fields?: Employment['fields'];
};

/** The employment that was entered is taken back, and with it the end that it gave the one of before. */
export function withoutNext(row: WorkerRow, next: Employment): WorkerRow {
	return { ...row, lastDay: next.endedBefore ?? null, others: row.others!.filter((one) => one !== next) };
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
