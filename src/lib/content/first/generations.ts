/** What differs between the generations of the service, with the rule that says so; the years in their order. */
export const generations = [2016, 2017, 2019, 2021, 2024] as const;

export interface Difference {
	readonly what: string;
	readonly rule: string;
	/** One text a generation. */
	readonly values: readonly [string, string, string, string, string];
}

export const differences: readonly Difference[] = [
	{
		what: 'Time between two cycles',
		rule: 'C-056',
		values: ['10 min', '10 min', "the connector's own, 40 min", '40 min', '40 min']
	},
	{
		what: 'Interval that the schedule reports',
		rule: 'C-063',
		values: ['PT10M', 'PT10M', 'PT40M', 'PT20M', 'PT40M']
	},
	{
		what: 'A target that keeps failing',
		rule: 'C-004',
		values: [
			'asked less and less often, down to once a day',
			'asked less and less often, down to once a day',
			'quarantine, the wait doubles (simulated)',
			'quarantine, the wait doubles (simulated)',
			'quarantine, tried after 6, 12 and 24 hours, then daily'
		]
	},
	{
		what: 'After four weeks of it',
		rule: 'C-014',
		values: ['goes on', 'goes on', 'switched off', 'switched off', 'switched off']
	},
	{
		what: 'A hard-deleted user',
		rule: 'C-005',
		values: ['never deleted in the application', 'DELETE', 'DELETE', 'DELETE', 'DELETE']
	},
	{
		what: 'Clear state and restart',
		rule: 'C-010',
		values: [
			'not there',
			'a checkbox: drops the links',
			'not there',
			'Restart: keeps the links',
			'Restart: keeps the links'
		]
	},
	{
		what: 'How long an initial cycle takes',
		rule: 'C-428',
		values: ['a formula', 'a formula', 'a formula', 'a table by size and scope', 'a formula']
	},
	{
		what: 'Provision on demand',
		rule: 'C-017',
		values: ['not there', 'not there', 'not there', 'users', 'users and groups']
	},
	{
		what: 'Accidental deletion prevention',
		rule: 'C-002',
		values: ['not there', 'not there', 'not there', 'not there', 'opt-in']
	},
	{
		what: 'Account Discovery',
		rule: 'C-002',
		values: ['not there', 'not there', 'not there', 'not there', 'preview']
	},
	{
		what: 'SkipOutOfScopeDeletions',
		rule: 'C-002',
		values: ['not there', 'not there', 'not there', 'by Graph', 'by Graph']
	},
	{
		what: 'Name of the source system in the log',
		rule: 'C-020',
		values: [
			'Azure Active Directory',
			'Azure Active Directory',
			'Azure Active Directory',
			'Azure Active Directory',
			'Microsoft Entra ID'
		]
	}
];
