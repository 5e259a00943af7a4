import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { displayName, type UserRow } from '#lib/engine/source';
import {
	compileSaved,
	explainRule,
	MAX_RULE_LENGTH,
	ruleHints,
	suggestionsAt,
	type CompiledRule,
	type RuleContext,
	type RuleError,
	type RuleHint,
	type Suggestions,
	type Verdict
} from '#lib/tenant/dynamic';
import type { EntraUser } from '#lib/tenant/entra/user';
import type { World } from '#lib/world';
import { contextOf } from '#lib/world/directory/dynamic';
import { principalKey } from '#lib/world/tables/tables';
import { defineView, slot } from '../view';

const args = z.object({
	rule: z.string().check(z.maxLength(MAX_RULE_LENGTH * 2)),
	/** Where the caret stands in the text; without it nothing is suggested. */
	caret: z.optional(slot),
	/** "Validate rules": whom the rule is tried on. */
	users: z._default(z.array(slot).check(z.maxLength(20)), []),
	/** The group that the rule is for: who is a member now. */
	group: z.optional(slot)
});

export interface UserVerdict {
	readonly user: { readonly slot: Slot; readonly name: string };
	readonly inGroup: boolean;
	/** null: no group was named. */
	readonly isMember: boolean | null;
	readonly verdict: Verdict;
}

export interface RuleCheck {
	/** The text that was read: what was typed meanwhile is another one. */
	readonly rule: string;
	readonly error: RuleError | null;
	readonly hints: readonly RuleHint[];
	readonly suggestions: Suggestions | null;
	/** How many users of the tenant it takes in now; null: it cannot be read. */
	readonly matches: number | null;
	readonly of: number;
	readonly verdicts: readonly UserVerdict[];
}

/** What an editor tells of a dynamic membership rule while it is typed, before anything is saved. */
export const ruleCheck = defineView(args, (world, { rule: text, caret, users, group }): RuleCheck => {
	const answer = compileSaved(text);
	const rule = 'rule' in answer ? answer.rule : null;
	const context = contextOf(world.sim);
	return {
		rule: text,
		error: 'error' in answer ? answer.error : null,
		hints: rule ? ruleHints(rule) : [],
		suggestions: caret === undefined ? null : suggestionsAt(text, caret),
		...taken(world, rule, context),
		verdicts: rule ? users.flatMap((user) => verdictOf(world, rule, user, group, context)) : []
	};
});

const asUser = (row: UserRow) => row.attrs as unknown as EntraUser;

function taken(world: World, rule: CompiledRule | null, context: RuleContext): Pick<RuleCheck, 'matches' | 'of'> {
	let matches = 0;
	let of = 0;
	for (const row of world.tables.users.all()) {
		if (row.softDeletedAt !== null) continue;
		of++;
		if (rule?.matches(asUser(row), context)) matches++;
	}
	return { matches: rule ? matches : null, of };
}

function verdictOf(
	{ tables }: World,
	rule: CompiledRule,
	user: Slot,
	group: Slot | undefined,
	context: RuleContext
): UserVerdict[] {
	const row = tables.users.get(user);
	if (!row) return [];
	const verdict = explainRule(rule, asUser(row), context);
	const isMember =
		group === undefined
			? null
			: tables.membersByMember
					.get(principalKey('user', user))
					.some((member) => tables.members.get(member)!.group === group);
	return [{ user: { slot: user, name: displayName(row) }, inGroup: verdict.holds, isMember, verdict }];
}
