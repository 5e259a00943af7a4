import type { ViewData } from '#lib/views';
import { momentWords } from '#lib/views/time';
import type { Column } from '../../kit';

export type ReportRow = ViewData<'accountReports'>['rows'][number];

/** The columns that the reporting article of 2017 advises: Date, Target(s), Activity, Status, Status Reason. */
export function reportColumns(now: number, app: string): Column<ReportRow>[] {
	return [
		{
			id: 'date',
			head: 'Date',
			text: ({ at }) => momentWords(at, now),
			tone: 'quiet',
			order: false,
			width: '9.75rem',
			phone: 'time'
		},
		{
			id: 'target',
			head: 'Target(s)',
			text: ({ target }) => `${app}, ${target}`,
			identity: true,
			order: false,
			width: 'minmax(10rem, 1.2fr)',
			phone: 'title'
		},
		{
			id: 'activity',
			head: 'Activity',
			text: ({ activity }) => activity,
			order: false,
			width: '12rem',
			phone: 'facts'
		},
		{
			id: 'status',
			head: 'Status',
			text: ({ status }) => status,
			mark: ({ status }) =>
				status === 'Failure' ? { mark: 'failure', tone: 'failure' } : { mark: 'success', tone: 'success' },
			order: false,
			width: '6.5rem',
			phone: 'status'
		},
		{
			id: 'reason',
			head: 'Status Reason',
			text: ({ reason }) => reason,
			tone: 'quiet',
			order: false,
			width: 'minmax(10rem, 2.4fr)'
		}
	];
}
