import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Command } from '#lib/ui/kit';
import { act } from '#lib/ui/shell';

interface Which {
	readonly slot: number;
	readonly name: string;
	readonly membership: 'Assigned' | 'Dynamic';
	readonly source: 'Cloud' | 'Windows Server AD';
	readonly type: 'Security' | 'Microsoft 365';
	readonly softDeletedAt: number | null;
}

/** The forms of a group's page: at most one is open. */
export type GroupFormName = 'add' | 'remove' | 'rename' | 'dynamic';

/** C-237: what is in the recycle bin can only come back, or go for good. */
export function deletedGroupCommands({ slot, name }: Pick<Which, 'slot' | 'name'>): Command[] {
	const group = { group: slot };
	return [
		{
			id: 'restore',
			label: 'Restore group',
			icon: 'undo',
			run: () => void act('group.restore', group, `Restored the group ${name}.`)
		},
		{
			id: 'purge',
			label: 'Delete permanently',
			icon: 'remove',
			run: () => void act('group.purge', group, `Deleted the group ${name} permanently.`)
		}
	];
}

/** What can be done with a group. The members of a dynamic one are its rule's (G-030). */
export function groupCommands(group: Which, open: (form: GroupFormName) => void): Command[] {
	const { slot, name, membership, source, type, softDeletedAt } = group;
	if (softDeletedAt !== null) return deletedGroupCommands(group);
	const isDynamic = membership === 'Dynamic';
	// H-433.
	const mastered = source === 'Cloud' ? undefined : 'Active Directory masters this group: change it there.';
	const disabledWhy = isDynamic ? 'the members of a dynamic group are set by its rule.' : mastered;
	const drop = async () => {
		const kept = type === 'Microsoft 365' ? ' The recycle bin keeps it for 30 days.' : '';
		if (await act('group.delete', { group: slot }, `Deleted the group ${name}.${kept}`)) await goto(resolve('/groups'));
	};
	const commands: Command[] = [
		{ id: 'add', label: 'Add members', icon: 'plus', disabledWhy, run: () => open('add') },
		{ id: 'remove', label: 'Remove members', icon: 'minus', disabledWhy, run: () => open('remove') },
		{ id: 'rename', label: 'Rename', icon: 'edit', disabledWhy: mastered, run: () => open('rename') }
	];
	if (!isDynamic && !mastered)
		commands.push({ id: 'dynamic', label: 'Make dynamic', icon: 'filter', run: () => open('dynamic') });
	return [
		...commands,
		{ id: 'delete', label: 'Delete', icon: 'remove', disabledWhy: mastered, run: () => void drop() }
	];
}
