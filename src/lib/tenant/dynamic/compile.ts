import type { EntraUser } from '../entra/user';
import type { PatternCompiler } from './pattern';
import { isNegative, propertyOf, recordName } from './properties';
import type { Comparison, Expression, Operator, RuleTree, Value } from './syntax';
import { parseDate } from './values';

const DAY = 86_400_000;

/** What a rule may know besides the user. */
export interface RuleContext {
	/** The virtual time in milliseconds. */
	readonly now: number;
	/** The slot of a user, by object id. */
	slotOf(objectId: string): number | undefined;
	/** The object ids of the groups that hold the user directly. */
	groupsOf(user: EntraUser): readonly string[];
}

export type Predicate = (user: EntraUser, context: RuleContext) => boolean;
type Test = (value: unknown, context: RuleContext) => boolean;

/** Any record whose properties are asked by name: a user, a plan, a group, or an element of a text collection. */
type Holder = Readonly<Record<string, unknown>>;

export function compileTree(tree: RuleTree, patterns: PatternCompiler): Predicate {
	if (tree.kind === 'directReports') {
		const { managerId } = tree;
		return (user, context) => user.manager !== null && user.manager === context.slotOf(managerId);
	}
	const test = compileExpression(tree, patterns);
	return (user, context) => test(user as unknown as Holder, context);
}

export function compileExpression(
	tree: Expression,
	patterns: PatternCompiler
): (holder: Holder, context: RuleContext) => boolean {
	switch (tree.kind) {
		case 'and': {
			const parts = tree.parts.map((part) => compileExpression(part, patterns));
			return (holder, context) => parts.every((part) => part(holder, context));
		}
		case 'or': {
			const parts = tree.parts.map((part) => compileExpression(part, patterns));
			return (holder, context) => parts.some((part) => part(holder, context));
		}
		case 'not': {
			const part = compileExpression(tree.part, patterns);
			return (holder, context) => !part(holder, context);
		}
		case 'any':
		case 'all': {
			const part = compileExpression(tree.part, patterns);
			const elements = elementsOf(tree.property.name);
			if (tree.kind === 'any') return (user, context) => elements(user, context).some((item) => part(item, context));
			return (user, context) => elements(user, context).every((item) => part(item, context));
		}
		case 'comparison':
			return compileComparison(tree, patterns);
	}
}

/** The elements of a collection, each as something that a comparison can ask. */
export function elementsOf(property: string): (user: Holder, context: RuleContext) => readonly Holder[] {
	if (property === 'memberOf') {
		return (user, context) => context.groupsOf(user as unknown as EntraUser).map((objectId) => ({ objectId }));
	}
	if (property === 'assignedPlans') return (user) => (user[property] as readonly Holder[] | undefined) ?? [];
	return (user) => ((user[property] as readonly string[] | undefined) ?? []).map((text) => ({ _: text }));
}

function compileComparison({ property, operator, value }: Comparison, patterns: PatternCompiler) {
	const name = recordName(property.name);
	const type = property.subject === 'user' ? propertyOf('user', property.name)?.type : 'text';
	const test = compileTest(operator, value, patterns);
	if (type !== 'texts') return (holder: Holder, context: RuleContext) => test(holder[name] ?? null, context);
	// G-018: any for a positive operator, all for a negative one; an empty collection is like an empty attribute (G-019).
	const positive = value.kind === 'null' ? operator === 'ne' : !isNegative(operator);
	return (holder: Holder, context: RuleContext) => {
		const texts = (holder[name] as readonly string[] | undefined) ?? [];
		if (value.kind === 'null') return positive === texts.length > 0;
		return positive ? texts.some((text) => test(text, context)) : texts.every((text) => test(text, context));
	};
}

function compileTest(operator: Operator, value: Value, patterns: PatternCompiler): Test {
	switch (value.kind) {
		case 'null':
			return operator === 'eq' ? (actual) => actual === null : (actual) => actual !== null;
		case 'boolean':
			return operator === 'eq' ? (actual) => actual === value.flag : (actual) => actual !== value.flag;
		case 'instant':
		case 'now':
			return compareInstants(operator, value);
		case 'list': {
			const items = new Set(value.items.map((item) => item.toLowerCase()));
			return textTest(operator, (actual) => items.has(actual.toLowerCase()));
		}
		case 'text':
			return textTest(operator, positiveTest(operator, value.text, patterns));
	}
}

/** G-019: an empty attribute makes a positive operator false and a negative one true. */
function textTest(operator: Operator, positive: (actual: string) => boolean): Test {
	const negative = isNegative(operator);
	return (actual) => (actual === null ? negative : positive(String(actual)) !== negative);
}

/** G-006: letter case never matters; accents do. */
function positiveTest(operator: Operator, text: string, patterns: PatternCompiler): (actual: string) => boolean {
	const wanted = text.toLowerCase();
	switch (operator) {
		case 'startsWith':
		case 'notStartsWith':
			return (actual) => actual.toLowerCase().startsWith(wanted);
		case 'endsWith':
		case 'notEndsWith':
			return (actual) => actual.toLowerCase().endsWith(wanted);
		case 'contains':
		case 'notContains':
			return (actual) => actual.toLowerCase().includes(wanted);
		case 'match':
		case 'notMatch':
			return patterns(text) ?? (() => false);
		default:
			return (actual) => actual === text || isSame(actual, wanted);
	}
}

/** Whether a text is the wanted one but for letter case; mostly they differ early, and nothing has to be made to see it. */
function isSame(actual: string, wanted: string): boolean {
	for (let at = 0; at < wanted.length; at++) {
		const code = actual.charCodeAt(at);
		if (code > 127) return actual.toLowerCase() === wanted;
		const lower = code >= 65 && code <= 90 ? code + 32 : code;
		if (lower !== wanted.charCodeAt(at)) return false;
	}
	return actual.length === wanted.length;
}

function compareInstants(operator: Operator, value: Value & { kind: 'instant' | 'now' }): Test {
	const bound = (context: RuleContext) => (value.kind === 'now' ? context.now + value.plusDays * DAY : value.ms);
	return (actual, context) => {
		if (actual === null) return operator === 'ne';
		const ms = parseDate(String(actual));
		if (operator === 'ge') return ms >= bound(context);
		if (operator === 'le') return ms <= bound(context);
		return (ms === bound(context)) === (operator === 'eq');
	};
}
