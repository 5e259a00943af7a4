import type { ObjectMapping } from '../job/records';
import type { AttributeMapping } from '../mapping';

export interface DirectMatch {
	readonly target: string;
	readonly source: string;
}

/** C-419: the first matching attribute, if a source attribute is mapped to it directly; otherwise why it cannot be used. */
export function firstDirectMatch({ attributes }: ObjectMapping): DirectMatch | { readonly refusal: string } {
	const first = attributes.filter(isMatching).sort((a, b) => a.matchingPrecedence! - b.matchingPrecedence!)[0];
	if (!first)
		return {
			refusal:
				'No attribute is used for matching. Open the attribute mapping, and let one that is mapped directly match objects with precedence 1.'
		};
	const { target, source } = first;
	if (source.type === 'Direct') return { target, source: source.attribute };
	const how = source.type === 'Expression' ? `by the expression ${source.expression}` : `as ${source.type}`;
	return {
		refusal: `Account Discovery compares the first matching attribute only, and only where it is mapped directly; ${target} is mapped ${how}. Open the attribute mapping, and give matching precedence 1 to an attribute of the type Direct.`
	};
}

function isMatching({ matchingPrecedence = 0 }: AttributeMapping): boolean {
	return matchingPrecedence > 0;
}
