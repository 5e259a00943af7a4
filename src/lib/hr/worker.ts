import { nextDay, visibleFrom, type HrSystem } from './dates';
import { readPerson, type Employment, type EmploymentPath } from './employments';

type Value = null | string | number | boolean;

/** A change that was entered and takes effect later. */
export interface Coming {
	readonly effective: string;
	/** A conversion brings a profile of its own, which the service reads before its day (H-054 c, H-155). */
	readonly profile: Pick<Worker, 'wid' | 'type'> | null;
	readonly fields: { readonly [name: string]: Value };
	/** undefined: unchanged. */
	readonly manager?: number | null;
}

/** A telephone number as HR keeps it. */
export interface Phone {
	readonly number: string;
	readonly extension: string | null;
	readonly primary: boolean;
}

/** A worker: what is true now, and what was entered for later. */
export interface Worker {
	readonly wid: string;
	readonly workerId: string;
	readonly type: 'E' | 'C';
	readonly hireDate: string;
	readonly lastDay: string | null;
	readonly rehired: boolean;
	readonly rescinded: boolean;
	/** Under the names of the system that the worker lives in; what HR does not have is not there (H-106). */
	readonly fields: { readonly [name: string]: Value };
	/** The manager's place among the workers. */
	readonly manager: number | null;
	readonly coming: readonly Coming[];
	/** The last one is what the service reads; the others have piled up (H-352). */
	readonly landlines: readonly Phone[];
	readonly mobiles: readonly Phone[];
	/** Employments beside the worker's own, in SuccessFactors (H-158). */
	readonly others?: readonly Employment[];
	/** H-134: the termination was entered without its information. */
	readonly unended?: boolean;
}

/** One profile of a worker, as it is read at a moment. */
export interface Profile {
	readonly wid: string;
	readonly worker: Worker;
	readonly manager: number | null;
	readonly fields: { readonly [name: string]: Value };
	/** Employed, or about to be (H-083). */
	readonly active: boolean;
	/** The last day, where it can be seen already (H-125, H-129). */
	readonly lastDay: string | null;
}

/** How the service reads: when, and with the termination lookahead or without. */
export interface Reading {
	readonly system: HrSystem;
	readonly at: number;
	readonly lookahead: boolean;
	/** Attributes that come back empty, whatever HR holds (H-022, H-028). */
	readonly unread?: ReadonlySet<string>;
	/** H-032: only workers of this organisation are visible to the integration account. */
	readonly only?: string;
	/** Which employment of a person is read (H-158 to H-162), and of which one its first day (H-090). */
	readonly employment?: EmploymentPath;
	readonly startDate?: EmploymentPath;
	/** H-090: whether the job can look pre-hires up before their first day. */
	readonly preHires?: boolean;
}

/** H-120, H-123: a termination is effective at the midnight after the last day. */
export function endsAt({ lastDay }: Worker, system: HrSystem): number {
	return lastDay === null ? Infinity : visibleFrom(system, nextDay(lastDay));
}

/** The worker with everything that has taken effect by a moment. */
export function settled(worker: Worker, system: HrSystem, at: number): Worker {
	const due = worker.coming.filter(({ effective }) => visibleFrom(system, effective) <= at);
	if (due.length === 0) return worker;
	const after = due.reduce(apply, worker);
	return { ...after, coming: worker.coming.filter((one) => !due.includes(one)) };
}

function apply(worker: Worker, coming: Coming): Worker {
	const after = withChange(worker, coming);
	if (!coming.profile) return after;
	// H-156: the provisioning group held the profile back until its day.
	const { ProvisioningGroup: _left, ...fields } = after.fields;
	return { ...after, fields };
}

/** The worker with a change in effect; a profile begins on its day, whatever ended before it (H-465). */
export function withChange(worker: Worker, { effective, profile, fields, manager }: Coming): Worker {
	const { lastDay } = worker;
	const begun = profile && {
		...profile,
		hireDate: effective,
		lastDay: lastDay !== null && lastDay < effective ? null : lastDay
	};
	return {
		...worker,
		...begun,
		fields: { ...worker.fields, ...fields },
		manager: manager === undefined ? worker.manager : manager
	};
}

function present(worker: Worker, { system, at, lookahead }: Reading): Profile {
	const ended = at >= endsAt(worker, system);
	const seen = worker.lastDay !== null && (ended || (lookahead && at >= visibleFrom(system, worker.lastDay)));
	return {
		wid: worker.wid,
		worker,
		manager: worker.manager,
		fields: worker.fields,
		active: !ended,
		lastDay: seen ? worker.lastDay : null
	};
}

/** The profiles of a worker that the service reads, the one to come first: it is taken for a future hire (H-155). */
export function profilesOf(worker: Worker, reading: Reading): readonly Profile[] {
	const { system, at } = reading;
	// H-083, H-089: who is hired ahead is read as of the first day, unless there was an employment before (H-092).
	const asOf = worker.others?.length ? at : Math.max(at, visibleFrom(system, worker.hireDate));
	const now = settled(worker, system, asOf);
	if (system === 'successfactors') {
		const person = readPerson(now, reading);
		return person ? [person] : [];
	}
	const next = now.coming.find(({ profile }) => profile !== null);
	if (!next) return [present(now, reading)];
	const after = settled(now, system, visibleFrom(system, next.effective));
	const { ProvisioningGroup: group } = next.fields;
	const fields = group === undefined ? after.fields : { ...after.fields, ProvisioningGroup: group };
	return [{ ...present({ ...after, fields }, reading), active: true }, present(now, reading)];
}
