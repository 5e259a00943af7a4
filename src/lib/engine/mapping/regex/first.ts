import { either, quick, type Test } from './charset';
import { lowerCode } from './casing';
import type { Node } from './tree';

/** The characters that a match can begin with, or undefined when it may begin with anything or be empty. */
export function firstOf(node: Node): Test | undefined {
	const test = first(node);
	return test && quick(test);
}

function first(node: Node): Test | undefined {
	switch (node.kind) {
		case 'char': {
			const { code } = node;
			return node.fold ? (other) => lowerCode(other) === code : (other) => other === code;
		}
		case 'set':
			return node.test;
		case 'capture':
		case 'atomic':
			return first(node.node);
		case 'repeat':
			return node.least > 0 ? first(node.node) : undefined;
		case 'sequence': {
			const taking = node.nodes.find((item) => item.kind !== 'anchor');
			return taking && first(taking);
		}
		case 'choice': {
			const tests = node.nodes.map(first);
			return tests.every((test) => test !== undefined) ? either(tests) : undefined;
		}
		default:
			return undefined;
	}
}

/** It can only match at the very beginning. */
export function isAnchored(node: Node): boolean {
	if (node.kind === 'anchor') return node.anchor === 'textStart';
	if (node.kind === 'sequence') return isAnchored(node.nodes[0]!);
	return node.kind === 'capture' || node.kind === 'atomic' ? isAnchored(node.node) : false;
}
