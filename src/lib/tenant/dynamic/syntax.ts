/** Where something stands in the rule's text: from `at` up to, and not including, `end`. */
export interface Span {
	readonly at: number;
	readonly end: number;
}

export type Operator =
	| 'eq'
	| 'ne'
	| 'startsWith'
	| 'notStartsWith'
	| 'endsWith'
	| 'notEndsWith'
	| 'contains'
	| 'notContains'
	| 'match'
	| 'notMatch'
	| 'in'
	| 'notIn'
	| 'ge'
	| 'le';

/** user: the user; item: `_`, an element of a text collection; plan: an assigned plan; group: one the user is in. */
export type Subject = 'user' | 'item' | 'plan' | 'group';

export interface PropertyRef extends Span {
	readonly subject: Subject;
	/** As the register spells it, whatever letter case the rule uses. */
	readonly name: string;
	readonly written: string;
}

export type Value = Span &
	(
		| { readonly kind: 'null' }
		| { readonly kind: 'text'; readonly text: string }
		| { readonly kind: 'boolean'; readonly flag: boolean }
		| { readonly kind: 'list'; readonly items: readonly string[] }
		/** A fixed instant in milliseconds, or so many days from now. */
		| { readonly kind: 'instant'; readonly ms: number }
		| { readonly kind: 'now'; readonly plusDays: number }
	);

export interface Comparison extends Span {
	readonly kind: 'comparison';
	readonly property: PropertyRef;
	readonly operator: Operator;
	readonly value: Value;
}

export type Expression =
	| Comparison
	| (Span & { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] })
	| (Span & { readonly kind: 'not'; readonly part: Expression })
	| (Span & { readonly kind: 'any' | 'all'; readonly property: PropertyRef; readonly part: Expression });

export type RuleTree = Expression | (Span & { readonly kind: 'directReports'; readonly managerId: string });

/** Why a rule was refused: the portal's words, where, and what would have been right. */
export interface RuleError extends Span {
	readonly rule: 'G-003' | 'G-008' | 'G-009' | 'G-010' | 'G-011' | 'G-039' | 'G-040' | 'G-041';
	readonly message: string;
	readonly expected: string;
}

/** What may stand and yet deserves a word. */
export interface RuleHint extends Span {
	readonly rule: 'G-007' | 'G-047';
	readonly message: string;
}
