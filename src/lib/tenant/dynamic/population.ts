import type { EntraUser } from '../entra/user';
import type { RuleContext } from './compile';
import type { CompiledRule } from './rule';

/** Everybody whom a rule takes in, in the order of slots. */
export function population(
	rule: CompiledRule,
	users: readonly (EntraUser | null | undefined)[],
	context: RuleContext
): readonly number[] {
	const slots: number[] = [];
	for (const user of users) if (user && rule.matches(user, context)) slots.push(user.slot);
	return slots;
}

/** A new or changed rule: who leaves first, then who joins (G-032). */
export function refill(
	members: readonly number[],
	rule: CompiledRule,
	users: readonly (EntraUser | null | undefined)[],
	context: RuleContext
): { readonly leave: readonly number[]; readonly join: readonly number[] } {
	const now = population(rule, users, context);
	const [was, is] = [new Set(members), new Set(now)];
	return { leave: members.filter((slot) => !is.has(slot)), join: now.filter((slot) => !was.has(slot)) };
}

/** What one change of one user does to one group. */
export interface MembershipChange<Group> {
	readonly group: Group;
	readonly slot: number;
	readonly joins: boolean;
}

/** All dynamic rules of a tenant, kept by the attributes that they ask for. */
export interface RuleSet<Group> {
	/** The groups whose rule asks for any of these attributes, in the order in which the groups were given. */
	askingFor(attributes: Iterable<string>): readonly Group[];
	/**
	 * What a change of a user does to the memberships (G-031). Every rule is answered anew by the documentation; only the
	 * rules that ask for an attribute that differs can answer differently, and only those are asked.
	 */
	changes(before: EntraUser | null, after: EntraUser | null, context: RuleContext): readonly MembershipChange<Group>[];
}

export function ruleSet<Group>(rules: readonly (readonly [Group, CompiledRule])[]): RuleSet<Group> {
	const byAttribute = new Map<string, number[]>();
	rules.forEach(([, rule], index) => {
		for (const attribute of rule.dependsOn) {
			const indexes = byAttribute.get(attribute);
			if (indexes) indexes.push(index);
			else byAttribute.set(attribute, [index]);
		}
	});
	const every = rules.map((_, index) => index);
	const asking = (attributes: Iterable<string>): readonly number[] => {
		const found = new Set<number>();
		for (const attribute of attributes) for (const index of byAttribute.get(attribute) ?? []) found.add(index);
		return [...found].sort((a, b) => a - b);
	};
	const differing = (before: EntraUser, after: EntraUser) =>
		[...byAttribute.keys()].filter((name) => before[name as keyof EntraUser] !== after[name as keyof EntraUser]);

	return {
		askingFor: (attributes) => asking(attributes).map((index) => (rules[index] as readonly [Group, CompiledRule])[0]),
		changes(before, after, context) {
			const slot = (after ?? before)?.slot;
			if (slot === undefined) return [];
			const indexes = before && after ? asking(differing(before, after)) : every;
			return indexes.flatMap((index) => {
				const [group, rule] = rules[index] as readonly [Group, CompiledRule];
				const was = before !== null && rule.matches(before, context);
				const joins = after !== null && rule.matches(after, context);
				return was === joins ? [] : [{ group, slot, joins }];
			});
		}
	};
}
