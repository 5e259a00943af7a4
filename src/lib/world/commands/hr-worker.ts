import * as z from 'zod/mini';
import { dayFault } from '#lib/hr/dates';
import type { Worker } from '#lib/hr/worker';
import type { Simulation } from '../simulation';
import type { WorkerRow } from '../tables/hr';
import { Refused } from './command';

export const who = z.object({ worker: z.int().check(z.nonnegative()) });
export const date = z.string().check(z.refine((text) => dayFault(text) === null, { message: 'There is no such day.' }));
/** Members of a record that are no fields of it: the ids, the kind of worker and the manager have transactions of their own. */
const keptApart =
	/^(WID|WorkerID|EmployeeID|ContingentID|ManagerReference|PerPerson\..*|EmpJob\.managerId|EmpEmployment\..*Date)$/i;
export const fields = z.record(
	z.string().check(
		z.trim(),
		z.minLength(1),
		z.maxLength(120),
		z.refine((name) => !keptApart.test(name), { message: 'This field cannot be edited here: it has its own form.' })
	),
	z.union([z.string().check(z.maxLength(4000)), z.number(), z.boolean(), z.null()])
);
export const workerId = z
	.string()
	.check(z.trim(), z.minLength(1, { message: 'A worker needs a Worker ID.' }), z.maxLength(40));
export const manager = z.nullable(z.int().check(z.nonnegative()));

export function workerAt(sim: Simulation, slot: number): WorkerRow {
	const row = sim.tables.workers.get(slot);
	if (!row) throw new Refused(`There is no worker ${slot} in human resources.`);
	return row;
}

export function workerName({ fields, workerId }: Worker): string {
	return String(fields.PreferredNameData ?? fields['PerPersonal.displayName'] ?? workerId);
}

/** Somebody who leads himself, over however many steps, is no manager. */
export function checkManager(sim: Simulation, worker: number, manager: number | null | undefined): void {
	if (manager === null || manager === undefined) return;
	workerAt(sim, manager);
	if (manager === worker) throw new Refused('Nobody is their own manager.');
	for (let at: number | null = manager, steps = 0; at !== null && steps < 1000; steps++) {
		if (at === worker) throw new Refused('This manager reports to the worker, directly or indirectly.');
		at = sim.tables.workers.get(at)?.manager ?? null;
	}
}

export function checkId(sim: Simulation, id: string, except: number): void {
	const others = sim.tables.workersById.get(id.toLowerCase()).filter((slot) => slot !== except);
	if (others.length > 0) throw new Refused(`The Worker ID ${id} is in use.`);
}
