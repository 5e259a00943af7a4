import { workdayDate } from './dates';
import type { Profile } from './worker';

type Value = null | string | number | boolean;
export type HrRecord = { readonly [name: string]: Value };

/** A profile under the names that the Workday connector gives it. */
export function workdayRecord({ wid, worker, manager, fields, active, lastDay }: Profile): HrRecord {
	return {
		WID: wid,
		WorkerID: worker.workerId,
		EmployeeID: worker.type === 'E' ? worker.workerId : null,
		ContingentID: worker.type === 'C' ? worker.workerId : null,
		Active: active ? '1' : '0',
		StatusHireDate: workdayDate(worker.hireDate),
		StatusRehire: worker.rehired ? '1' : '0',
		StatusHireRescinded: worker.rescinded ? '1' : '0',
		StatusTerminated: active ? '0' : '1',
		StatusTerminationLastDayOfWork: lastDay && workdayDate(lastDay),
		StatusTerminationDate: lastDay && workdayDate(lastDay),
		ManagerReference: manager,
		...fields
	};
}
