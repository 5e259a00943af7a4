import * as z from 'zod/mini';
import { dateAt, dayOf, nextDay, visibleFrom } from '#lib/hr/dates';
import { nextEmployment } from '#lib/hr/employments';
import { withShownName } from '#lib/hr/names';
import { withChange, type Coming, type Worker } from '#lib/hr/worker';
import { hex32 } from '#lib/tenant/sample/hex';
import { isLogged, systemOf, writeWorker } from '../hr/change';
import { named, withoutAccount } from '../hr/sample';
import { employAgain, sendAbroad, withoutEnd, withoutNext } from '../hr/employ';
import type { Simulation } from '../simulation';
import type { WorkerRow } from '../tables/hr';
import { define, Refused } from './command';
import { checkId, checkManager, date, fields, manager, who, workerAt, workerId, workerName } from './hr-worker';

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
			cause,
			isLogged(coming)
		);
	const after = { ...withChange(row, coming), slot: row.slot };
	const what = names.join(', ') || 'a new profile';
	writeWorker(sim, after, what, profile ? 'H-154' : 'H-100', cause, isLogged(coming));
}

/** What happens to people in human resources, but that they are hired (hire.ts). */
export const hr = {
	'hr.change': define({
		schema: z.extend(who, { fields: z.optional(fields), manager: z.optional(manager), effective: z.optional(date) }),
		describe: (sim, { worker, fields = {} }) =>
			`Change ${Object.keys(fields).join(', ') || 'the manager'} of ${workerName(workerAt(sim, worker))} in human resources`,
		apply(sim, { worker, fields = {}, manager, effective }, cause) {
			const row = workerAt(sim, worker);
			if (Object.keys(fields).length === 0 && manager === undefined) throw new Refused('Nothing was changed.');
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
			if (lastDay < row.hireDate) throw new Refused(`Hired on ${row.hireDate}: the last day is that day or later.`);
			if (!terminationInfo && systemOf(sim) !== 'successfactors')
				throw new Refused('Only SuccessFactors has termination information.');
			const { unended: _before, ...rest } = row;
			const next = nextEmployment(row);
			const ended =
				next && lastDay >= next.start
					? { ...rest, others: row.others!.map((one) => (one === next ? { ...one, end: lastDay } : one)) }
					: { ...rest, lastDay };
			const after = { ...ended, ...(!terminationInfo && { unended: true }) };
			writeWorker(sim, after, `last day ${lastDay}`, terminationInfo ? 'H-120' : 'H-134', cause);
		}
	}),
	'hr.rescind': define({
		schema: who,
		describe: (sim, { worker }) => `Rescind the last transaction of ${workerName(workerAt(sim, worker))}`,
		apply(sim, { worker }, cause) {
			const row = workerAt(sim, worker);
			const next = nextEmployment(row);
			if (next) return writeWorker(sim, withoutNext(row, next), 'next employment rescinded', 'H-466', cause);
			const startsLater = visibleFrom(systemOf(sim), row.hireDate) > sim.ledger.clock;
			if (row.lastDay !== null) return writeWorker(sim, withoutEnd(row), 'termination rescinded', 'H-165', cause);
			if (!startsLater || row.rescinded) throw new Refused('There is no hire and no termination to rescind.');
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
			// Who has not begun, because the hire was rescinded, is hired again without an end of before.
			if (row.lastDay === null && !row.rescinded) throw new Refused('The worker has not been terminated.');
			if (row.lastDay !== null && effective <= row.lastDay)
				throw new Refused(`The last day is ${row.lastDay}: a rehire begins on ${nextDay(row.lastDay)} or later.`);
			const rehired = row.rehired || row.lastDay !== null;
			const back = { hireDate: effective, rehired, rescinded: false, type: type ?? row.type };
			const what = `rehired from ${effective}`;
			checkNext(row);
			const isSame = workerId === undefined || workerId === row.workerId;
			const { lastDay } = row;
			if (isSame && lastDay !== null && systemOf(sim) === 'successfactors')
				return employAgain(sim, row, { start: effective, lastDay, type: back.type, rehired: true }, what, cause);
			if (isSame) {
				// H-157: another kind of worker is another profile, which takes the account over at once.
				const isOther = back.type !== row.type && systemOf(sim) === 'workday';
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
			if (row.lastDay !== null) throw new Refused('The employment at home ends, so no assignment can start from it.');
			if (start <= row.hireDate)
				throw new Refused(`Hired on ${row.hireDate}: an assignment begins on ${nextDay(row.hireDate)} or later.`);
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
			if (effective <= row.hireDate)
				throw new Refused(`Hired on ${row.hireDate}: a conversion takes effect on ${nextDay(row.hireDate)} or later.`);
			checkNext(row);
			const isSame = workerId === undefined || workerId === row.workerId;
			const dayBefore = dateAt(dayOf(effective) - 1);
			// H-465: who has left before that day does not come back until it.
			const lastDay = row.lastDay !== null && row.lastDay < dayBefore ? row.lastDay : dayBefore;
			if (isSame && systemOf(sim) === 'successfactors') {
				const again = { start: effective, lastDay, fields, type, rehired: row.rehired } as const;
				return employAgain(sim, row, again, `converted from ${effective}`, cause);
			}
			if (isSame) {
				const profile = { wid: newWid(sim, worker), type } as const;
				return change(sim, row, { effective, profile, fields }, cause);
			}
			checkId(sim, workerId, -1);
			writeWorker(sim, { ...row, lastDay }, `converted, last day ${lastDay}`, 'H-152', cause);
			const changed = { type, workerId, hireDate: effective, fields } as const;
			persona(sim, row, changed, `converted from ${effective}`, 'H-152', cause);
		}
	})
};

/** H-466. */
function checkNext(row: WorkerRow): void {
	const next = nextEmployment(row);
	if (next) throw new Refused(`The next employment begins on ${next.start} already.`);
}

/** The Workday ID of a further profile of a worker. */
function newWid(sim: Simulation, worker: number): string {
	return hex32(sim.host.tenantRow.seedText, `wid:${worker}`, sim.ledger.facts.n);
}

/** A second record of the same human being, under an id of its own: in SuccessFactors a new person profile (H-161). */
function persona(
	sim: Simulation,
	row: WorkerRow,
	changed: Partial<Worker> & Pick<Worker, 'workerId'>,
	what: string,
	rule: 'H-151' | 'H-152',
	cause: number
): void {
	const slot = sim.tables.workers.next;
	const wid = hex32(sim.host.tenantRow.seedText, 'wid:new', slot);
	const { others: _others, ...rest } = withoutEnd(row);
	const { 'User.userId': _userId, ...known } = row.fields;
	const userName = named({ userName: changed.workerId }, systemOf(sim));
	const fields = { ...withoutAccount(known, systemOf(sim)), ...userName, ...changed.fields };
	writeWorker(sim, { ...rest, coming: [], ...changed, fields, wid, slot }, what, rule, cause);
}
