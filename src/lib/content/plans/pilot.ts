/** What a check looks at in a wave. */
export type Measure =
	| 'reached'
	| 'failures'
	| 'duplicates'
	| 'suspects'
	| 'removals'
	| 'overwritten'
	| 'quarantine'
	| 'hours'
	| 'throttled'
	| 'load';

/** One go / no-go check: a measure and the limit that it is held to. */
export interface Threshold {
	readonly id: Measure;
	readonly label: string;
	/** What it counts, and why it matters. */
	readonly why: string;
	readonly unit: string;
	readonly direction: 'most' | 'least';
	readonly limit: number;
	readonly on: boolean;
}

export const thresholds: readonly Threshold[] = [
	{
		id: 'reached',
		label: 'People of the wave who can work',
		why: 'Share of the people of the wave who have an account in use when it is over.',
		unit: '%',
		direction: 'least',
		limit: 98,
		on: true
	},
	{
		id: 'failures',
		label: 'Failures',
		why: 'Share of the objects that failed, of all that were written or should have been.',
		unit: '%',
		direction: 'most',
		limit: 2,
		on: true
	},
	{
		id: 'duplicates',
		label: 'Matching found several accounts',
		why: 'People for whom the matching attribute has more than one account: DuplicateTargetEntries.',
		unit: 'people',
		direction: 'most',
		limit: 0,
		on: true
	},
	{
		id: 'suspects',
		label: 'Second accounts',
		why: 'Accounts that were made although an account without an owner looks like the same person.',
		unit: 'accounts',
		direction: 'most',
		limit: 0,
		on: true
	},
	{
		id: 'removals',
		label: 'Disabled or deleted',
		why: 'Accounts that the wave takes away. A pilot that brings people in takes nobody out.',
		unit: 'accounts',
		direction: 'most',
		limit: 0,
		on: true
	},
	{
		id: 'overwritten',
		label: 'Overwritten values of one attribute',
		why: 'Accounts that lose the value of one attribute, the one that is overwritten most. The old values cannot be brought back.',
		unit: 'accounts',
		direction: 'most',
		limit: 10,
		on: false
	},
	{
		id: 'quarantine',
		label: 'Quarantine',
		why: 'The job is in quarantine when the wave is over.',
		unit: 'times',
		direction: 'most',
		limit: 0,
		on: true
	},
	{
		id: 'hours',
		label: 'Time until it is done',
		why: 'From the assignment to the end of the cycle that sees it.',
		unit: 'hours',
		direction: 'most',
		limit: 8,
		on: true
	},
	{
		id: 'throttled',
		label: 'Requests that were refused as too many',
		why: 'Answers 429 from the application.',
		unit: 'requests',
		direction: 'most',
		limit: 0,
		on: true
	},
	{
		id: 'load',
		label: 'Load on the application',
		why: 'The busiest minute or second, as a share of what the application allows.',
		unit: '%',
		direction: 'most',
		limit: 80,
		on: true
	}
];

/** Somebody who has to know, or something that has to be said; the guide names them, a company adds its own. */
export interface ChecklistItem {
	readonly id: string;
	readonly text: string;
	readonly hint: string;
}

export const stakeholders: readonly ChecklistItem[] = [
	{ id: 'it', text: 'IT owner', hint: 'Manages the application and its administrators; is the first contact.' },
	{ id: 'identity', text: 'Identity architect', hint: 'Designs scope, matching and mappings; agrees to every change.' },
	{ id: 'business', text: 'Business owner', hint: 'Says what people need, and when a wave may start.' },
	{ id: 'security', text: 'Security', hint: 'Confirms who may have an account, and how it is taken away.' },
	{ id: 'hr', text: 'Human resources', hint: 'Owns the data about people, where it comes from human resources.' },
	{ id: 'helpdesk', text: 'Help desk', hint: 'Knows the dates, the questions that will come and their answers.' },
	{ id: 'pilot', text: 'People of the pilot', hint: 'Agreed to try it, and know where to report problems.' }
];

export const communications: readonly ChecklistItem[] = [
	{ id: 'announce', text: 'The pilot is announced', hint: 'What changes, when, for whom, and whom to ask.' },
	{
		id: 'before',
		text: 'Each wave is announced a day before',
		hint: 'How to sign in, and what happens to an account that people already have.'
	},
	{ id: 'downtime', text: 'The window is agreed', hint: 'Hours in which the application may be busy.' },
	{ id: 'feedback', text: 'A way to report problems exists', hint: 'One address, and somebody who reads it.' },
	{
		id: 'rollback',
		text: 'The way back is written down',
		hint: 'Stop, find the wrong operations, correct them with the owner.'
	},
	{ id: 'decision', text: 'Who decides on the next wave is named', hint: 'Go or no-go, by the checks of this plan.' },
	{
		id: 'after',
		text: 'The result of each wave is announced',
		hint: 'How many out of how many, and what comes next.'
	}
];

/** H-166: what has to be decided with human resources before their data makes accounts. */
export const designQuestions: readonly ChecklistItem[] = [
	{
		id: 'rehires',
		text: 'Do rehires keep their employee IDs?',
		hint: 'With the old ID the old account is enabled again, with a new one a second account is made.'
	},
	{
		id: 'future',
		text: 'Are future hires made early, and enabled or disabled until their first day?',
		hint: 'An account that is there before the first day can be prepared; it should not be open.'
	},
	{
		id: 'terminations',
		text: 'Which date drives terminations?',
		hint: 'The last day of work, the termination date, or the day on which it was entered.'
	},
	{
		id: 'conversions',
		text: 'Do people keep their accounts when they are converted?',
		hint: 'With another ID the new persona gets an account of its own, and the old one is disabled.'
	},
	{
		id: 'rescinds',
		text: 'How are rescinded hires and terminations processed?',
		hint: 'Somebody has to undo what the first transaction did, or a mapping has to.'
	}
];
