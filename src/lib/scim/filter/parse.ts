import { refusal } from '../errors';
import { splitPath, type AttrPath } from '../model';
import { Lexer, type Token } from './lex';
import type { CompareValue, Filter, Operator } from './tree';

export interface ParseOptions {
	/** Accept `externalId eq someone` without quotation marks (S-041). */
	readonly bareValues?: boolean;
}

const operators: ReadonlySet<string> = new Set(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']);
const attrName = /^(?:urn:[^\s"()[\]]+:)?[a-z$][\w$-]*(?:\.[a-z$][\w$-]*)?$/i;
const subName = /^\.[a-z$][\w$-]*$/i;
/** Deeper nesting than anybody writes; a bound keeps a hostile filter from exhausting the stack. */
const DEPTH = 64;
/** Likewise for the number of conditions, each of which costs a comparison for every resource. */
const TERMS = 2000;

/** Parses a whole filter (RFC 7644 §3.4.2.2, S-225 to S-229 and S-233). */
export function parseFilter(text: string, options: ParseOptions = {}): Filter {
	const parser = new Parser(text, 0, options);
	const filter = parser.or(0);
	parser.end();
	return filter;
}

/** Parses the filter in the brackets of a PATCH path; answers where its closing bracket stands. */
export function parseBracket(text: string, at: number, options: ParseOptions = {}): { filter: Filter; end: number } {
	const parser = new Parser(text, at, options);
	const filter = parser.or(0);
	return { filter, end: parser.closingBracket() };
}

class Parser {
	#lexer: Lexer;
	#token: Token;
	#terms = 0;

	constructor(
		text: string,
		at: number,
		readonly options: ParseOptions
	) {
		this.#lexer = new Lexer(text, at);
		this.#token = this.#lexer.next();
	}

	or(depth: number): Filter {
		return this.#chain('or', depth, () => this.#chain('and', depth, () => this.#term(depth)));
	}

	end() {
		if (this.#token.kind !== 'end') throw this.#unexpected('the end of the filter');
	}

	closingBracket(): number {
		if (this.#token.kind !== ']') throw this.#unexpected('"]"');
		return this.#token.at;
	}

	#chain(kind: 'and' | 'or', depth: number, operand: () => Filter): Filter {
		if (depth > DEPTH) throw refusal('invalidFilter', 'The filter is nested too deeply');
		const first = operand();
		if (!this.#isWord(kind)) return first;
		const terms = [first];
		while (this.#isWord(kind)) {
			this.#advance();
			terms.push(operand());
		}
		return { kind, terms };
	}

	#term(depth: number): Filter {
		if (++this.#terms > TERMS) throw refusal('invalidFilter', `The filter has more than ${TERMS} conditions`);
		const token = this.#token;
		if (token.kind === '(') return this.#group(depth);
		if (token.kind !== 'word') throw this.#unexpected('an attribute');
		this.#advance();
		if (token.text.toLowerCase() === 'not' && this.#token.kind === '(') {
			return { kind: 'not', term: this.#group(depth) };
		}
		const path = this.#path(token.text, token.at);
		if ((this.#token as Token).kind === '[') return this.#values(path, token.at, depth);
		return this.#expression(path, token.at);
	}

	#group(depth: number): Filter {
		this.#advance();
		const inner = this.or(depth + 1);
		if (this.#token.kind !== ')') throw this.#unexpected('")"');
		this.#advance();
		return inner;
	}

	#values(path: AttrPath, at: number, depth: number): Filter {
		this.#advance();
		const filter = this.or(depth + 1);
		if (this.#token.kind !== ']') throw this.#unexpected('"]"');
		const touching = this.#lexer.position === this.#token.at + 1 && this.#lexer.text[this.#lexer.position] === '.';
		this.#advance();
		const next = this.#token as Token;
		if (!touching || next.kind !== 'word') return { kind: 'values', path, filter, at };
		if (!subName.test(next.text)) throw this.#unexpected('a sub-attribute');
		this.#advance();
		const sub: AttrPath = { urn: undefined, name: next.text.slice(1), sub: undefined };
		return { kind: 'values', path, filter, then: this.#expression(sub, next.at), at };
	}

	#expression(path: AttrPath, at: number): Filter & { kind: 'compare' | 'present' } {
		const token = this.#token;
		const op = token.kind === 'word' ? token.text.toLowerCase() : '';
		if (op === 'pr') {
			this.#advance();
			return { kind: 'present', path, at };
		}
		if (!operators.has(op)) throw this.#unexpected('an operator');
		this.#advance();
		return { kind: 'compare', path, op: op as Operator, value: this.#value(), at };
	}

	#value(): CompareValue {
		const token = this.#token;
		this.#advance();
		if (token.kind === 'value') return token.value;
		if (token.kind === 'word') {
			if (token.text === 'true') return true;
			if (token.text === 'false') return false;
			if (token.text === 'null') return null;
			if (this.options.bareValues && !token.text.startsWith("'")) return token.text;
		}
		throw refusal('invalidFilter', `A value is expected at position ${token.at}`);
	}

	#path(text: string, at: number): AttrPath {
		if (!attrName.test(text)) throw refusal('invalidFilter', `"${text}" at position ${at} is not an attribute name`);
		return splitPath(text);
	}

	#isWord(text: string): boolean {
		return this.#token.kind === 'word' && this.#token.text.toLowerCase() === text;
	}

	#advance() {
		this.#token = this.#lexer.next();
	}

	#unexpected(expected: string) {
		const token = this.#token;
		const found = token.kind === 'word' ? `"${token.text}"` : token.kind === 'value' ? 'a value' : token.kind;
		return refusal('invalidFilter', `Expected ${expected} at position ${token.at}, found ${found}`);
	}
}
