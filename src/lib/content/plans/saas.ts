import type { GuideRow } from '#lib/world/plan';

/** The table of the planning guide for automatic user provisioning, row by row; who is sampled is found in the company. */
export const saasRows: readonly GuideRow[] = [
	{
		id: 'saas-joins',
		plan: 'saas',
		title: 'A user is added to a group that is assigned to the application',
		guide: 'The user is provisioned in the application, can sign in, and can do what is desired.',
		act: { is: 'joinGroup' },
		expect: [{ is: 'active' }, { is: 'signsIn' }, { is: 'logged', value: 'Create' }],
		rules: ['C-066', 'C-158', 'C-174']
	},
	{
		id: 'saas-leaves',
		plan: 'saas',
		title: 'A user is removed from a group that is assigned to the application',
		guide: 'The user is deprovisioned in the application and cannot sign in any more.',
		act: { is: 'leaveGroup' },
		expect: [{ is: 'removed' }, { is: 'signInRefused' }],
		rules: ['C-159', 'C-178', 'C-242']
	},
	{
		id: 'saas-changes',
		plan: 'saas',
		title: 'User information is updated by any method',
		guide: 'The updated attributes are in the application after an incremental cycle.',
		act: { is: 'change' },
		expect: [{ is: 'value' }, { is: 'logged', value: 'Update' }],
		rules: ['C-155', 'C-174', 'H-324']
	},
	{
		id: 'saas-out-of-scope',
		plan: 'saas',
		title: 'A user is out of scope',
		guide: 'The user is disabled or deleted. Provisioning from Workday overrides this (SkipOutOfScopeDeletions).',
		act: { is: 'leaveScope' },
		expect: [{ is: 'removed' }],
		rules: ['C-083', 'C-179', 'C-382', 'C-243'],
		simulated: 'The scoping filter gets one more condition, which this user alone does not meet.'
	}
];
