import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Command } from '#lib/ui/kit';
import { act } from '#lib/ui/shell';

interface Which {
	readonly slot: number;
	readonly name: string;
	readonly membership: 'Assigned' | 'Dynamic';
}

interface Forms {
	add: () => void;
	remove: () => void;
	rename: () => void;
}

/** What can be done with a group. The members of a dynamic one are its rule's (G-030). */
export function groupCommands({ slot, name, membership }: Which, { add, remove, rename }: Forms): Command[] {
	const disabledWhy = membership === 'Dynamic' ? 'the members of a dynamic group are set by its rule.' : undefined;
	const drop = async () => {
		if (await act('group.delete', { group: slot }, `Deleted the group ${name}.`)) await goto(resolve('/groups'));
	};
	return [
		{ id: 'add', label: 'Add members', icon: 'plus', disabledWhy, run: add },
		{ id: 'remove', label: 'Remove members', icon: 'minus', disabledWhy, run: remove },
		{ id: 'rename', label: 'Rename', icon: 'edit', run: rename },
		{ id: 'delete', label: 'Delete', icon: 'remove', run: () => void drop() }
	];
}
