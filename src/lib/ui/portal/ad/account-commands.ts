import type { Command } from '#lib/ui/kit';
import { act } from '#lib/ui/shell';
import type { ViewData } from '#lib/views';

/** H-280: the account with which the agent writes. */
const agentAccount = 'provAgentgMSA$';

/** What can be done with an account of Active Directory. */
export function adCommands(
	details: NonNullable<ViewData<'adAccount'>>,
	onopen: (form: 'move' | 'manager') => void
): Command[] {
	const { slot: account, cn, enabled, guarded } = details.account;
	const edit = { account, attribute: 'enabled', value: !enabled };
	const free: Command[] = !guarded
		? []
		: [
				{
					id: 'grant',
					label: 'Grant rights',
					icon: 'check',
					hint: `${agentAccount} may write to this account; the directory removes the right on the hour`,
					disabledWhy: details.granted ? `${agentAccount} has this right already.` : undefined,
					run: () => void act('ad.grant', { account, to: agentAccount }, `${agentAccount} may write to ${cn} now.`)
				},
				{
					id: 'unprotect',
					label: 'Remove from protected groups',
					icon: 'minus',
					hint: 'adminCount is cleared, and the agent may write to it from now on',
					run: () => void act('ad.removeFromProtectedGroups', { account }, `${cn} is no longer in a protected group.`)
				}
			];
	return [
		{
			id: 'enable',
			label: enabled ? 'Disable account' : 'Enable account',
			icon: enabled ? 'pause' : 'play',
			run: () => void act('ad.edit', edit, `${enabled ? 'Disabled' : 'Enabled'} ${cn} in Active Directory.`)
		},
		{ id: 'move', label: 'Move', icon: 'branch', run: () => onopen('move') },
		{ id: 'manager', label: 'Change manager', icon: 'people', run: () => onopen('manager') },
		...free,
		{
			id: 'delete',
			label: 'Delete',
			icon: 'remove',
			hint: 'for good: the AD Recycle Bin is off',
			run: () => void act('ad.delete', { account }, `Deleted ${cn} from Active Directory.`)
		}
	];
}
