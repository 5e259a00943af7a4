import { refusal } from '../errors';
import type { CompareValue } from './tree';

export type Token =
	| { readonly kind: 'word'; readonly text: string; readonly at: number }
	| { readonly kind: 'value'; readonly value: CompareValue; readonly at: number }
	| { readonly kind: '(' | ')' | '[' | ']'; readonly at: number }
	| { readonly kind: 'end'; readonly at: number };

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Cuts a filter into tokens, one at a time: names and operators are words, the parser knows which is which. */
export class Lexer {
	#at: number;

	constructor(
		readonly text: string,
		at = 0
	) {
		this.#at = at;
	}

	/** Where the next token begins to be looked for. */
	get position(): number {
		return this.#at;
	}

	next(): Token {
		const { text } = this;
		let at = this.#at;
		while (at < text.length && isBlank(text.charCodeAt(at))) at++;
		if (at >= text.length) {
			this.#at = at;
			return { kind: 'end', at };
		}
		const c = text[at] as string;
		if (c === '(' || c === ')' || c === '[' || c === ']') {
			this.#at = at + 1;
			return { kind: c, at };
		}
		if (c === '"') return this.#quoted(at);
		return this.#bare(at);
	}

	/** S-229: quoted with JSON's escapes. */
	#quoted(at: number): Token {
		const { text } = this;
		let end = at + 1;
		let escaped = false;
		for (; ; end++) {
			const c = text.charCodeAt(end);
			if (Number.isNaN(c)) throw refusal('invalidFilter', `Unfinished text at position ${at}`);
			if (c === 92) {
				escaped = true;
				end++;
			} else if (c === 34) break;
		}
		this.#at = end + 1;
		if (!escaped) return { kind: 'value', value: text.slice(at + 1, end), at };
		try {
			return { kind: 'value', value: JSON.parse(text.slice(at, end + 1)) as string, at };
		} catch {
			throw refusal('invalidFilter', `Wrong escape in the text at position ${at}`);
		}
	}

	#bare(at: number): Token {
		const { text } = this;
		let end = at;
		for (; end < text.length; end++) {
			const c = text.charCodeAt(end);
			if (isBlank(c) || c === 40 || c === 41 || c === 91 || c === 93 || c === 34) break;
		}
		this.#at = end;
		const word = text.slice(at, end);
		const c = word.charCodeAt(0);
		const numeric = c === 45 || (c >= 48 && c <= 57);
		if (numeric && number.test(word)) return { kind: 'value', value: Number(word), at };
		return { kind: 'word', text: word, at };
	}
}

const isBlank = (c: number) => c === 32 || c === 9 || c === 10 || c === 13;
