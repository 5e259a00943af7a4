import { type ParseOptions, parseExpression } from '../language/parser';
import { type Node, nodesOf, type ParseError } from '../language/tree';
import { stepLimit } from '../regex/budget';
import { render, type Rendered } from '../values/render';
import { FlowSignal, type Value } from '../values/value';
import { compileNode } from './compile';
import { type Context, createContext, type EvaluateOptions, type Thunk } from './context';
import { EvaluationFault } from './fault';

/** What an expression gives for one object (V-004, E-001, E-002, E-004). */
export type Evaluation =
	{ readonly value: Rendered } | { readonly flow: 'ignore' | 'ignoreObject' } | EvaluationError | ParseError;

export interface EvaluationError {
	readonly error: 'eval';
	readonly message: string;
	/** Offset of the function or argument at fault. */
	readonly at: number;
}

/** An expression that is parsed once and evaluated for every object. */
export class CompiledExpression {
	readonly text: string;
	readonly tree: Node;
	/** The source attributes that it reads, each once, in order of appearance. */
	readonly attributes: readonly string[];
	/** Some part of it is redacted, so the log hides the whole value (fn:Redact). */
	readonly isRedacted: boolean;
	private readonly thunk: Thunk;

	constructor(text: string, tree: Node) {
		this.text = text;
		this.tree = tree;
		const nodes = nodesOf(tree);
		this.attributes = [...new Set(nodes.flatMap((node) => (node.kind === 'attribute' ? [node.name] : [])))];
		this.isRedacted = nodes.some((node) => node.kind === 'call' && node.name === 'Redact');
		this.thunk = compileNode(tree);
	}

	/** The typed value for `context.source`, a flow signal included; throws EvaluationFault. For the engine. */
	evaluate(context: Context): Value {
		context.budget.steps = stepLimit;
		return this.thunk(context);
	}

	/** The same, rendered; never throws. */
	result(context: Context): Evaluation {
		try {
			return rendered(this.evaluate(context));
		} catch (error) {
			return evaluationError(error);
		}
	}
}

export function rendered(value: Value): { readonly value: Rendered } | { readonly flow: 'ignore' | 'ignoreObject' } {
	return value instanceof FlowSignal ? { flow: value.flow } : { value: render(value) };
}

export function evaluationError(error: unknown): EvaluationError {
	if (error instanceof EvaluationFault) return { error: 'eval', message: error.message, at: error.at };
	throw error;
}

const known = new Map<string, CompiledExpression | ParseError>();

/** Parsed and compiled once for all who ask with the same text; an expression with an error is remembered as well. */
export function compileExpression(text: string, options: ParseOptions = {}): CompiledExpression | ParseError {
	const key = `${options.profile ?? ''}|${options.lenient ? 'lenient' : ''}|${text}`;
	let compiled = known.get(key);
	if (!compiled) {
		const tree = parseExpression(text, options);
		compiled = 'error' in tree ? tree : new CompiledExpression(text, tree);
		if (known.size >= 1000) known.clear();
		known.set(key, compiled);
	}
	return compiled;
}

/** Evaluates an expression for one source object. Never throws. */
export function evaluateExpression(text: string, options: EvaluateOptions & ParseOptions): Evaluation {
	const compiled = compileExpression(text, options);
	return compiled instanceof CompiledExpression ? compiled.result(createContext(options)) : compiled;
}
