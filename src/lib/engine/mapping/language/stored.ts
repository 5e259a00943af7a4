import { functionNamed } from '../functions/named';
import { type FunctionEntry, type Parameter, parameterAt } from '../functions/entry';
import { parseExpression } from './parser';
import { printExpression, quoted } from './print';
import type { ComparisonNode, Node, ParseError, Slot } from './tree';

/** The source of a mapping as a schema stores it (G-013, J-004 to J-016). */
export interface StoredSource {
	readonly type?: string;
	readonly name?: string | null;
	readonly expression?: string | null;
	readonly parameters?: readonly { readonly key: string; readonly value: StoredSource }[] | null;
}

/** The keys that exports use where they differ from the names of the parameters (J-012, J-013). */
const keys: { readonly [name: string]: readonly string[] } = {
	BitAnd: ['left', 'right'],
	Count: ['source'],
	DateFromNum: ['source'],
	IsPresent: ['source'],
	Item: ['source', 'index'],
	Left: ['source', 'length'],
	RemoveDuplicates: ['source'],
	Replace: ['source', 'Find', 'RegexPattern', 'RegexGroupName', 'Replacement', 'ReplacementAttributeName', 'Template'],
	SingleAppRoleAssignment: ['source'],
	AppRoleAssignmentsComplex: ['source'],
	AssertiveAppRoleAssignmentsComplex: ['source'],
	Switch: ['source', 'switchValue', 'switchValue', 'switchValue'],
	Trim: ['source']
};

const conditionKeys = ['one', 'two', 'three', 'four', 'five'];

function keyOf(entry: FunctionEntry, slot: number, slots: number): string {
	const known = keys[entry.name];
	if (known) return known[slot] ?? known.at(-1)!;
	return parameterAt(entry, slot, slots)?.name ?? `parameter${slot + 1}`;
}

/** The keys of all parameters of a function, as a stored tree has them; its condition takes three (J-011, J-012). */
export function storedKeys(entry: FunctionEntry): readonly { readonly key: string; readonly parameter: Parameter }[] {
	const { name, parameters } = entry;
	if (name !== 'IIF') {
		const keyed = parameters.map((parameter, slot) => ({ key: keyOf(entry, slot, parameters.length), parameter }));
		// A key that comes again stands for all of its parameters.
		return keyed.filter(({ key }, slot) => keyed[slot + 1]?.key !== key);
	}
	const [condition, yes, no] = parameters as [Parameter, Parameter, Parameter];
	const right = { ...condition, required: false };
	return [condition, right, right, yes, no].map((parameter, at) => ({ key: conditionKeys[at]!, parameter }));
}

/** The stored form of an expression. Constants are stored as text, omitted parameters not at all. */
export function toStored(node: Node): StoredSource {
	switch (node.kind) {
		case 'attribute':
			return { type: 'Attribute', name: node.name, expression: printExpression(node), parameters: [] };
		case 'call':
			return {
				type: 'Function',
				name: node.name,
				expression: printExpression(node),
				parameters: parametersOf(node.name, node.args)
			};
		case 'text':
			return constant(node.value);
		case 'number':
			return constant(printExpression(node));
		default:
			return constant(printExpression(node), printExpression(node));
	}
}

/** A keyword, or a comparison beside IIF, is told from a text by standing without quotes. */
function constant(value: string, expression = quoted(value)): StoredSource {
	return { type: 'Constant', name: value, expression, parameters: [] };
}

function isBare({ name, expression }: StoredSource): boolean {
	if (expression !== name) return false;
	const within = parseExpression(`IIF(${name}, "", "")`);
	return !('error' in within) && within.kind === 'call' && /^(keyword|comparison)$/.test(within.args[0]!.kind);
}

function parametersOf(name: string, args: readonly Slot[]): StoredSource['parameters'] {
	if (name === 'IIF') return conditionParameters(args);
	const entry = functionNamed(name)!;
	return args.flatMap((arg, slot) =>
		arg.kind === 'empty' ? [] : [{ key: keyOf(entry, slot, args.length), value: toStored(arg) }]
	);
}

/** J-011: the condition of IIF is spread over one, two and three; the branches are four and five. */
function conditionParameters([condition, yes, no]: readonly Slot[]): StoredSource['parameters'] {
	const parts: [string, StoredSource][] = [];
	if (condition?.kind === 'comparison') {
		const { left, operator, right } = condition as ComparisonNode;
		parts.push(['one', toStored(left)], ['two', constant(operator)], ['three', toStored(right)]);
	} else if (condition && condition.kind !== 'empty') parts.push(['one', toStored(condition)]);
	if (yes && yes.kind !== 'empty') parts.push(['four', toStored(yes)]);
	if (no && no.kind !== 'empty') parts.push(['five', toStored(no)]);
	return parts.map(([key, value]) => ({ key, value }));
}

/** The text of a stored source. When tree and text disagree, the tree wins if it is complete (J-015). */
export function fromStored(source: StoredSource): string | ParseError {
	const written = source.expression?.trim() ? source.expression : undefined;
	const rebuilt = textOf(source, 0);
	const tree = rebuilt === undefined ? undefined : parseExpression(rebuilt);
	if (tree && !('error' in tree)) {
		const text = written === undefined ? undefined : parseExpression(written);
		return text && !('error' in text) && sameText(text, tree) ? written! : printExpression(tree);
	}
	const text = parseExpression(written ?? '');
	return 'error' in text ? text : written!;
}

/** The stored tree knows no kinds of constants, so 1 and "1" are the same there. */
function sameText(one: Node, two: Node): boolean {
	return skeleton(toStored(one)) === skeleton(toStored(two));
}

function skeleton(source: StoredSource): string {
	return JSON.stringify(source, (key, value: unknown) => (key === 'expression' ? undefined : value));
}

/** Nothing is taken for granted of what lies deeper in a stranger's document. */
function textOf(source: StoredSource | null | undefined, depth: number): string | undefined {
	const { type = 'Attribute', name, parameters } = source ?? ({} as Partial<StoredSource>);
	if (typeof type !== 'string' || typeof name !== 'string' || depth > 500) return undefined;
	switch (type.toLowerCase()) {
		case 'attribute':
			return `[${name}]`;
		case 'constant':
			return isBare(source!) ? name : quoted(name);
		case 'function':
			return callText(name, parameters ?? [], depth);
		default:
			return undefined;
	}
}

function callText(
	name: string,
	parameters: NonNullable<StoredSource['parameters']>,
	depth: number
): string | undefined {
	const entry = functionNamed(name);
	if (!entry || !Array.isArray(parameters)) return undefined;
	if (parameters.some((one) => typeof one?.key !== 'string')) return undefined;
	const given = parameters.map(({ key, value }) => ({ key: key.toLowerCase(), text: textOf(value, depth + 1) }));
	if (given.some(({ text }) => text === undefined)) return undefined;
	const slots =
		name === 'IIF'
			? conditionSlots(given, parameters)
			: name === 'Switch'
				? switchSlots(given)
				: slotsByKey(entry, given);
	return `${name}(${slots.join(', ')})`;
}

type Given = readonly { readonly key: string; readonly text: string | undefined }[];

function conditionSlots(given: Given, parameters: NonNullable<StoredSource['parameters']>): string[] {
	const text = (key: string) => given.find((one) => one.key === key)?.text ?? '';
	const operator = parameters.find(({ key }) => key.toLowerCase() === 'two')?.value.name ?? '';
	return [[text('one'), operator, text('three')].filter(Boolean).join(' '), text('four'), text('five')];
}

/** An odd number of values begins with the default. */
function switchSlots(given: Given): string[] {
	const [source, ...values] = given.map(({ text }) => text!);
	return values.length % 2 ? [source ?? '', ...values] : [source ?? '', '', ...values];
}

function slotsByKey(entry: FunctionEntry, given: Given): string[] {
	const isShort = entry.shortForm && !given.some(({ key }) => key === entry.parameters[1]!.name.toLowerCase());
	const count = isShort
		? entry.shortForm!.slots
		: Math.max(entry.parameters.length, Math.min(given.length, entry.slots[1]));
	const left = [...given];
	return Array.from({ length: count }, (_, slot) => {
		const key = keyOf(entry, slot, count).toLowerCase();
		const found = left.findIndex((one) => one.key === key);
		return found < 0 ? '' : left.splice(found, 1)[0]!.text!;
	});
}
