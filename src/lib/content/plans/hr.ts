import type { GuideRow } from '#lib/world/plan';

/** The acceptance table of the planning guide for cloud HR provisioning (H-450 to H-454). */
export const hrRows: readonly GuideRow[] = [
	{
		id: 'hr-hired',
		plan: 'hr',
		title: 'A new worker is hired in human resources',
		guide: 'An account is made in the directory, and with Connect also in Microsoft Entra ID; the user can sign in.',
		act: { is: 'hire' },
		expect: [{ is: 'directoryActive' }, { is: 'inTenant' }],
		rules: ['H-080', 'H-450']
	},
	{
		id: 'hr-terminated',
		plan: 'hr',
		title: 'A worker is terminated in human resources',
		guide: 'The account is disabled in the directory, and the user cannot sign in to anything that it protects.',
		act: { is: 'terminate' },
		expect: [{ is: 'directoryInactive' }],
		rules: ['H-120', 'H-451']
	},
	{
		id: 'hr-moved',
		plan: 'hr',
		title: "A worker's supervisory organization changes",
		guide: 'By the mapping, the account moves from one unit to another.',
		act: { is: 'move' },
		expect: [{ is: 'moved' }],
		rules: ['H-102', 'H-230', 'H-452']
	},
	{
		id: 'hr-manager',
		plan: 'hr',
		title: "A worker's manager changes in human resources",
		guide: 'The manager of the account is the new one.',
		act: { is: 'newManager' },
		expect: [{ is: 'managed' }],
		rules: ['H-100', 'H-453']
	},
	{
		id: 'hr-out-of-scope',
		plan: 'hr',
		title: 'A worker is out of scope',
		guide: 'The account is disabled. With SkipOutOfScopeDeletions it is left as it is, and this row fails.',
		act: { is: 'excludeWorker' },
		expect: [{ is: 'directoryInactive' }],
		rules: ['H-138', 'H-139', 'C-243'],
		simulated: 'The scoping filter gets one more condition, which this worker alone does not meet.'
	},
	{
		id: 'hr-rehired-same',
		plan: 'hr',
		title: 'A worker is rehired under the old employee ID',
		guide: 'The account that exists is enabled again.',
		act: { is: 'rehireSame' },
		expect: [{ is: 'directoryActive' }, { is: 'sameAccount' }],
		rules: ['H-150', 'H-454']
	},
	{
		id: 'hr-rehired-new',
		plan: 'hr',
		title: 'A worker is rehired under a new employee ID',
		guide: 'A new account is made; the old one stays disabled.',
		act: { is: 'rehireNew' },
		expect: [{ is: 'directoryActive' }, { is: 'secondAccount' }, { is: 'oldInactive' }],
		rules: ['H-151', 'H-454'],
		simulated: 'The new record has another city and its number as the user name, because names in one unit are unique.'
	},
	{
		id: 'hr-converted',
		plan: 'hr',
		title: 'An employee becomes a contingent worker, or the other way round',
		guide: 'A new account is made for the new persona, and the old one is disabled on the day of the conversion.',
		act: { is: 'convert' },
		expect: [{ is: 'directoryActive' }, { is: 'secondAccount' }, { is: 'oldInactive' }],
		rules: ['H-152', 'H-454'],
		simulated: 'The new record has another city and its number as the user name, because names in one unit are unique.'
	}
];
