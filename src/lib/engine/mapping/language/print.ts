import { numberText } from '../values/render';
import type { Slot } from './tree';

/** The canonical text of a tree (G-013): arguments joined with ", ", empty slots kept. */
export function printExpression(node: Slot): string {
	switch (node.kind) {
		case 'empty':
			return '';
		case 'attribute':
			return `[${node.name}]`;
		case 'text':
			return quoted(node.value);
		case 'number':
			return numberText(node.value);
		case 'keyword':
			return node.name;
		case 'comparison':
			return `${operand(node.left)} ${node.operator} ${operand(node.right)}`;
		case 'call':
			return `${node.name}(${node.args.map(printExpression).join(', ')})`;
	}
}

/** A comparison within a comparison, or alone, needs its parentheses again. */
function operand(node: Slot): string {
	return node.kind === 'comparison' ? `(${printExpression(node)})` : printExpression(node);
}

/** Every backslash is doubled, so that it is one again whatever follows it. */
export function quoted(text: string): string {
	return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
