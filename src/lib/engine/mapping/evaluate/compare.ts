import { readDate } from '../dates/read';
import type { ComparisonNode, Operator } from '../language/tree';
import { toNumeric } from '../values/numbers';
import { shown, textOf } from '../values/render';
import { Instant, isComplex, isList, isSignal, type Single, type Value } from '../values/value';
import type { Context, Thunk } from './context';
import { EvaluationFault } from './fault';

/** A comparison as condition (G-020, G-021). */
export function comparisonThunk(node: ComparisonNode, left: Thunk, right: Thunk): Thunk {
	const { operator } = node;
	const isLeftAttribute = node.left.kind === 'attribute';
	const isRightAttribute = node.right.kind === 'attribute';
	return (context: Context) => {
		const one = only(node, left(context));
		const two = only(node, right(context));
		// An attribute without a value makes every comparison False, <> as well.
		if (one === null || two === null || (isLeftAttribute && one === '') || (isRightAttribute && two === '')) {
			return false;
		}
		return holds(operator, order(node, one, two));
	};
}

function holds(operator: Operator, order: number): boolean {
	switch (operator) {
		case '=':
			return order === 0;
		case '<>':
			return order !== 0;
		case '>':
			return order > 0;
		case '>=':
			return order >= 0;
		case '<':
			return order < 0;
		case '<=':
			return order <= 0;
	}
}

/** Numbers as numbers, dates as instants, everything else as text by code unit. */
function order(node: ComparisonNode, one: NonNullable<Single>, two: NonNullable<Single>): number {
	if (one instanceof Instant || two instanceof Instant) {
		const first = dateOf(node, one);
		const second = dateOf(node, two);
		return first.ms - second.ms || first.ticks - second.ticks;
	}
	const isNumber =
		typeof one === 'number' || typeof one === 'bigint' || typeof two === 'number' || typeof two === 'bigint';
	if (isNumber || (node.operator !== '=' && node.operator !== '<>')) {
		const first = toNumeric(one);
		const second = toNumeric(two);
		if (first !== undefined && second !== undefined) return first < second ? -1 : first > second ? 1 : 0;
	}
	const first = textFor(node, one);
	const second = textFor(node, two);
	return first < second ? -1 : first > second ? 1 : 0;
}

function textFor(node: ComparisonNode, value: NonNullable<Single>): string {
	return isComplex(value) ? fault(node, value, 'has no text to compare') : textOf(value);
}

function dateOf(node: ComparisonNode, value: NonNullable<Single>): Instant {
	if (value instanceof Instant) return value;
	return readDate(textFor(node, value)) ?? fault(node, value, 'cannot be compared with a date');
}

function only(node: ComparisonNode, value: Value): Single {
	if (isSignal(value)) return fault(node, value, 'cannot be used as a value');
	if (!isList(value)) return value as Single;
	return value.length > 1 ? fault(node, value, 'cannot be compared') : (value[0] ?? null);
}

function fault(node: ComparisonNode, value: Value, why: string): never {
	throw new EvaluationFault(`the comparison ${node.operator}: ${shown(value)} ${why}`, node.start);
}
