/**
 * What runs behind the start page: one hire, from HR to an account. It is a show, apart from the company that a person
 * has, so that every visit sees the same. Only commands, as a person could have given them.
 */
export const story = {
	name: 'Contoso Harbour Group',
	options: { preset: 'cloud-only', hr: 'workday', apps: ['wd-entra', 'byoa'] },
	/** Minutes after the start, in order. */
	commands: [
		{ minute: 2, verb: 'job.start', args: { app: 'wd-entra' } },
		{ minute: 12, verb: 'assign', args: { app: 'byoa', kind: 'group', who: ['Pilot-W2-Sales'], role: null } },
		{ minute: 20, verb: 'job.start', args: { app: 'byoa' } },
		{
			minute: 70,
			verb: 'hr.hire',
			args: { name: 'Ada Fields', org: 'Sales', city: 'London', workerId: '1000901', manager: 3, fields: {} }
		}
	],
	/** Where it stands when the page opens, in minutes after the start. */
	from: 74,
	/** Minutes from there until the account is there. */
	minutes: 27,
	/** The application in whose log the story ends. */
	app: 'byoa',
	who: 'Ada Fields'
} as const;
