import type { EdgeTag, WorkerType } from '#lib/content/company/types';

/** One person of the sample company, as the generator draws them; the effects of an edge are applied by `effects.ts`. */
export interface Person {
	/** The place in the company, the same at every size (O-03). */
	readonly index: number;
	/** Romanised. */
	readonly givenName: string;
	readonly middleName: string;
	/** Romanised; empty for those with one name. */
	readonly familyName: string;
	/** As the person writes it, native script and all. */
	readonly displayName: string;
	/** The HR organisation. */
	readonly organisation: string;
	/** The department attribute of the directory; null where nobody filled it in. */
	readonly department: string | null;
	/** Index into LOCALES. */
	readonly locale: number;
	readonly country2: string;
	readonly city: string;
	/** Always a lower index than the person's own, so chains end (O-10). */
	readonly manager: number | null;
	readonly workerId: string;
	readonly userPrincipalName: string;
	readonly mail: string | null;
	readonly type: WorkerType;
	readonly edge: EdgeTag | null;
	/** Full days between the hire and the day before the virtual start; null for the cast, whose date is fixed. */
	readonly daysEmployed: number | null;
}
