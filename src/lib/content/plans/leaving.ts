import type { GuideRow } from '#lib/world/plan';

/** The four ways in which somebody leaves an application. */
export const leavingRows: readonly GuideRow[] = [
	{
		id: 'leaving-deleted',
		plan: 'leaving',
		title: 'A user is deleted in Microsoft Entra ID',
		guide: 'The account is disabled while the user is in the recycle bin.',
		act: { is: 'delete' },
		expect: [{ is: 'removed' }, { is: 'signInRefused' }],
		rules: ['C-181', 'C-226']
	},
	{
		id: 'leaving-blocked',
		plan: 'leaving',
		title: 'Sign-in of a user is blocked',
		guide: 'The account is disabled in the application.',
		act: { is: 'block' },
		expect: [{ is: 'removed' }, { is: 'signInRefused' }],
		rules: ['C-149', 'C-180']
	},
	{
		id: 'leaving-unassigned',
		plan: 'leaving',
		title: 'A user is unassigned from the application',
		guide: 'The account is disabled; where the application cannot disable, it is deleted.',
		act: { is: 'unassign' },
		expect: [{ is: 'removed' }, { is: 'signInRefused' }],
		rules: ['C-178', 'C-185']
	},
	{
		id: 'leaving-group',
		plan: 'leaving',
		title: 'A user leaves the group that is assigned',
		guide: 'The account is disabled; the log has a row Disable.',
		act: { is: 'leaveGroup' },
		expect: [{ is: 'removed' }, { is: 'signInRefused' }],
		rules: ['C-068', 'C-178']
	}
];
