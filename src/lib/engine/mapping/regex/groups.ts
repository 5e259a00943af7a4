import { type Group, PatternFault, type Reference } from './tree';

export interface Numbering {
	/** The place of a group among all of them, by its name and by its number as text. */
	readonly names: ReadonlyMap<string, number>;
	readonly groups: number;
}

const largest = 2 ** 31 - 1;

/** The name under which a group is kept: a number is the same group however it is written. */
export function groupName(name: string): string {
	return isNumber(name) ? String(Number(name)) : name;
}

/** Unnamed groups come first, named ones after them; a name that is a number asks for that number. */
export function numberGroups(groups: readonly Group[], references: readonly Reference[]): Numbering {
	const numbers = new Map<string, number>([['0', 0]]);
	let next = 1;
	for (const group of groups) {
		group.name ??= String(next++);
		if (!isNumber(group.name)) continue;
		if (Number(group.name) > largest) throw new PatternFault(`there is no group number ${group.name}`, 0);
		numbers.set(group.name, Number(group.name));
	}
	for (const { name } of groups) {
		if (name === undefined || numbers.has(name)) continue;
		while (numbers.has(String(next))) next++;
		numbers.set(name, next);
		numbers.set(String(next), next);
	}
	// Numbers may have gaps, the places have none.
	const inOrder = [...new Set(numbers.values())].sort((one, two) => one - two);
	const names = new Map([...numbers].map(([name, number]) => [name, inOrder.indexOf(number)]));
	for (const group of groups) group.number = names.get(group.name!)!;
	for (const reference of references) reference.number = names.get(reference.name) ?? 0;
	return { names, groups: inOrder.length - 1 };
}

function isNumber(name: string): boolean {
	return /^[0-9]+$/.test(name);
}
