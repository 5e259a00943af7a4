/** Where something stands in the expression: offsets in UTF-16 code units, the end not included. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface AttributeNode extends Span {
	readonly kind: 'attribute';
	readonly name: string;
}

export interface TextNode extends Span {
	readonly kind: 'text';
	readonly value: string;
}

export interface NumberNode extends Span {
	readonly kind: 'number';
	readonly value: number | bigint;
}

export interface KeywordNode extends Span {
	readonly kind: 'keyword';
	readonly name: Keyword;
}

export interface ComparisonNode extends Span {
	readonly kind: 'comparison';
	readonly operator: Operator;
	readonly left: Node;
	readonly right: Node;
}

export interface CallNode extends Span {
	readonly kind: 'call';
	readonly name: string;
	readonly args: readonly Slot[];
}

/** An argument slot with nothing in it: the parameter is left out (G-006). */
export interface EmptySlot extends Span {
	readonly kind: 'empty';
}

export type Node = AttributeNode | TextNode | NumberNode | KeywordNode | ComparisonNode | CallNode;
export type Slot = Node | EmptySlot;

export const operators = ['=', '<>', '>', '>=', '<', '<='] as const;
export type Operator = (typeof operators)[number];

export const keywords = [
	'True',
	'False',
	'NULL',
	'vbTextCompare',
	'vbBinaryCompare',
	'IgnoreAttributeFlow',
	'IgnoreObjectFlow',
	'Unicode',
	'ASCII',
	'UTF8'
] as const;
export type Keyword = (typeof keywords)[number];

/** What is wrong with an expression before any object is looked at (E-001). */
export interface ParseError {
	readonly error: 'parse';
	readonly message: string;
	/** Offset of the place. */
	readonly at: number;
	/** What could stand there instead. */
	readonly expected: readonly string[];
}

/** Every node of a tree as it is written: outer before inner, left before right. */
export function nodesOf(tree: Node): readonly Node[] {
	const nodes: Node[] = [];
	const open: Slot[] = [tree];
	for (let node = open.pop(); node; node = open.pop()) {
		if (node.kind === 'empty') continue;
		nodes.push(node);
		if (node.kind === 'comparison') open.push(node.right, node.left);
		else if (node.kind === 'call') open.push(...node.args.toReversed());
	}
	return nodes;
}

/** Line and column of an offset, both from 1, for people. */
export function placeOf(text: string, at: number): { line: number; column: number } {
	const before = text.slice(0, at).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}
