import { parameterAt } from '../functions/entry';
import { type ParseOptions, parseExpression } from '../language/parser';
import type { Node, ParseError, Slot, Span } from '../language/tree';
import { functionNamed } from '../functions/named';
import type { Rendered } from '../values/render';
import { FlowSignal, Instant, isComplex, isList, type Value } from '../values/value';
import type { Call } from './call';
import { compileNode } from './compile';
import { createContext, type EvaluateOptions, type Thunk } from './context';
import { type Evaluation, evaluationError, rendered } from './expression';

export type ValueKind = 'null' | 'text' | 'number' | 'boolean' | 'date' | 'list' | 'object' | 'signal';

/** One sub-expression with what came out of it, or why it was not evaluated. */
export interface TraceNode extends Span {
	/** The sub-expression as it is written. */
	readonly text: string;
	readonly kind: Node['kind'];
	/** The parameter that it is the argument of. */
	readonly parameter: string | null;
	readonly outcome:
		| { readonly value: Rendered; readonly kind: ValueKind }
		| { readonly flow: 'ignore' | 'ignoreObject'; readonly kind: 'signal' }
		| { readonly error: string }
		| { readonly skipped: string };
	readonly children: readonly TraceNode[];
}

export interface TracedEvaluation {
	readonly result: Exclude<Evaluation, ParseError>;
	readonly trace: TraceNode;
}

/** Evaluates an expression and keeps every intermediate value, branch taken and branch not taken. */
export function evaluateWithTrace(
	text: string,
	options: EvaluateOptions & ParseOptions
): TracedEvaluation | ParseError {
	const tree = parseExpression(text, options);
	if ('error' in tree) return tree;
	const outcomes = new Map<Slot, TraceNode['outcome']>();
	const context = createContext(options);
	context.explain = ({ node }: Call, slot, why) => {
		const skipped = node.args[slot];
		if (skipped && !outcomes.has(skipped)) outcomes.set(skipped, { skipped: why });
	};
	const run = compileNode(tree, (node, thunk) => recording(node, thunk, outcomes));
	let result: TracedEvaluation['result'];
	try {
		result = rendered(run(context));
	} catch (error) {
		result = evaluationError(error);
	}
	return { result, trace: assemble(text, tree, null, outcomes, 'it was not reached') };
}

function recording(node: Node, thunk: Thunk, outcomes: Map<Slot, TraceNode['outcome']>): Thunk {
	return (context) => {
		try {
			const value = thunk(context);
			outcomes.set(node, outcomeOf(value));
			return value;
		} catch (error) {
			outcomes.set(node, { error: evaluationError(error).message });
			throw error;
		}
	};
}

function outcomeOf(value: Value): TraceNode['outcome'] {
	if (value instanceof FlowSignal) return { flow: value.flow, kind: 'signal' };
	const { value: shown } = rendered(value) as { value: Rendered };
	return { value: shown, kind: kindOf(value) };
}

function kindOf(value: Value): ValueKind {
	if (value === null) return 'null';
	if (value instanceof Instant) return 'date';
	if (isList(value)) return 'list';
	if (isComplex(value)) return 'object';
	if (typeof value === 'string') return 'text';
	return typeof value === 'boolean' ? 'boolean' : 'number';
}

function assemble(
	text: string,
	node: Node,
	parameter: string | null,
	outcomes: Map<Slot, TraceNode['outcome']>,
	unreached: string
): TraceNode {
	const outcome = outcomes.get(node) ?? { skipped: unreached };
	const reason = 'skipped' in outcome ? outcome.skipped : 'it was not reached';
	const children = childrenOf(node).map(([child, name]) => assemble(text, child, name, outcomes, reason));
	const { start, end, kind } = node;
	return { text: text.slice(start, end), start, end, kind, parameter, outcome, children };
}

function childrenOf(node: Node): [Node, string | null][] {
	if (node.kind === 'comparison')
		return [
			[node.left, null],
			[node.right, null]
		];
	if (node.kind !== 'call') return [];
	const entry = functionNamed(node.name)!;
	return node.args.flatMap((arg, slot) => {
		const name = parameterAt(entry, slot, node.args.length)?.name ?? null;
		return arg.kind === 'empty' ? [] : [[arg, name] as [Node, string | null]];
	});
}
