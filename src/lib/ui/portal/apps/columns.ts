import type { ViewData } from '#lib/views';
import { momentWords } from '#lib/views/time';
import { dateWords } from '#lib/views/timeline/words';
import type { CellMark, Column } from '../../kit';
import { numberWords } from '../amounts';
import { onlyChosen } from '../column-choice.svelte';

export type AppRow = ViewData<'apps'>['rows'][number];

/** Columns that can be added to the list of applications. */
const addedColumns: readonly Column<AppRow>[] = [
	{ id: 'mode', head: 'Provisioning Mode', text: ({ mode }) => mode, tone: 'quiet' },
	{ id: 'kind', head: 'Application', text: ({ kind }) => kind, tone: 'quiet' },
	{ id: 'id', head: 'Object ID', text: ({ id }) => id, tone: 'quiet', mono: true, width: 'minmax(8rem, 18rem)' },
	{
		id: 'created',
		head: 'Created on',
		text: ({ created }) => dateWords(created, true),
		order: ({ created }) => created,
		tone: 'quiet',
		align: 'end'
	}
];

const amount = (id: 'users' | 'groups' | 'accounts', head: string, from?: number): Column<AppRow> => ({
	id,
	head,
	text: (row) => (row[id] === null ? '' : numberWords(row[id])),
	order: (row) => row[id] ?? -1,
	align: 'end',
	from
});

function markOf({ status, statusWords }: AppRow): CellMark | undefined {
	if (/quarantine/i.test(statusWords)) return { mark: 'failure', tone: 'failure' };
	return status === 'Active' ? { mark: 'success', tone: 'success' } : undefined;
}

/** The columns of the list of applications, with those that can be added. */
export function appColumns(now: number): Column<AppRow>[] {
	return [
		{ id: 'name', head: 'Name', text: ({ name }) => name, identity: true, width: 'minmax(9rem, 2fr)', phone: 'title' },
		{ id: 'status', head: 'Provisioning', text: ({ statusWords }) => statusWords, phone: 'status', mark: markOf },
		amount('users', 'Users'),
		amount('groups', 'Groups'),
		amount('accounts', 'Accounts', 1100),
		...addedColumns.map((column) => ({ ...column, from: onlyChosen })),
		{
			id: 'next',
			head: 'Next cycle',
			text: ({ nextAt }) => (nextAt === null ? '' : momentWords(nextAt, now)),
			order: ({ nextAt }) => nextAt ?? Infinity,
			align: 'end',
			tone: 'quiet',
			phone: 'time'
		}
	];
}
