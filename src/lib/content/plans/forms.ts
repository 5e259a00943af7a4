import type { ActName, ExpectName } from '#lib/world/plan';

/** How an action, or what is expected of it, is offered in a form. */
export interface FormChoice<N extends string> {
	readonly is: N;
	readonly label: string;
	/** Whom it is about: somebody of the directory, or a worker of human resources. */
	readonly on: 'directory' | 'hr';
	/** What else the form asks for. */
	readonly takes?: readonly ('attribute' | 'value' | 'action')[];
	/** Nobody can be chosen: the action brings somebody new. */
	readonly alone?: true;
}

export const actForms: readonly FormChoice<ActName>[] = [
	{ is: 'joinGroup', label: 'Add the person to an assigned group', on: 'directory' },
	{ is: 'leaveGroup', label: 'Remove the person from the assigned group', on: 'directory' },
	{ is: 'assign', label: 'Assign the person', on: 'directory' },
	{ is: 'unassign', label: 'Unassign the person', on: 'directory' },
	{ is: 'change', label: 'Change an attribute of the person', on: 'directory', takes: ['attribute', 'value'] },
	{ is: 'leaveScope', label: 'Let the scoping filter exclude the person', on: 'directory' },
	{ is: 'block', label: 'Block sign-in of the person', on: 'directory' },
	{ is: 'delete', label: 'Delete the person in the directory', on: 'directory' },
	{ is: 'hire', label: 'Hire somebody', on: 'hr', alone: true },
	{ is: 'terminate', label: 'Terminate the worker', on: 'hr' },
	{ is: 'move', label: 'Change the supervisory organization of the worker', on: 'hr' },
	{ is: 'newManager', label: 'Give the worker another manager', on: 'hr' },
	{ is: 'rehireSame', label: 'Rehire a former worker under the old ID', on: 'hr' },
	{ is: 'rehireNew', label: 'Rehire a former worker under a new ID', on: 'hr' },
	{ is: 'convert', label: 'Turn an employee into a contingent worker, or back', on: 'hr' },
	{ is: 'changeWorker', label: 'Change a field of the worker', on: 'hr', takes: ['attribute', 'value'] },
	{ is: 'excludeWorker', label: 'Let the scoping filter exclude the worker', on: 'hr' }
];

export const expectForms: readonly FormChoice<ExpectName>[] = [
	{ is: 'active', label: 'Has an account in use', on: 'directory' },
	{ is: 'removed', label: 'Has no account in use: it is disabled or deleted', on: 'directory' },
	{ is: 'inactive', label: 'Has an account that is disabled', on: 'directory' },
	{ is: 'gone', label: 'Has no account any more', on: 'directory' },
	{ is: 'value', label: 'An attribute of the account has a value', on: 'directory', takes: ['attribute', 'value'] },
	{ is: 'signsIn', label: 'Can sign in', on: 'directory' },
	{ is: 'signInRefused', label: 'Cannot sign in', on: 'directory' },
	{ is: 'logged', label: 'The provisioning log has a row', on: 'directory', takes: ['action'] },
	{ is: 'nothingWritten', label: 'Nothing is written to the application', on: 'directory' },
	{ is: 'directoryActive', label: 'The account in the directory is enabled', on: 'hr' },
	{ is: 'directoryInactive', label: 'The account in the directory is disabled', on: 'hr' },
	{ is: 'moved', label: 'The account is in another unit', on: 'hr' },
	{ is: 'managed', label: 'The manager of the account is the new one', on: 'hr' },
	{ is: 'sameAccount', label: 'It is the account from before', on: 'hr' },
	{ is: 'secondAccount', label: 'It is a new account beside the old one', on: 'hr' },
	{ is: 'oldInactive', label: 'The old account is disabled', on: 'hr' },
	{
		is: 'directoryValue',
		label: 'An attribute of the account in the directory has a value',
		on: 'hr',
		takes: ['attribute', 'value']
	},
	{ is: 'inTenant', label: 'Is a user in Microsoft Entra ID', on: 'hr' }
];

/** What a row of the log can be looked for by. */
export const loggedActions = ['Create', 'Update', 'Disable', 'Delete'] as const;
