import { tokenize, type Token } from './lex';
import { OPERATORS_OF, propertyNames, propertyOf, type Property } from './properties';
import { Refusal } from './refusal';
import type { Span, Subject } from './syntax';

/** What an editor offers at the caret; what is picked replaces `at` to `end`. */
export interface Suggestions extends Span {
	readonly kind: 'property' | 'operator' | 'value' | 'connective';
	readonly texts: readonly string[];
}

const SUBJECTS: Readonly<Record<string, Subject>> = { texts: 'item', plans: 'plan', groups: 'group' };
const PREFIXES: Readonly<Record<Subject, string>> = { user: 'user.', item: '', plan: 'assignedPlan.', group: 'group.' };

/** What may stand at the caret, as far as what stands before it tells; nothing inside a text. */
export function suggestionsAt(text: string, caret: number): Suggestions | null {
	const before = text.slice(0, caret);
	const typed = /[-\w.]*$/.exec(before)?.[0].toLowerCase() ?? '';
	const tokens = completeTokens(before.slice(0, caret - typed.length));
	if (!tokens) return null;
	const { kind, texts } = offer(tokens);
	const fitting = texts.filter((each) => each.toLowerCase().startsWith(typed));
	return fitting.length ? { at: caret - typed.length, end: caret, kind, texts: fitting } : null;
}

function completeTokens(text: string): readonly Token[] | null {
	try {
		return tokenize(text).slice(0, -1);
	} catch (refusal) {
		if (refusal instanceof Refusal) return null;
		throw refusal;
	}
}

type Offer = Pick<Suggestions, 'kind' | 'texts'>;

/** Goes through the tokens once, remembering only what the next one depends on. */
function offer(tokens: readonly Token[]): Offer {
	let subject: Subject = 'user';
	let depth = 0;
	let itemDepth = 0;
	let property: Property | undefined;
	let next: Offer = properties(subject);
	for (const { kind, value } of tokens) {
		const word = kind === 'word' ? value.replace(/^-/, '').toLowerCase() : '';
		if (value === '(' && kind === 'mark') depth++;
		else if (value === ')' && kind === 'mark') {
			depth--;
			if (subject !== 'user' && depth <= itemDepth) subject = 'user';
			next = CONNECTIVES;
		} else if (word === 'and' || word === 'or' || word === 'not') next = properties(subject);
		else if ((word === 'any' || word === 'all') && property) {
			subject = SUBJECTS[property.type] ?? 'user';
			itemDepth = depth;
			next = properties(subject);
		} else if (next.kind === 'property') {
			property = propertyOf(subject, value.slice(value.indexOf('.') + 1));
			next = operators(property);
		} else if (next.kind === 'operator') next = values(property, word);
		else if (kind !== 'mark' || value === ']') next = CONNECTIVES;
	}
	return next;
}

const CONNECTIVES: Offer = { kind: 'connective', texts: ['-and', '-or'] };

const properties = (subject: Subject): Offer => ({
	kind: 'property',
	texts: propertyNames(subject).map((name) => PREFIXES[subject] + name)
});

function operators(property: Property | undefined): Offer {
	const comparing = property ? OPERATORS_OF[property.type].map((operator) => `-${operator}`) : [];
	const quantifying = property && SUBJECTS[property.type] ? ['-any', '-all'] : [];
	return { kind: 'operator', texts: [...quantifying, ...comparing] };
}

function values(property: Property | undefined, operator: string): Offer {
	const nothing = operator === 'eq' || operator === 'ne' ? ['null'] : [];
	if (property?.type === 'flag') return { kind: 'value', texts: ['true', 'false', ...nothing] };
	if (property?.type === 'date') return { kind: 'value', texts: ['system.now', ...nothing] };
	return { kind: 'value', texts: operator === 'in' || operator === 'notin' ? ['[""]'] : ['""', ...nothing] };
}
