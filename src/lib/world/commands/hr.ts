import * as z from 'zod/mini';
import { dateAt, dayFault, dayOf, visibleFrom } from '#lib/hr/dates';
import { withShownName } from '#lib/hr/names';
import type { Coming, Worker } from '#lib/hr/worker';
import { generatePeople } from '#lib/tenant/sample/generate';
import { hex32 } from '#lib/tenant/sample/identifiers';
import { systemOf, writeWorker } from '../hr/change';
import { employAgain, sendAbroad, withoutEnd } from '../hr/employ';
import { named, workerOf } from '../hr/sample';
import type { Simulation } from '../simulation';
import type { WorkerRow } from '../tables/hr';
import { define, Refused } from './command';

const who = z.object({ worker: z.int().check(z.nonnegative()) });
const date = z.string().check(z.refine((text) => dayFault(text) === null, { message: 'There is no such day.' }));
/** Members of a record that are no fields of it: the ids, the kind of worker and the manager have transactions of their own. */
const keptApart =
	/^(WID|WorkerID|EmployeeID|ContingentID|ManagerReference|PerPerson\..*|EmpJob\.managerId|EmpEmployment\..*Date)$/i;
const fields = z.record(
	z.string().check(
		z.trim(),
		z.minLength(1),
		z.maxLength(120),
		z.refine((name) => !keptApart.test(name), { message: 'This is no field that is edited: it has a form of its own.' })
	),
	z.union([z.string().check(z.maxLength(4000)), z.number(), z.boolean(), z.null()])
);
const workerId = z
	.string()
	.check(z.trim(), z.minLength(1, { message: 'A worker needs a Worker ID.' }), z.maxLength(40));
const manager = z.nullable(z.int().check(z.nonnegative()));

export function workerAt(sim: Simulation, slot: number): WorkerRow {
	const row = sim.tables.workers.get(slot);
	if (!row) throw new Refused(`There is no worker ${slot} in human resources.`);
	return row;
}

export function workerName({ fields, workerId }: Worker): string {
	return String(fields.PreferredNameData ?? fields['PerPersonal.displayName'] ?? workerId);
}

function hasHr(sim: Simulation): void {
	if (sim.host.tenantRow.hr === 'none') throw new Refused('There is no human-resources system in this company.');
}

/** Somebody who leads himself, over however many steps, is no manager. */
function checkManager(sim: Simulation, worker: number, manager: number | null | undefined): void {
	if (manager === null || manager === undefined) return;
	workerAt(sim, manager);
	if (manager === worker) throw new Refused('Nobody is their own manager.');
	for (let at: number | null = manager, steps = 0; at !== null && steps < 1000; steps++) {
		if (at === worker) throw new Refused('This manager reports to the worker, directly or over others.');
		at = sim.tables.workers.get(at)?.manager ?? null;
	}
}

function checkId(sim: Simulation, id: string, except: number): void {
	const others = sim.tables.workersById.get(id.toLowerCase()).filter((slot) => slot !== except);
	if (others.length > 0) throw new Refused(`The Worker ID ${id} is in use.`);
}

/** What HR holds of a person of the sample company who is not in HR yet; for others what the form says. */
function newWorker(sim: Simulation, args: z.infer<typeof hire>, slot: number): Worker {
	const { seedText, start } = sim.host.tenantRow;
	const today = dateAt(sim.ledger.clock);
	const person = args.person === undefined ? undefined : generatePeople(seedText, args.person + 1)[args.person];
	const known = person ? workerOf(person, seedText, start, systemOf(sim)) : null;
	const id = args.workerId ?? known?.workerId;
	if (id === undefined) throw new Refused('A worker needs a Worker ID.');
	const [firstName = null, ...rest] = (args.name ?? '').split(' ');
	const form = {
		firstName: args.name === undefined ? null : firstName,
		lastName: rest.join(' ') || null,
		name: args.name ?? null,
		organisation: args.org ?? null,
		city: args.city ?? null,
		userName: id,
		mail: null
	};
	const base: Record<string, Worker['fields'][string]> = { ...known?.fields };
	// Mail and user name are made on the IT side and written back.
	for (const name of Object.keys(named({ mail: '', userName: '' }, systemOf(sim)))) delete base[name];
	const there = (slot: number | null) => slot !== null && sim.tables.workers.get(slot) !== null;
	const ofSample = known && there(known.manager) ? known.manager : null;
	return {
		wid: known?.wid ?? hex32(seedText, 'wid:new', slot),
		workerId: id,
		type: args.type ?? known?.type ?? 'E',
		hireDate: args.hireDate ?? known?.hireDate ?? today,
		lastDay: null,
		rehired: false,
		rescinded: false,
		fields: { ...base, ...named(form, systemOf(sim)), ...args.fields },
		manager: args.manager === undefined ? ofSample : args.manager,
		coming: [],
		landlines: known?.landlines ?? [],
		mobiles: known?.mobiles ?? []
	};
}

const hire = z.object({
	/** A person of the sample company, by index. */
	person: z.optional(z.int().check(z.nonnegative())),
	name: z.optional(z.string().check(z.trim(), z.minLength(1, { message: 'A worker needs a name.' }), z.maxLength(200))),
	org: z.optional(z.string().check(z.maxLength(200))),
	city: z.optional(z.string().check(z.maxLength(200))),
	manager: z.optional(manager),
	workerId: z.optional(workerId),
	hireDate: z.optional(date),
	type: z.optional(z.enum(['E', 'C'])),
	fields: z.optional(fields)
});

function change(sim: Simulation, row: WorkerRow, entered: Coming, cause: number): void {
	const coming = { ...entered, fields: withShownName(row.fields, entered.fields, systemOf(sim)) };
	const { profile, fields, manager } = coming;
	const isFuture = visibleFrom(systemOf(sim), coming.effective) > sim.ledger.clock;
	const names = [...Object.keys(fields), ...(manager === undefined ? [] : ['manager'])];
	if (isFuture)
		return writeWorker(
			sim,
			{ ...row, coming: [...row.coming, coming].sort((a, b) => (a.effective < b.effective ? -1 : 1)) },
			`from ${coming.effective}: ${profile ? 'a new profile' : names.join(', ')}`,
			profile ? 'H-155' : 'H-105',
			cause
		);
	const after: WorkerRow = {
		...row,
		wid: profile?.wid ?? row.wid,
		fields: { ...row.fields, ...fields },
		manager: manager === undefined ? row.manager : manager
	};
	// H-055.
	const logged = profile !== null || names.some((name) => name !== 'LocalReference');
	writeWorker(sim, after, names.join(', ') || 'a new profile', profile ? 'H-154' : 'H-100', cause, logged);
}

export const hr = {
	'hr.hire': define({
		schema: hire,
		describe: (_sim, { name, person, hireDate }) =>
			`Hire ${name ?? `person ${person ?? ''}`}${hireDate ? ` from ${hireDate}` : ''}`,
		apply(sim, args, cause) {
			hasHr(sim);
			const { workers } = sim.tables;
			const reserved = args.person !== undefined && args.person < workers.next;
			if (reserved && workers.get(args.person!)) throw new Refused('This person is a worker already.');
			const slot = reserved ? args.person! : workers.next;
			const worker = newWorker(sim, args, slot);
			checkId(sim, worker.workerId, -1);
			checkManager(sim, slot, worker.manager);
			writeWorker(sim, { ...worker, slot }, `hired from ${worker.hireDate}`, 'H-082', cause);
		}
	}),
	'hr.change': define({
		schema: z.extend(who, { fields: z.optional(fields), manager: z.optional(manager), effective: z.optional(date) }),
		describe: (sim, { worker, fields = {} }) =>
			`Change ${Object.keys(fields).join(', ') || 'the manager'} of ${workerName(workerAt(sim, worker))} in human resources`,
		apply(sim, { worker, fields = {}, manager, effective }, cause) {
			const row = workerAt(sim, worker);
			if (Object.keys(fields).length === 0 && manager === undefined) throw new Refused('Nothing is changed.');
			checkManager(sim, worker, manager);
			const at = effective ?? dateAt(sim.ledger.clock - 24 * 3_600_000);
			change(sim, row, { effective: at, profile: null, fields, ...(manager !== undefined && { manager }) }, cause);
		}
	}),
	'hr.terminate': define({
		schema: z.extend(who, { lastDay: date, terminationInfo: z._default(z.boolean(), true) }),
		describe: (sim, { worker, lastDay, terminationInfo }) =>
			`Terminate ${workerName(workerAt(sim, worker))}, last day ${lastDay}${terminationInfo ? '' : ', without termination information'}`,
		apply(sim, { worker, lastDay, terminationInfo }, cause) {
			const row = workerAt(sim, worker);
			if (lastDay < row.hireDate) throw new Refused('The last day lies before the hire date.');
			if (!terminationInfo && systemOf(sim) !== 'successfactors')
				throw new Refused('Termination information is an object of SuccessFactors.');
			const { unended: _before, ...rest } = row;
			const after = { ...rest, lastDay, ...(!terminationInfo && { unended: true }) };
			writeWorker(sim, after, `last day ${lastDay}`, terminationInfo ? 'H-120' : 'H-134', cause);
		}
	}),
	'hr.rescind': define({
		schema: who,
		describe: (sim, { worker }) => `Rescind the last transaction of ${workerName(workerAt(sim, worker))}`,
		apply(sim, { worker }, cause) {
			const row = workerAt(sim, worker);
			const startsLater = visibleFrom(systemOf(sim), row.hireDate) > sim.ledger.clock;
			if (row.lastDay !== null) return writeWorker(sim, withoutEnd(row), 'termination rescinded', 'H-165', cause);
			if (!startsLater) throw new Refused('There is no hire and no termination to rescind.');
			writeWorker(sim, { ...row, rescinded: true }, 'hire rescinded', 'H-163', cause);
		}
	}),
	'hr.rehire': define({
		schema: z.extend(who, {
			workerId: z.optional(workerId),
			effective: date,
			/** As what the worker comes back; as before unless it is said. */
			type: z.optional(z.enum(['E', 'C']))
		}),
		describe: (sim, { worker, effective }) => `Rehire ${workerName(workerAt(sim, worker))} from ${effective}`,
		apply(sim, { worker, workerId, effective, type }, cause) {
			const row = workerAt(sim, worker);
			if (row.lastDay === null) throw new Refused('The worker has not been terminated.');
			if (effective <= row.lastDay) throw new Refused('The rehire lies before the last day.');
			const back = { hireDate: effective, rehired: true, rescinded: false, type: type ?? row.type };
			const what = `rehired from ${effective}`;
			const isSame = workerId === undefined || workerId === row.workerId;
			if (isSame && systemOf(sim) === 'successfactors')
				return employAgain(sim, row, { ...withoutEnd(row), ...back }, row.lastDay, what, cause);
			if (isSame) {
				// H-157: another kind of worker is another profile, which takes the account over at once.
				const isOther = back.type !== row.type;
				const wid = isOther ? newWid(sim, worker) : row.wid;
				return writeWorker(sim, { ...withoutEnd(row), ...back, wid }, what, isOther ? 'H-157' : 'H-150', cause);
			}
			checkId(sim, workerId, -1);
			persona(sim, row, { ...back, workerId }, what, 'H-151', cause);
		}
	}),
	'hr.assignment': define({
		schema: z.extend(who, { start: date, end: z.optional(date), fields: z.optional(fields) }),
		describe: (sim, { worker, start }) =>
			`Send ${workerName(workerAt(sim, worker))} on a global assignment from ${start}`,
		apply(sim, { worker, start, end, fields = {} }, cause) {
			const row = workerAt(sim, worker);
			if (systemOf(sim) !== 'successfactors')
				throw new Refused('Only SuccessFactors keeps a global assignment as a second employment.');
			if (row.lastDay !== null) throw new Refused('The employment at home ends: there is nothing to be sent from.');
			if (start <= row.hireDate) throw new Refused('The assignment lies before the hire date.');
			if (end !== undefined && end < start) throw new Refused('The assignment ends before it begins.');
			sendAbroad(sim, row, { start, end: end ?? null }, fields, cause);
		}
	}),
	'hr.convert': define({
		schema: z.extend(who, {
			to: z.enum(['employee', 'contingent']),
			workerId: z.optional(workerId),
			effective: date,
			fields: z.optional(fields)
		}),
		describe: (sim, { worker, to, effective }) =>
			`Convert ${workerName(workerAt(sim, worker))} to ${to === 'employee' ? 'an employee' : 'a contingent worker'} from ${effective}`,
		apply(sim, { worker, to, workerId, effective, fields = {} }, cause) {
			const row = workerAt(sim, worker);
			const type = to === 'employee' ? 'E' : 'C';
			if (effective <= row.hireDate) throw new Refused('The conversion lies before the hire date.');
			const isSame = workerId === undefined || workerId === row.workerId;
			if (isSame && systemOf(sim) === 'successfactors') {
				const after = { ...withoutEnd(row), type, hireDate: effective, fields: { ...row.fields, ...fields } } as const;
				return employAgain(sim, row, after, dateAt(dayOf(effective) - 1), `converted from ${effective}`, cause);
			}
			if (isSame) {
				const profile = { wid: newWid(sim, worker) };
				return change(sim, { ...row, type }, { effective, profile, fields }, cause);
			}
			checkId(sim, workerId, -1);
			const lastDay = dateAt(dayOf(effective) - 1);
			writeWorker(sim, { ...row, lastDay }, `converted, last day ${lastDay}`, 'H-152', cause);
			const merged = { ...row.fields, ...fields };
			const changed = { type, workerId, hireDate: effective, fields: merged } as const;
			persona(sim, row, changed, `converted from ${effective}`, 'H-152', cause);
		}
	})
};

/** The Workday ID of a further profile of a worker. */
function newWid(sim: Simulation, worker: number): string {
	return hex32(sim.host.tenantRow.seedText, `wid:${worker}`, sim.ledger.facts.n);
}

/** A second record of the same human being, under an id of its own: in SuccessFactors a new person profile (H-161). */
function persona(
	sim: Simulation,
	row: WorkerRow,
	changed: Partial<Worker>,
	what: string,
	rule: 'H-151' | 'H-152',
	cause: number
): void {
	const slot = sim.tables.workers.next;
	const wid = hex32(sim.host.tenantRow.seedText, 'wid:new', slot);
	const { others: _others, ...rest } = withoutEnd(row);
	writeWorker(sim, { ...rest, coming: [], ...changed, wid, slot }, what, rule, cause);
}
