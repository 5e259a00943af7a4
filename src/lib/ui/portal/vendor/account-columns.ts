import type { ViewData } from '#lib/views';
import { momentWords } from '#lib/views/time';
import type { CellMark, Column } from '../../kit';

export type AccountRow = ViewData<'accounts'>['rows'][number];
export type State = AccountRow['state'];

export const stateWords: { readonly [state in State]: string } = {
	active: 'Active',
	invited: 'Invited',
	suspended: 'Suspended',
	inactive: 'Inactive'
};

export const stateMarks: { readonly [state in State]: CellMark } = {
	active: { mark: 'success', tone: 'success' },
	invited: { mark: 'waiting', tone: 'warn' },
	suspended: { mark: 'disable', tone: 'quiet' },
	inactive: { mark: 'disable', tone: 'quiet' }
};

/** Who looks after accounts that no provisioning knows. */
export function ownWords({ joinAtSignIn, upload }: ViewData<'adminPage'>['can']): string {
	return joinAtSignIn ? 'Nobody: made at sign-in' : upload ? 'File or hand' : 'By hand';
}

/** Who looks after an account, and since when. */
export function managedWords({ link, since }: AccountRow, today: number, own = 'By hand'): string {
	const when = since === null ? '' : ` ${momentWords(since, today)}`;
	switch (link) {
		case 'linked':
			return `Provisioning, since${when}`;
		case 'linked, released':
			return `Released${when}`;
		case 'deleted in the target':
			return `Provisioning, until${when}`;
		case 'not linked':
			return own;
	}
}

export function accountColumns(type: 'User' | 'Group', today: number, own: string): Column<AccountRow>[] {
	const isUser = type === 'User';
	const columns: Column<AccountRow>[] = [
		{
			id: 'name',
			head: isUser ? 'Account' : 'Group',
			text: ({ name }) => name,
			identity: true,
			width: 'minmax(9rem, 1.5fr)',
			phone: 'title'
		},
		{
			id: 'login',
			head: 'User name',
			text: ({ userName }) => userName,
			tone: 'quiet',
			width: 'minmax(9rem, 2fr)',
			from: 1100
		},
		{
			id: 'state',
			head: 'State',
			text: ({ state, pending }) => stateWords[state] + (pending.length > 0 ? ', change pending' : ''),
			mark: ({ state }) => stateMarks[state],
			width: 'minmax(6.5rem, 0.9fr)',
			phone: 'status'
		},
		{
			id: 'managed',
			head: 'Managed by',
			text: (row) => managedWords(row, today, own),
			order: false,
			width: 'minmax(10rem, 2.4fr)',
			phone: 'facts'
		},
		{
			id: 'source',
			head: 'Source',
			text: ({ source }) => source?.name ?? '',
			order: false,
			tone: 'quiet',
			from: 1600
		},
		{
			id: 'modified',
			head: 'Last change',
			text: ({ modified }) => momentWords(modified, today),
			align: 'end',
			tone: 'quiet',
			width: 'minmax(9.75rem, 1fr)',
			phone: 'time'
		}
	];
	return isUser ? columns : columns.filter(({ id }) => id !== 'login' && id !== 'state');
}
