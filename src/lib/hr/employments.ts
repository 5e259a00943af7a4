import { nextDay, visibleFrom } from './dates';
import type { Profile, Reading, Worker } from './worker';

type Fields = Worker['fields'];

/** One employment of a person in SuccessFactors; each has a user entity of its own (H-158). */
export interface Employment {
	readonly userId: string;
	readonly start: string;
	readonly end: string | null;
	/** ST: the employment itself; GA: a global assignment (H-162). */
	readonly kind: 'ST' | 'GA';
	readonly manager: number | null;
	/** What the worker is from its first day on; until then the worker's own record is the one of now. */
	readonly begins?: Pick<Worker, 'type' | 'rehired'>;
	/** The last day that the employment of now had before this one was entered. */
	readonly endedBefore?: string | null;
	/** Of its job and its user entity; what the person has is kept with the worker. */
	readonly fields: Fields;
}

/** Which record of the list of employments a JSONPath of the attribute list reads. */
export const employmentPaths = ['first', 'last', 'active', 'home', 'host'] as const;
export type EmploymentPath = (typeof employmentPaths)[number];

const isOfEmployment = (name: string) => name.startsWith('EmpJob.') || name.startsWith('User.');

export function part(fields: Fields, ofEmployment: boolean): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => isOfEmployment(name) === ofEmployment));
}

/** The employment that the worker's own record stands for. */
export function ownEmployment(worker: Worker): Employment {
	const { fields, hireDate: start, lastDay: end, manager } = worker;
	const userId = String(fields['User.userId'] ?? worker.workerId);
	return { userId, start, end, kind: 'ST', manager, fields: part(fields, true) };
}

/** The employment that was entered and has not begun (H-092). */
export function nextEmployment({ others = [] }: Pick<Worker, 'others'>): Employment | undefined {
	return others.find(({ begins }) => begins !== undefined);
}

/** H-159: the list comes in the order in which the employments began. */
export function employmentsOf(worker: Worker): readonly Employment[] {
	const own = ownEmployment(worker);
	if (!worker.others?.length) return [own];
	return [...worker.others, own].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

const hasBegun = ({ start }: Employment, at: number) => visibleFrom('successfactors', start) <= at;
const hasEnded = ({ end }: Employment, at: number) => end !== null && visibleFrom('successfactors', nextDay(end)) <= at;

/** H-135: A, U and P are employed; whoever has left is T. */
export function statusOf(employment: Employment, at: number): string {
	return hasEnded(employment, at) ? 'T' : String(employment.fields['EmpJob.emplStatus'] ?? 'A');
}

/** H-133: an employment is not counted any more on its last day, which has not ended yet. */
function isCounted({ end }: Employment, at: number): boolean {
	return end === null || at < visibleFrom('successfactors', end);
}

/** The record that a path finds: the first and the last by their place, the others by a filter (H-158 to H-162). */
export function pick(list: readonly Employment[], path: EmploymentPath, at: number): Employment | undefined {
	switch (path) {
		case 'first':
			return list[0];
		case 'last':
			return list.at(-1);
		case 'active':
			return list.find((one) => ['A', 'U', 'P'].includes(statusOf(one, at)));
		case 'home':
			return list.find(({ kind }) => kind === 'ST');
		case 'host':
			return list.find(({ kind }) => kind === 'GA');
	}
}

/** Members of Onboarding too (H-091); whoever has another state is not a pre-hire that the connector asks for. */
const preHireStates = ['t', 'f', 'e'];

/**
 * A person as the connector reads SuccessFactors; null: not returned. A pre-hire is looked up as of the first day (H-089)
 * where the job can do that (H-090); somebody who has other employments is not (H-092).
 */
export function readPerson(worker: Worker, reading: Reading): Profile | null {
	const { at } = reading;
	const all = employmentsOf(worker);
	const begun = all.filter((one) => hasBegun(one, at));
	if (begun.length > 0) return isLost(worker, begun, at) ? null : profile(worker, begun, at, reading);
	const isAsked = preHireStates.includes(String(worker.fields['User.userStatus'] ?? 't'));
	const paths = reading.preHires && isAsked && all.length === 1;
	return paths ? profile(worker, all, visibleFrom('successfactors', all[0]!.start), reading) : null;
}

/** H-134: whose termination information is empty once the last employment has ended is filtered out. */
function isLost(worker: Worker, begun: readonly Employment[], at: number): boolean {
	return worker.unended === true && begun.every((one) => hasEnded(one, at));
}

function profile(worker: Worker, list: readonly Employment[], at: number, reading: Reading): Profile {
	const { employment: path = 'first', startDate = 'first' } = reading;
	const read = pick(list, path, at);
	const dated = pick(list, startDate, at);
	const count = list.filter((one) => isCounted(one, at)).length;
	return {
		wid: worker.wid,
		worker,
		manager: read?.manager ?? null,
		active: count > 0,
		lastDay: read?.end ?? null,
		fields: {
			'EmpEmployment.startDate': dated?.start ?? null,
			'EmpEmployment.endDate': read?.end ?? null,
			'EmpEmployment.assignmentClass': read?.kind ?? null,
			'EmpEmploymentTermination.activeEmploymentsCount': String(count),
			'User.userId': read?.userId ?? null,
			'User.userStatus': read && hasEnded(read, at) ? 'f' : 't',
			...part(worker.fields, false),
			...read?.fields,
			'EmpJob.emplStatus': read ? statusOf(read, at) : null
		}
	};
}
