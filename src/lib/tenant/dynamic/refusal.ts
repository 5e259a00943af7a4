import type { RuleError, Span } from './syntax';

const MESSAGES: Readonly<Record<RuleError['rule'], string>> = {
	'G-003': 'The rule is longer than 3,072 characters',
	'G-008': 'Attribute not supported',
	'G-009': "Operator isn't supported on attribute",
	'G-010': 'Query compilation error',
	'G-011': 'Null can only be compared with -eq null or -ne null',
	'G-039': 'A rule cannot mix users and devices, and this tenant’s groups hold users',
	'G-040': 'Direct Reports cannot be combined with anything else',
	'G-041': 'memberOf cannot be combined with anything else'
};

/** Carries the first error out of the parser; never leaves this folder. */
export class Refusal extends Error {
	constructor(readonly error: RuleError) {
		super(error.message);
	}
}

export function refuse(rule: RuleError['rule'], { at, end }: Span, expected: string): never {
	throw new Refusal({ rule, message: MESSAGES[rule], at, end, expected });
}
