import type { ViewData } from '#lib/views';
import type { CellMark, Column } from '../../kit';

export type WorkerRow = ViewData<'workers'>['rows'][number];

export const stateWords: Record<WorkerRow['state'], string> = {
	active: 'Active',
	'on leave': 'On leave',
	'future hire': 'Future hire',
	leaving: 'Leaving',
	terminated: 'Terminated',
	'hire rescinded': 'Hire rescinded'
};

/** Whoever is not simply at work has a mark; on a phone it stands for the column. */
export function stateMark({ state }: WorkerRow): CellMark | undefined {
	if (state === 'terminated' || state === 'hire rescinded') return { mark: 'disable', tone: 'quiet' };
	return state === 'future hire' || state === 'leaving' ? { mark: 'waiting', tone: 'warn' } : undefined;
}

/** "Ada Fields", or where the account is until Connect has made a user of it. */
export function linkWords({ links }: WorkerRow): string {
	if (links.length === 0) return 'Not linked';
	return links.map(({ user, target }) => user?.name ?? `In ${target} only`).join(', ');
}

/** The list of workers, in the words that the people of human resources use. */
export const workerColumns: readonly Column<WorkerRow>[] = [
	{
		id: 'name',
		head: 'Name',
		text: ({ name }) => name,
		width: 'minmax(9rem, 1.3fr)',
		tone: 'ink',
		identity: true,
		phone: 'title'
	},
	{ id: 'workerId', head: 'Worker ID', text: ({ workerId }) => workerId, width: '6.5rem', mono: true },
	{
		id: 'state',
		head: 'Status',
		text: ({ state, coming }) => (coming > 0 ? `${stateWords[state]}, change ahead` : stateWords[state]),
		mark: stateMark,
		width: 'minmax(8rem, 1fr)',
		order: false,
		phone: 'status'
	},
	{ id: 'title', head: 'Job title', text: ({ title }) => title ?? '', width: 'minmax(8rem, 1.2fr)', from: 1180 },
	{
		id: 'organisation',
		head: 'Department',
		text: ({ organisation }) => organisation ?? '',
		width: 'minmax(7rem, 1fr)',
		phone: 'facts'
	},
	{ id: 'hireDate', head: 'Hire date', text: ({ hireDate }) => hireDate, width: '7rem', tone: 'quiet' },
	{ id: 'lastDay', head: 'Last day', text: ({ lastDay }) => lastDay ?? '', width: '7rem', tone: 'quiet', from: 900 },
	{ id: 'link', head: 'Linked user', text: linkWords, width: 'minmax(8rem, 1.2fr)', order: false, phone: 'facts' }
];
