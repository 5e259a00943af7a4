import { functionNamed } from '../functions/named';
import type { Node } from '../language/tree';
import { ignoreAttribute, ignoreObject, type Value } from '../values/value';
import { attributeThunk } from './attribute';
import type { Call } from './call';
import { comparisonThunk } from './compare';
import type { Thunk } from './context';

/** May put something around every sub-expression, as a trace does. */
export type Wrap = (node: Node, thunk: Thunk) => Thunk;

/** Turns a tree into closures, once; nothing of the tree is looked at again when they run. */
export function compileNode(node: Node, wrap?: Wrap): Thunk {
	const thunk = bare(node, wrap);
	return wrap ? wrap(node, thunk) : thunk;
}

function bare(node: Node, wrap: Wrap | undefined): Thunk {
	switch (node.kind) {
		case 'text':
		case 'number':
			return constant(node.value);
		case 'keyword':
			return constant(keywordValue(node.name));
		case 'attribute':
			return attributeThunk(node.name);
		case 'comparison':
			return comparisonThunk(node, compileNode(node.left, wrap), compileNode(node.right, wrap));
		case 'call': {
			const entry = functionNamed(node.name)!;
			const args = node.args.map((slot) => (slot.kind === 'empty' ? undefined : compileNode(slot, wrap)));
			const call: Call = { entry, node, args };
			const { run } = entry;
			return (context) => run(call, context);
		}
	}
}

function constant(value: Value): Thunk {
	return () => value;
}

function keywordValue(name: string): Value {
	switch (name) {
		case 'True':
			return true;
		case 'False':
			return false;
		case 'NULL':
			return null;
		case 'IgnoreAttributeFlow':
			return ignoreAttribute;
		case 'IgnoreObjectFlow':
			return ignoreObject;
		default:
			return name;
	}
}
