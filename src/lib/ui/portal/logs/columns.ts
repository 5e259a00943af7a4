import type { ViewData } from '#lib/views';
import { momentWords } from '#lib/views/time';
import type { Column } from '../../kit';
import { STATUS, shapeOf, toneOf } from '../../marks';
import { onlyChosen } from '../column-choice.svelte';

export type LogRow = ViewData<'logs'>['rows'][number];

/** "1.2 s" */
export const durationWords = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

const statusMark = ({ status }: LogRow) => STATUS[status.toLowerCase() as keyof typeof STATUS];
const actionMarks = {
	Create: 'create',
	Update: 'update',
	Delete: 'delete',
	Disable: 'disable',
	StagedDelete: 'staged',
	Other: 'other'
} as const;

/** The standard columns of the portal, then those that can be added (portal glossary 5). */
export function logColumns(now: number): Column<LogRow>[] {
	const date = (at: number) => momentWords(at, now);
	return [
		{
			id: 'identity',
			head: 'Identity',
			text: ({ identity, object }) => (object.kind === 'group' ? `${identity} (group)` : identity),
			identity: true,
			width: 'minmax(8.5rem, 1.8fr)',
			phone: 'title'
		},
		{
			id: 'action',
			head: 'Action',
			text: ({ action }) => action,
			mark: ({ action }) => ({ mark: actionMarks[action as keyof typeof actionMarks] ?? 'other', tone: 'quiet' }),
			width: 'minmax(7.5rem, 1fr)',
			phone: 'facts'
		},
		{ id: 'source', head: 'Source System', text: ({ sourceSystem }) => sourceSystem, tone: 'quiet', order: false },
		{ id: 'target', head: 'Target System', text: ({ targetSystem }) => targetSystem, tone: 'quiet', phone: 'facts' },
		{ id: 'status', head: 'Status', text: ({ status }) => status, mark: statusMark, phone: 'status' },
		{ id: 'code', head: 'Error code', text: ({ code }) => code, tone: 'quiet', order: false, from: onlyChosen },
		{
			id: 'cycle',
			head: 'Cycle',
			text: ({ cycleNumber }) => cycleNumber || 'on demand',
			tone: 'quiet',
			order: false,
			from: onlyChosen,
			width: '5.5rem'
		},
		{
			id: 'sourceId',
			head: 'Source ID',
			text: ({ sourceId }) => sourceId,
			tone: 'quiet',
			mono: true,
			order: false,
			from: onlyChosen
		},
		{
			id: 'duration',
			head: 'Duration',
			text: ({ durationMs }) => durationWords(durationMs),
			tone: 'quiet',
			align: 'end',
			order: false,
			from: 1600,
			width: '5.5rem'
		},
		{
			id: 'date',
			head: 'Date',
			text: ({ at }) => date(at),
			tone: 'quiet',
			align: 'end',
			width: 'minmax(9.75rem, 0.9fr)',
			phone: 'time'
		}
	];
}

/** The one mark of a row on a phone, as on the timeline. */
export const rowMark = ({ mark, outcome }: LogRow) => {
	const shape = shapeOf(mark, outcome);
	return { mark: shape, tone: toneOf(shape, outcome) };
};
