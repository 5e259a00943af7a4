import { compileRule, type Compiled } from './rule';
import type { Expression, RuleTree } from './syntax';

const MAX_SOURCE_GROUPS = 50;

/** A rule as it is saved: within the limits of memberOf as well (G-041). */
export function compileSaved(text: string): Compiled {
	const answer = compileRule(text);
	if ('error' in answer) return answer;
	const { tree } = answer.rule;
	if (sourceGroups(tree).length <= MAX_SOURCE_GROUPS) return answer;
	const message = `memberOf takes at most ${MAX_SOURCE_GROUPS} groups`;
	return { error: { rule: 'G-041', message, at: tree.at, end: tree.end, expected: 'fewer groups' } };
}

/** The groups whose direct members a rule takes in, by object id; none where it does not ask for memberships. */
export function sourceGroups(tree: RuleTree): readonly string[] {
	return tree.kind === 'any' && tree.property.name === 'memberOf' ? listed(tree.part) : [];
}

function listed(part: Expression): readonly string[] {
	if ('parts' in part) return part.parts.flatMap(listed);
	if ('part' in part) return listed(part.part);
	return part.value.kind === 'list' ? part.value.items : [];
}
