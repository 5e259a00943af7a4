import {
	type AttributeMapping,
	fromStored,
	type MappingSource,
	type Node,
	parseExpression,
	type StoredSource,
	toStored
} from '#lib/engine/mapping';
import { Report, type Path } from './report';
import type { RowShape, StoredSourceShape } from './shape';
import { oneOf, textOf } from './words';

const flowTypes = ['Always', 'ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'] as const;
const flowBehaviors = ['FlowWhenChanged', 'FlowAlways'] as const;
const sourceTypes = ['Attribute', 'Constant', 'Function'] as const;
/** The language's own limit (J-007). */
const longest = 10_000;

/** A stored attribute mapping as the engine has it; null: it is only kept. */
export function readRow(stored: RowShape, path: Path, report: Report): AttributeMapping | null {
	const source = readSource(stored.source, [...path, 'source'], report);
	const flowType = oneOf(flowTypes, stored.flowType, 'Always');
	const flowBehavior = oneOf(flowBehaviors, stored.flowBehavior, 'FlowWhenChanged');
	if (!flowType) report.error([...path, 'flowType'], 'J-027', `${stored.flowType} is not a flow type`);
	if (!flowBehavior) report.error([...path, 'flowBehavior'], 'J-027', `${stored.flowBehavior} is not a flow behavior`);
	if (stored.exportMissingReferences)
		report.keeps([...path, 'exportMissingReferences'], 'J-026', 'this is for the service alone');
	if (!source || !flowType || !flowBehavior) return null;
	return {
		target: stored.targetAttributeName,
		source,
		...(stored.defaultValue != null && { defaultValue: textOf(stored.defaultValue) }),
		...(stored.matchingPriority && { matchingPrecedence: stored.matchingPriority }),
		...(flowType !== 'Always' && { flowType }),
		...(flowBehavior !== 'FlowWhenChanged' && { flowBehavior })
	};
}

function readSource(stored: StoredSourceShape | null | undefined, path: Path, report: Report): MappingSource | null {
	if (!stored) return { type: 'None' };
	const type = oneOf(sourceTypes, stored.type, 'Attribute');
	if (!type) {
		report.error([...path, 'type'], 'J-027', `${stored.type} is not a type of source`);
		return null;
	}
	// J-004, J-006: attributes and constants are what their name says, whatever the text is.
	if (type === 'Attribute' && stored.name) return { type: 'Direct', attribute: stored.name };
	if (type === 'Constant' && typeof stored.name === 'string' && !isKeyword(stored))
		return { type: 'Constant', value: stored.name };
	return readExpression(stored, path, report);
}

/** A keyword alone is told from a constant as within a function: it stands without quotes. */
function isKeyword({ name, expression }: StoredSourceShape): boolean {
	const text = expression?.trim() ?? '';
	if (text !== name) return false;
	const node = parseExpression(text);
	return !('error' in node) && node.kind === 'keyword';
}

function readExpression(stored: StoredSourceShape, path: Path, report: Report): MappingSource | null {
	if ((stored.expression?.length ?? 0) > longest) {
		report.error(
			[...path, 'expression'],
			'J-007',
			`the expression has ${stored.expression!.length} characters, at most ${longest}`
		);
		return null;
	}
	const text = fromStored(stored as StoredSource);
	if (typeof text === 'string') {
		const node = parseExpression(text);
		if (!('error' in node)) return sourceOf(node, text);
	}
	const { message } = typeof text === 'string' ? { message: 'cannot be read' } : text;
	// A function that is not known here may well be known to the service.
	if (isUnknownFunction(stored)) report.keeps(path, 'J-012', `${message}: the row is kept but has no effect`);
	else report.error(path, 'J-015', `${stored.expression ?? stored.name ?? 'the source'}: ${message}`);
	return null;
}

/** A text that is a single attribute or a single constant is no expression for the portal. */
function sourceOf(node: Node, text: string): MappingSource {
	if (node.kind === 'attribute') return { type: 'Direct', attribute: node.name };
	if (node.kind === 'text') return { type: 'Constant', value: node.value };
	return { type: 'Expression', expression: text };
}

function isUnknownFunction({ type, expression }: StoredSourceShape): boolean {
	if (type?.toLowerCase() !== 'function') return false;
	const parsed = parseExpression(expression ?? '');
	return 'error' in parsed && parsed.message.startsWith('there is no function ');
}

/** The row as a schema stores it, over what it was: what still says the same, and what nobody knows, stays as it is. */
export function writeRow(row: AttributeMapping, before?: RowShape): RowShape {
	const was = before && readRow(before, [], new Report());
	if (!was) return { ...before, ...written(row) };
	const said = new Map(Object.entries(written(was)));
	const isNew = ([member, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(said.get(member));
	return { ...before!, ...Object.fromEntries(Object.entries(written(row)).filter(isNew)) };
}

function written(row: AttributeMapping): RowShape {
	return {
		defaultValue: row.defaultValue ?? null,
		exportMissingReferences: false,
		flowBehavior: row.flowBehavior ?? 'FlowWhenChanged',
		flowType: row.flowType ?? 'Always',
		matchingPriority: row.matchingPrecedence ?? 0,
		targetAttributeName: row.target,
		source: writeSource(row.source)
	};
}

function writeSource(source: MappingSource): StoredSourceShape | null {
	switch (source.type) {
		case 'None':
			return null;
		case 'Direct':
			return stored({ kind: 'attribute', name: source.attribute, start: 0, end: 0 });
		case 'Constant':
			return stored({ kind: 'text', value: source.value, start: 0, end: 0 });
		case 'Expression': {
			const node = parseExpression(source.expression);
			// What cannot be read is kept as text; the service parses it again (J-015).
			return 'error' in node
				? { type: 'Function', name: null, expression: source.expression, parameters: [] }
				: { ...stored(node), expression: source.expression };
		}
	}
}

function stored(node: Node): StoredSourceShape {
	return toStored(node) as StoredSourceShape;
}

/** Two rows that do the same, whether what is usual is spelt out or not. */
export function sameRow(one: AttributeMapping, two: AttributeMapping): boolean {
	return canonical(one) === canonical(two);
}

function canonical(row: AttributeMapping): string {
	const { target, source, defaultValue, matchingPrecedence, flowType, flowBehavior, flowNullValues } = row;
	const plain = source.type === 'Expression' ? source.expression : JSON.stringify(source);
	return JSON.stringify([
		target,
		plain,
		defaultValue ?? null,
		matchingPrecedence ?? 0,
		flowType ?? 'Always',
		flowBehavior ?? 'FlowWhenChanged',
		flowNullValues ?? false
	]);
}
