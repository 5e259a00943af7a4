import type { ViewData } from '#lib/views';
import type { CellMark, Column } from '../../kit';

export type UserRow = ViewData<'users'>['rows'][number];

/** The shut square of somebody who may not sign in; on a phone it stands for the column. */
export function blockedMark({ accountEnabled }: UserRow): CellMark | undefined {
	return accountEnabled ? undefined : { mark: 'disable', tone: 'quiet' };
}

/** The columns of "All users", in the portal's words where the portal has them. */
export const userColumns: readonly Column<UserRow>[] = [
	{
		id: 'displayName',
		head: 'Display name',
		text: ({ displayName }) => displayName,
		width: 'minmax(9rem, 1.2fr)',
		tone: 'ink',
		identity: true,
		phone: 'title'
	},
	{
		id: 'userPrincipalName',
		head: 'User principal name',
		text: ({ userPrincipalName }) => userPrincipalName,
		width: 'minmax(11rem, 1.6fr)',
		phone: 'facts'
	},
	{ id: 'userType', head: 'User type', text: ({ userType }) => userType, width: '6rem', phone: 'status' },
	{
		id: 'accountEnabled',
		head: 'Account enabled',
		text: ({ accountEnabled }) => (accountEnabled ? 'Yes' : 'No'),
		mark: blockedMark,
		width: '8.5rem',
		order: false
	},
	{
		id: 'synced',
		head: 'On-premises sync',
		text: ({ synced }) => (synced ? 'Yes' : 'No'),
		width: '9rem',
		order: false,
		from: 1180
	},
	{ id: 'jobTitle', head: 'Job title', text: ({ jobTitle }) => jobTitle ?? '', width: 'minmax(7rem, 1fr)', from: 1600 },
	{ id: 'department', head: 'Department', text: ({ department }) => department ?? '', width: 'minmax(7rem, 1fr)' },
	{ id: 'employeeId', head: 'Employee ID', text: ({ employeeId }) => employeeId ?? '', width: '8rem', from: 1600 },
	{
		id: 'accounts',
		head: 'Accounts',
		text: ({ accounts }) => String(accounts),
		width: '6rem',
		align: 'end',
		order: false,
		tone: 'quiet'
	}
];
