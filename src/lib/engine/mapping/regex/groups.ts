import { type Group, PatternFault, type Reference } from './tree';

/** Unnamed groups come first, named ones after them; a name that is a number asks for that number. */
export function numberGroups(
	groups: readonly Group[],
	references: readonly Reference[]
): { names: ReadonlyMap<string, number>; groups: number } {
	const names = new Map<string, number>([['0', 0]]);
	let next = 1;
	for (const group of groups) {
		if (group.name === undefined) {
			group.number = next++;
			names.set(String(group.number), group.number);
		} else if (isNumber(group.name)) {
			group.number = Number(group.name);
			if (group.number > 1000) throw new PatternFault(`there is no group number ${group.name}`, 0);
			names.set(String(group.number), group.number);
		}
	}
	for (const group of groups) {
		if (group.name === undefined || isNumber(group.name)) continue;
		let number = names.get(group.name);
		if (number === undefined) {
			while (names.has(String(next))) next++;
			number = next;
			names.set(group.name, number);
			names.set(String(number), number);
		}
		group.number = number;
	}
	for (const reference of references) {
		const number = names.get(reference.name);
		if (number === undefined) throw new PatternFault(`there is no group ${reference.name}`, reference.at);
		reference.number = number;
	}
	return { names, groups: Math.max(...names.values()) };
}

function isNumber(name: string): boolean {
	return /^[0-9]+$/.test(name);
}
