import type { ViewData } from '#lib/views';
import type { CellMark, Column } from '../../kit';

export type AdRow = ViewData<'adAccounts'>['rows'][number];

export const disabledMark = ({ enabled }: AdRow): CellMark | undefined =>
	enabled ? undefined : { mark: 'disable', tone: 'quiet' };

export const adColumns: readonly Column<AdRow>[] = [
	{
		id: 'cn',
		head: 'Name',
		text: ({ cn }) => cn,
		tone: 'ink',
		identity: true,
		width: 'minmax(9rem, 1.2fr)',
		phone: 'title'
	},
	{
		id: 'sAMAccountName',
		head: 'sAMAccountName',
		text: ({ sAMAccountName }) => sAMAccountName,
		width: 'minmax(8rem, 1fr)',
		mono: true
	},
	{
		id: 'userPrincipalName',
		head: 'User logon name',
		text: ({ userPrincipalName }) => userPrincipalName,
		width: 'minmax(10rem, 1.6fr)',
		phone: 'facts'
	},
	{
		id: 'state',
		head: 'State',
		text: ({ enabled, guarded }) =>
			[enabled ? 'Enabled' : 'Disabled', guarded ? 'protected' : ''].filter(Boolean).join(', '),
		mark: disabledMark,
		width: '9.5rem',
		order: false,
		phone: 'status'
	},
	{
		id: 'unit',
		head: 'Unit',
		text: ({ unit }) => unit,
		tone: 'quiet',
		order: false,
		width: 'minmax(6rem, 1fr)',
		from: 1100
	},
	{
		id: 'department',
		head: 'Department',
		text: ({ department }) => department ?? '',
		width: 'minmax(7rem, 1fr)',
		from: 1440
	},
	{
		id: 'employeeID',
		head: 'employeeID',
		text: ({ employeeID }) => employeeID ?? '',
		width: '7rem',
		mono: true,
		from: 1600
	}
];
