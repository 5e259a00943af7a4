import type { HrRecord } from './workday';
import type { Profile } from './worker';

/** A profile under the names that the SuccessFactors connector gives it: entity and attribute. */
export function successFactorsRecord({ wid, worker, manager, fields, active, lastDay }: Profile): HrRecord {
	return {
		'PerPerson.personIdExternal': worker.workerId,
		'PerPerson.perPersonUuid': wid,
		'EmpEmployment.startDate': worker.hireDate,
		'EmpEmployment.endDate': lastDay,
		'EmpEmploymentTermination.activeEmploymentsCount': active ? '1' : '0',
		'EmpJob.emplStatus': active ? 'A' : 'T',
		'EmpJob.managerId': manager,
		...fields
	};
}
