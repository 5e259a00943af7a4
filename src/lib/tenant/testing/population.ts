import type { RuleContext } from '../dynamic/compile';
import type { CompiledRule } from '../dynamic/rule';
import type { EntraUser } from '../entra/user';

/** Everybody whom a rule takes in, in the order of slots: what memberships that follow changes are held against. */
export function population(
	rule: CompiledRule,
	users: readonly (EntraUser | null | undefined)[],
	context: RuleContext
): readonly number[] {
	const slots: number[] = [];
	for (const user of users) if (user && rule.matches(user, context)) slots.push(user.slot);
	return slots;
}
