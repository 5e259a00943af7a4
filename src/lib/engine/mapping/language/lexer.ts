import { integerFromHex, narrow } from '../values/numbers';
import type { Operator, Span } from './tree';

export type Token = Span &
	(
		| { readonly kind: '(' | ')' | ',' | 'end' }
		| { readonly kind: 'word'; readonly text: string }
		| { readonly kind: 'text'; readonly value: string }
		| { readonly kind: 'attribute'; readonly name: string }
		| { readonly kind: 'number'; readonly value: number | bigint }
		| { readonly kind: 'operator'; readonly operator: Operator }
	);

export class ParseFault extends Error {
	readonly at: number;
	readonly expected: readonly string[];

	constructor(message: string, at: number, expected: readonly string[] = []) {
		super(message);
		this.at = at;
		this.expected = expected;
	}
}

/** What may stand where a value is wanted. */
export const operandKinds = ['a function', 'an attribute in brackets', 'a text in quotes', 'a number'];

const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const decimal = /-?[0-9]+(?:\.[0-9]+)?/y;
const hex = /&[Hh]([0-9A-Fa-f]+)/y;
const operator = /<>|>=|<=|[=<>]/y;

/** Hands out one token after the other. */
export class Lexer {
	private readonly text: string;
	private at = 0;

	constructor(text: string) {
		this.text = text;
	}

	next(): Token {
		this.skipWhite();
		const start = this.at;
		const char = this.text[start];
		if (char === undefined) return { kind: 'end', start, end: start };
		if (char === '(' || char === ')' || char === ',') return { kind: char, start, end: ++this.at };
		if (char === '"') return this.quoted();
		if (char === '[') return this.attribute();
		const name = this.match(word);
		if (name) return { kind: 'word', text: name, start, end: this.at };
		const digits = this.match(decimal);
		if (digits) return { kind: 'number', value: readNumber(digits), start, end: this.at };
		if (char === '&') return this.hexNumber();
		const sign = this.match(operator);
		if (sign) return { kind: 'operator', operator: sign as Operator, start, end: this.at };
		throw new ParseFault(this.complaint(char), start, operandKinds);
	}

	/** G-005: blanks, tabs and line breaks are free between tokens. */
	private skipWhite(): void {
		for (;;) {
			const code = this.text.charCodeAt(this.at);
			if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return;
			this.at++;
		}
	}

	private match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	/** G-003: a backslash escapes a backslash or a double quote; before anything else it is itself. */
	private quoted(): Token {
		const start = this.at;
		let value = '';
		for (let at = start + 1; at < this.text.length; at++) {
			const char = this.text[at]!;
			if (char === '"') {
				this.at = at + 1;
				return { kind: 'text', value, start, end: this.at };
			}
			const next = this.text[at + 1];
			if (char === '\\' && (next === '\\' || next === '"')) at++;
			value += this.text[at];
		}
		throw new ParseFault('the text has no end', start, ['a closing double quote']);
	}

	/** G-004: up to the matching bracket; quotes inside suspend the counting of brackets. */
	private attribute(): Token {
		const start = this.at;
		let depth = 0;
		let quoted = false;
		for (let at = start; at < this.text.length; at++) {
			const char = this.text[at];
			if (char === '"') quoted = !quoted;
			else if (!quoted && char === '[') depth++;
			else if (!quoted && char === ']' && --depth === 0) {
				this.at = at + 1;
				const name = this.text.slice(start + 1, at).trim();
				if (name === '') throw new ParseFault('the brackets name no attribute', start, ['an attribute name']);
				return { kind: 'attribute', name, start, end: this.at };
			}
		}
		throw new ParseFault('the attribute name has no end', start, ['a closing bracket']);
	}

	private hexNumber(): Token {
		const start = this.at;
		const found = this.match(hex);
		if (!found) {
			const message = /^&h/i.test(this.text.slice(start))
				? '&H is followed by no hex digit'
				: 'there is no & operator; texts are joined by Append or Join';
			throw new ParseFault(message, start, ['","', '")"']);
		}
		const value = integerFromHex(found.slice(2));
		if (value === undefined) throw new ParseFault('the number has more than 64 bits', start);
		return { kind: 'number', value, start, end: this.at };
	}

	private complaint(char: string): string {
		if ("'“”‘’".includes(char)) return `${char} delimits no text; only the straight double quote does`;
		return char === '%'
			? 'variables in percent signs exist in cloud sync only'
			: `${JSON.stringify(char)} means nothing here`;
	}
}

function readNumber(digits: string): number | bigint {
	if (digits.includes('.')) return Number(digits);
	return digits.length < 16 ? Number(digits) + 0 : narrow(BigInt(digits));
}
