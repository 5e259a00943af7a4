/**
 * What a first visit opens: the sample company with its first cycle about to run, so that a stranger sees people become
 * accounts without doing anything. Only commands, as a person could have given them.
 */
export const firstCompany = {
	name: 'Contoso Harbour Group',
	options: { size: 25, preset: 'cloud-only', apps: ['byoa'] },
	/** Minutes after the start, in order. */
	commands: [
		{ minute: 12, verb: 'assign', args: { app: 'byoa', kind: 'group', who: ['Pilot-W2-Sales'] } },
		{ minute: 20, verb: 'job.start', args: { app: 'byoa' } }
	]
} as const;
