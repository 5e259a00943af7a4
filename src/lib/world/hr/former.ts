import { formerWorkers as formerOf } from '#lib/tenant/sample/former';
import { guid } from '#lib/tenant/sample/identifiers';
import type { WorkerRow } from '../tables/hr';
import type { named } from './sample';

/** Whom only HR still knows, behind the persons; `fieldsOf` gives values the names of the system. */
export function formerWorkers(
	seed: string,
	persons: number,
	fieldsOf: (known: Parameters<typeof named>[0]) => ReturnType<typeof named>
): WorkerRow[] {
	return formerOf(seed, persons).map(({ givenName, surname, workerId, hireDate, lastDay }, n) => ({
		slot: persons + n,
		wid: guid(seed, 'hr:former', n).replaceAll('-', ''),
		workerId,
		type: 'E',
		hireDate,
		lastDay,
		rehired: false,
		rescinded: false,
		fields: fieldsOf({
			firstName: givenName,
			lastName: surname,
			name: `${givenName} ${surname}`,
			userName: workerId
		}),
		manager: null,
		coming: [],
		landlines: [],
		mobiles: []
	}));
}
