import type { EntraUser } from '../entra/user';
import type { RuleContext } from './compile';
import { population } from './population';
import { propertyOf, recordName } from './properties';
import type { CompiledRule } from './rule';

type Users = readonly (EntraUser | null | undefined)[];

/**
 * Whom each of many rules takes in. Most rules of a company ask one attribute for one value: the users are sorted by
 * the values of that attribute once, and not asked again for each of thirty values.
 */
export function populations(users: Users, context: RuleContext): (rule: CompiledRule) => readonly number[] {
	const sorted = new Map<string, Map<string, number[]>>();
	return (rule) => {
		const asked = oneValue(rule);
		if (!asked) return population(rule, users, context);
		let byValue = sorted.get(asked.attribute);
		if (!byValue) sorted.set(asked.attribute, (byValue = sortedBy(asked.attribute, users)));
		return byValue.get(asked.value) ?? [];
	};
}

/** `user.department -eq "Sales"`: a text attribute and the value that it must have, whatever its letter case (G-006). */
function oneValue({ tree }: CompiledRule): { attribute: string; value: string } | null {
	if (tree.kind !== 'comparison' || tree.operator !== 'eq' || tree.value.kind !== 'text') return null;
	const { subject, name } = tree.property;
	if (subject !== 'user' || propertyOf('user', name)?.type !== 'text') return null;
	return { attribute: recordName(name), value: tree.value.text.toLowerCase() };
}

function sortedBy(attribute: string, users: Users): Map<string, number[]> {
	const exact = new Map<unknown, number[]>();
	for (const user of users) {
		const value = user?.[attribute as keyof EntraUser];
		if (!user || value === null || value === undefined) continue;
		const slots = exact.get(value);
		if (slots) slots.push(user.slot);
		else exact.set(value, [user.slot]);
	}
	const sorted = new Map<string, number[]>();
	for (const [value, slots] of exact) {
		const lower = String(value).toLowerCase();
		const others = sorted.get(lower);
		sorted.set(lower, others ? [...others, ...slots].sort((a, b) => a - b) : slots);
	}
	return sorted;
}
