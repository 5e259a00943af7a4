import { tokenize, type Token } from './lex';
import { nativePattern, type PatternCompiler } from './pattern';
import { OPERATORS, OPERATORS_OF, propertyOf, type Property } from './properties';
import { Refusal, refuse } from './refusal';
import type { Comparison, Expression, Operator, PropertyRef, RuleError, RuleTree, Subject } from './syntax';
import { readValue, type Reader } from './values';

/** G-003. */
export const MAX_RULE_LENGTH = 3072;

export type Parsed = { readonly tree: RuleTree } | { readonly error: RuleError };

/** Reads a rule; what is wrong with it is told by place and by what was expected there. */
export function parseRule(text: string, patterns: PatternCompiler = nativePattern): Parsed {
	try {
		if (text.length > MAX_RULE_LENGTH) {
			refuse('G-003', { at: MAX_RULE_LENGTH, end: text.length }, `at most ${MAX_RULE_LENGTH} characters`);
		}
		return { tree: new Parser(tokenize(text), patterns).rule() };
	} catch (refusal) {
		if (refusal instanceof Refusal) return { error: refusal.error };
		throw refusal;
	}
}

/** An operator's leading hyphen is optional (G-002), and its letter case does not matter. */
const operatorWord = (token: Token): string =>
	token.kind === 'word' ? token.value.replace(/^-/, '').toLowerCase() : '';

class Parser implements Reader {
	private position = 0;
	/** What a bare name refers to: the user, or the elements of the collection that is being asked. */
	private subject: Subject = 'user';

	constructor(
		private readonly tokens: readonly Token[],
		readonly patterns: PatternCompiler
	) {}

	get token(): Token {
		return this.tokens[this.position] as Token;
	}

	next(): Token {
		const token = this.token;
		if (token.kind !== 'end') this.position++;
		return token;
	}

	isMark(mark: string): boolean {
		return this.token.kind === 'mark' && this.token.value === mark;
	}

	expectMark(mark: string): Token {
		return this.isMark(mark) ? this.next() : refuse('G-010', this.token, mark);
	}

	private isOperator(word: string): boolean {
		return operatorWord(this.token) === word;
	}

	rule(): RuleTree {
		const reports = this.directReports();
		if (reports) return reports;
		const tree = this.or();
		if (this.isDirectReports()) refuse('G-040', this.token, 'Direct Reports alone');
		if (this.token.kind !== 'end') refuse('G-010', this.token, '-and, -or or the end of the rule');
		if (tree.kind !== 'any') this.refuseMemberOf(tree);
		return tree;
	}

	/** G-040: alone only. */
	private directReports(): RuleTree | undefined {
		if (!this.isDirectReports()) return undefined;
		const { at } = this.next();
		this.next();
		if (!this.isOperator('for')) refuse('G-010', this.token, 'for');
		this.next();
		const id = this.next();
		if (id.kind !== 'text') refuse('G-010', id, 'the manager’s object id in quotes');
		if (this.token.kind !== 'end') refuse('G-040', this.token, 'the end of the rule');
		return { kind: 'directReports', managerId: id.value, at, end: id.end };
	}

	private isDirectReports(): boolean {
		const after = this.tokens[this.position + 1];
		return this.isOperator('direct') && after !== undefined && operatorWord(after) === 'reports';
	}

	/** G-041: alone only. */
	private refuseMemberOf(tree: Expression): void {
		if ('parts' in tree) tree.parts.forEach((part) => this.refuseMemberOf(part));
		else if (tree.kind === 'not') this.refuseMemberOf(tree.part);
		else if (tree.property.name === 'memberOf')
			refuse('G-041', tree, 'user.memberOf -any (group.objectId -in [...]) alone');
	}

	private or(): Expression {
		return this.chain('or', () => this.chain('and', () => this.not()));
	}

	private chain(kind: 'and' | 'or', part: () => Expression): Expression {
		const parts = [part()];
		while (this.goesOn(kind)) {
			this.next();
			parts.push(part());
		}
		const first = parts[0]!;
		return parts.length === 1 ? first : { kind, parts, at: first.at, end: parts[parts.length - 1]!.end };
	}

	/** What is asked of each element ends where the rule goes on about the user. */
	private goesOn(kind: 'and' | 'or'): boolean {
		if (!this.isOperator(kind)) return false;
		const after = this.tokens.slice(this.position + 1).find(({ value }) => /[._]/.test(value));
		return this.subject === 'user' || !/^user\./i.test(after?.value ?? '');
	}

	private not(): Expression {
		if (!this.isOperator('not')) return this.primary();
		const { at } = this.next();
		const part = this.not();
		return { kind: 'not', part, at, end: part.end };
	}

	private primary(): Expression {
		if (this.isMark('(')) {
			const { at } = this.next();
			const inner = this.or();
			return { ...inner, at, end: this.expectMark(')').end };
		}
		if (this.isDirectReports()) refuse('G-040', this.token, 'Direct Reports alone');
		const { property, ref } = this.property();
		if (this.isOperator('any') || this.isOperator('all')) return this.quantified(property, ref);
		return this.comparison(property, ref);
	}

	private property(): { property: Property; ref: PropertyRef } {
		const token = this.next();
		if (token.kind !== 'word' || token.value.startsWith('-'))
			refuse('G-010', token, 'a property such as user.department');
		const { subject, name } = this.resolve(token);
		const property = propertyOf(subject, name);
		if (!property) refuse('G-008', token, 'a supported attribute');
		return { property, ref: { subject, name: property.name, written: token.value, at: token.at, end: token.end } };
	}

	private resolve(token: Token): { subject: Subject; name: string } {
		const dot = token.value.indexOf('.');
		const owner = token.value.slice(0, dot).toLowerCase();
		const name = token.value.slice(dot + 1);
		if (owner === 'device') refuse('G-039', token, 'a property of the user');
		const allowed = { user: 'user', plan: 'assignedplan', group: 'group', item: '' }[this.subject];
		if (this.subject === 'item' ? token.value === '_' : owner === allowed) return { subject: this.subject, name };
		const example = { user: 'user.…', plan: 'assignedPlan.…', group: 'group.objectId', item: '_' }[this.subject];
		return refuse('G-010', token, example);
	}

	private quantified(property: Property, ref: PropertyRef): Expression {
		const quantifier = this.next();
		const kind = operatorWord(quantifier) as 'any' | 'all';
		const subject = { texts: 'item', plans: 'plan', groups: 'group' }[property.type as string] as Subject | undefined;
		if (!subject || (subject === 'group' && kind === 'all')) {
			refuse('G-009', quantifier, 'a comparison operator');
		}
		this.subject = subject as Subject;
		const part = this.or();
		this.subject = 'user';
		return { kind, property: ref, part, at: ref.at, end: part.end };
	}

	private comparison(property: Property, ref: PropertyRef): Comparison {
		const token = this.next();
		const operator = OPERATORS.get(operatorWord(token));
		if (!operator) return this.refuseOperator(token);
		const groupOnlyIn = ref.subject === 'group' && operator !== 'in';
		if (groupOnlyIn || !OPERATORS_OF[property.type].includes(operator)) {
			refuse('G-009', token, allowedOperators(property, groupOnlyIn));
		}
		const value = readValue(this, property, operator);
		return { kind: 'comparison', property: ref, operator: operator as Operator, value, at: ref.at, end: value.end };
	}

	/** G-011: `-not` is no comparison. */
	private refuseOperator(token: Token): never {
		const againstNull = operatorWord(token) === 'not' && operatorWord(this.token) === 'null';
		return refuse(againstNull ? 'G-011' : 'G-010', token, againstNull ? '-ne' : 'an operator such as -eq');
	}
}

function allowedOperators(property: Property, groupOnlyIn: boolean): string {
	if (groupOnlyIn) return '-in';
	const operators = OPERATORS_OF[property.type].map((operator) => `-${operator}`);
	return operators.length ? operators.join(', ') : '-any or -all';
}
