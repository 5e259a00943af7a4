import type { EntraUser } from '../entra/user';
import { compileExpression, elementsOf, type RuleContext } from './compile';
import { recordName } from './properties';
import type { CompiledRule } from './rule';
import type { Expression, Span } from './syntax';

type Holder = Readonly<Record<string, unknown>>;

/** One clause of a rule, asked of one user. */
export interface Verdict extends Span {
	/** The clause as it stands in the rule. */
	readonly text: string;
	readonly holds: boolean;
	readonly kind: Expression['kind'] | 'directReports';
	/** Of a comparison: the attribute, and what the user has there; null where it is empty. */
	readonly attribute?: string;
	readonly actual?: string | null;
	/** Inner clauses; of -any and -all one for each element, which `actual` then names. */
	readonly parts: readonly Verdict[];
}

/** "Validate rules": why this user is in the group, or is not. */
export function explainRule(rule: CompiledRule, user: EntraUser, context: RuleContext): Verdict {
	const { tree, text } = rule;
	if (tree.kind !== 'directReports') return verdictOf(tree, rule, user as unknown as Holder, context);
	return {
		at: tree.at,
		end: tree.end,
		text,
		kind: 'directReports',
		holds: rule.matches(user, context),
		attribute: 'manager',
		actual:
			user.manager === null
				? null
				: user.manager === context.slotOf(tree.managerId)
					? tree.managerId
					: 'another manager',
		parts: []
	};
}

function verdictOf(tree: Expression, rule: CompiledRule, holder: Holder, context: RuleContext): Verdict {
	const base = {
		at: tree.at,
		end: tree.end,
		text: rule.text.slice(tree.at, tree.end),
		kind: tree.kind,
		holds: compileExpression(tree, rule.patterns)(holder, context)
	};
	switch (tree.kind) {
		case 'and':
		case 'or':
			return { ...base, parts: tree.parts.map((part) => verdictOf(part, rule, holder, context)) };
		case 'not':
			return { ...base, parts: [verdictOf(tree.part, rule, holder, context)] };
		case 'any':
		case 'all': {
			const elements = elementsOf(tree.property.name)(holder, context);
			const parts = elements.map((item) => ({ ...verdictOf(tree.part, rule, item, context), actual: shown(item) }));
			return { ...base, attribute: tree.property.name, actual: `${elements.length} values`, parts };
		}
		case 'comparison': {
			const actual = shown(holder[recordName(tree.property.name)]);
			return { ...base, attribute: tree.property.name, actual, parts: [] };
		}
	}
}

function shown(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	if (typeof value !== 'object') return String(value);
	return Object.values(value).join(', ');
}
