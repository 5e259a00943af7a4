import { type CallNode, type Node, nodesOf, type Slot, type Span } from './tree';

/** Something that evaluates, but not as its author may think. */
export interface ExpressionWarning extends Span {
	readonly code: 'iif-null' | 'switch-presence' | 'append-null';
	readonly message: string;
}

const presence = new Set(['IsNull', 'IsNullOrEmpty', 'IsPresent', 'IsString']);

/** The documented cautions that a tree runs into (fn:IIF, fn:Switch, X-020, X-021). */
export function expressionWarnings(tree: Node): readonly ExpressionWarning[] {
	return nodesOf(tree).flatMap((node) => (node.kind === 'call' ? warningsOf(node) : []));
}

function warningsOf({ name, args, start, end }: CallNode): ExpressionWarning[] {
	const [first] = args;
	if (!first) return [];
	if (name === 'IIF' && asksForNothing(first)) {
		const message =
			'The reference lists this form as unsupported for null or empty attributes; it recommends Switch([a], [a], "", "Other").';
		return [{ code: 'iif-null', message, start: first.start, end: first.end }];
	}
	if (name === 'Switch' && first.kind === 'call' && presence.has(first.name)) {
		const message = `The reference advises against ${first.name} as source of a Switch, whose keys and values go by position.`;
		return [{ code: 'switch-presence', message, start: first.start, end: first.end }];
	}
	if (name === 'Append' && first.kind === 'attribute') {
		const message = `When ${first.name} is null, the result is the bare suffix.`;
		return [{ code: 'append-null', message, start, end }];
	}
	return [];
}

/** `[a]=""`, `IsNullOrEmpty([a])` or `IsPresent([a])` as condition. */
function asksForNothing(condition: Slot): boolean {
	if (condition.kind === 'call') return presence.has(condition.name) && condition.args[0]?.kind === 'attribute';
	if (condition.kind !== 'comparison') return false;
	const { left, right } = condition;
	return (left.kind === 'attribute' && isNothing(right)) || (right.kind === 'attribute' && isNothing(left));
}

function isNothing(node: Node): boolean {
	return (node.kind === 'text' && node.value === '') || (node.kind === 'keyword' && node.name === 'NULL');
}
