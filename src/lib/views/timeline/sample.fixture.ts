import { emptyEvents, pushEvent, reachOf } from './columns';
import type { MarkName, Outcome, TimelineCycle, TimelineData } from './types';

/** A moment of Tue 3 March 2026: "09:41", "09:41:12". */
export function day(words: string): number {
	const [h = 0, m = 0, s = 0] = words.split(':').map(Number);
	return Date.UTC(2026, 2, 3, h, m, s);
}

/** The morning of the drawings: a hire, two cycles of Slack, a quarantine. */
export function sample(): TimelineData {
	const events = emptyEvents(8);
	let seq = 0;
	const rows: [string, number, MarkName, Outcome][] = [
		['08:20', 0, 'command', 'none'],
		['08:24', 1, 'update', 'success'],
		['08:31', 2, 'update', 'success'],
		['08:41', 3, 'update', 'success'],
		['08:42', 4, 'update', 'success'],
		['08:58', 0, 'command', 'none'],
		...Array.from({ length: 12 }, (_, at): [string, number, MarkName, Outcome] => [
			`09:00:${String(5 + at).padStart(2, '0')}`,
			5,
			'create',
			'success'
		]),
		['09:00:08', 6, 'create', 'success'],
		['09:00:12', 7, 'create', 'failure'],
		['09:00:26', 6, 'create', 'success'],
		['09:00:34', 5, 'skip', 'skipped'],
		['09:00:46', 6, 'skip', 'skipped'],
		['09:00:52', 5, 'create', 'success'],
		['09:04:10', 0, 'command', 'none'],
		['09:04:12', 4, 'update', 'success'],
		['09:05:00', 0, 'command', 'none'],
		['09:05:01', 4, 'update', 'success'],
		['09:40:10', 5, 'create', 'success'],
		['09:40:14', 6, 'update', 'success'],
		['09:40:22', 5, 'create', 'success'],
		['09:40:23', 5, 'create', 'success'],
		['09:40:24', 5, 'update', 'success'],
		['09:40:25', 6, 'skip', 'skipped'],
		['09:40:33', 5, 'staged', 'warning'],
		['09:40:36', 6, 'delete', 'success'],
		['09:40:42', 5, 'create', 'success'],
		['09:40:50', 5, 'skip', 'skipped'],
		['09:40:58', 5, 'update', 'success'],
		['09:41:05', 5, 'create', 'failure'],
		['09:41:07', 5, 'disable', 'success']
	];
	rows.sort((a, b) => day(a[0]) - day(b[0]));
	for (const [time, lane, mark, outcome] of rows) pushEvent(events, { at: day(time), lane, mark, outcome, seq: ++seq });
	const cycles: TimelineCycle[] = [
		{ lane: 1, from: day('08:20'), to: day('08:28'), kind: 'incremental', state: 'done', seq: 0 },
		{ lane: 2, from: day('08:28'), to: day('08:35'), kind: 'incremental', state: 'done', seq: 0 },
		{ lane: 3, from: day('08:40'), to: day('08:46'), kind: 'incremental', state: 'done', seq: 0 },
		{ lane: 5, from: day('09:00'), to: day('09:01:02'), kind: 'initial', state: 'done', seq: 0, name: 'cycle 2' },
		{ lane: 6, from: day('09:00:02'), to: day('09:00:55'), kind: 'initial', state: 'done', seq: 0 },
		{ lane: 7, from: day('09:00:02'), to: day('09:00:22'), kind: 'initial', state: 'done', seq: 0 },
		{
			lane: 5,
			from: day('09:40'),
			to: day('09:41:30'),
			kind: 'incremental',
			state: 'running',
			seq: 0,
			name: 'cycle 3'
		},
		{ lane: 6, from: day('09:40:04'), to: day('09:40:44'), kind: 'incremental', state: 'done', seq: 0 },
		{ lane: 1, from: day('10:20'), to: day('10:20:20'), kind: 'incremental', state: 'planned', seq: 0 },
		{ lane: 5, from: day('10:20:40'), to: null, kind: 'incremental', state: 'planned', seq: 0 }
	];
	return {
		lanes: [
			{ id: 'you', name: 'You', kind: 'you' },
			{ id: 'workday', name: 'Workday', kind: 'hr' },
			{ id: 'ad', name: 'Active Directory', kind: 'ad' },
			{ id: 'connect', name: 'Connect sync', kind: 'connect' },
			{ id: 'entra', name: 'Entra ID', kind: 'entra' },
			{ id: 'slack', name: 'Slack', kind: 'app' },
			{ id: 'github', name: 'GitHub', kind: 'app' },
			{ id: 'salesforce', name: 'Salesforce', kind: 'app' }
		],
		order: [0, 1, 2, 3, 4, 5, 6, 7],
		events,
		cycles,
		reach: reachOf(cycles),
		quarantines: [{ lane: 7, from: day('09:00:12'), to: null, words: 'Quarantine, next try Wed 03:00', seq: 0 }],
		labels: [
			{ seq: 1, at: day('08:20'), text: 'Hire Ada' },
			{ seq: 6, at: day('08:58'), text: 'Start provisioning' },
			{ seq: 25, at: day('09:04:10'), text: 'Change a title' },
			{ seq: 27, at: day('09:05:00'), text: 'Unassign Ada' }
		]
	};
}
