import { resolve } from '$app/paths';
import { act } from '#lib/ui/shell';
import type { Command } from '#lib/ui/kit';

interface Who {
	readonly slot: number;
	readonly displayName: string;
	readonly accountEnabled: boolean;
	readonly softDeletedAt: number | null;
}

interface Details {
	readonly user: Who;
	readonly masteredBy: number | null;
	readonly administrator: boolean;
}

/** What can be done with a user. What is deleted can only come back, or go for good. */
export function userCommands({ user, masteredBy, administrator }: Details): Command[] {
	const { displayName: name } = user;
	const who = { user: user.slot };
	const journey: Command = {
		id: 'journey',
		label: 'Journey',
		icon: 'columns',
		hint: 'all systems side by side, to read or to print',
		href: resolve('/users/[slot]/journey', { slot: String(user.slot) })
	};
	if (user.softDeletedAt !== null)
		return [
			{
				id: 'restore',
				label: 'Restore user',
				icon: 'undo',
				run: () => void act('user.restore', who, `Restored ${name}.`)
			},
			{
				id: 'purge',
				label: 'Delete permanently',
				icon: 'remove',
				run: () => void act('user.purge', who, `Deleted ${name} permanently.`)
			},
			journey
		];
	const enabled = user.accountEnabled;
	const verb = enabled ? 'user.block' : 'user.unblock';
	const sentence = `${enabled ? 'Blocked' : 'Unblocked'} sign-in of ${name}.`;
	return [
		{
			id: 'block',
			label: enabled ? 'Block sign-in' : 'Unblock sign-in',
			icon: enabled ? 'pause' : 'play',
			hint: `accountEnabled becomes ${enabled ? 'false' : 'true'}`,
			run: () => void act(verb, who, sentence)
		},
		{
			id: 'administrator',
			label: administrator ? 'Remove administrator role' : 'Give administrator role',
			icon: 'person',
			hint: 'Connect matches no account with a user who holds one (H-312)',
			run: () =>
				void act(
					'user.administrator',
					{ ...who, on: !administrator },
					`${name} ${administrator ? 'no longer holds an administrator role' : 'holds an administrator role'}.`
				)
		},
		{
			id: 'delete',
			label: 'Delete',
			icon: 'remove',
			hint: 'into the recycle bin, for 30 days',
			// H-461.
			disabledWhy: masteredBy === null ? undefined : 'Active Directory masters this user: delete the account there.',
			run: () => void act('user.softDelete', who, `Deleted ${name}. The recycle bin keeps the user for 30 days.`)
		},
		journey
	];
}
