import type { HrRecord } from './workday';
import type { Profile } from './worker';

/** A profile under the names that the SuccessFactors connector gives it: entity and attribute. */
export function successFactorsRecord({ wid, worker, manager, fields }: Profile): HrRecord {
	return {
		'PerPerson.personIdExternal': worker.workerId,
		'PerPerson.perPersonUuid': wid,
		'EmpJob.managerId': manager,
		...fields
	};
}
