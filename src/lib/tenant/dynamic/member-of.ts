import type { Expression, RuleTree } from './syntax';

/** G-041. */
export const MAX_SOURCE_GROUPS = 50;

/** The groups whose direct members a rule takes in, by object id; none where it does not ask for memberships. */
export function sourceGroups(tree: RuleTree): readonly string[] {
	return tree.kind === 'any' && tree.property.name === 'memberOf' ? listed(tree.part) : [];
}

function listed(part: Expression): readonly string[] {
	if ('parts' in part) return part.parts.flatMap(listed);
	if ('part' in part) return listed(part.part);
	return part.value.kind === 'list' ? part.value.items : [];
}
