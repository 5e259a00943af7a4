import { refuse } from './refusal';
import type { Span } from './syntax';

export interface Token extends Span {
	/** mark: one of ( ) [ ] , */
	readonly kind: 'mark' | 'word' | 'text' | 'number' | 'end';
	/** A word as it is written; a text without its quotes and escapes. */
	readonly value: string;
}

const WORD = /-?[A-Za-z_][A-Za-z0-9_.]*/y;
/** A date has digits, too. */
const NUMBER = /-?[0-9][0-9A-Za-z:.+-]*/y;
const BLANK = /\s+/y;

export function tokenize(text: string): readonly Token[] {
	const tokens: Token[] = [];
	let at = 0;
	const take = (pattern: RegExp) => {
		pattern.lastIndex = at;
		return pattern.exec(text)?.[0];
	};
	while (at < text.length) {
		const blank = take(BLANK);
		if (blank) {
			at += blank.length;
			continue;
		}
		const token = readToken(text, at, take);
		tokens.push(token);
		at = token.end;
	}
	tokens.push({ kind: 'end', value: '', at: text.length, end: text.length });
	return tokens;
}

function readToken(text: string, at: number, take: (pattern: RegExp) => string | undefined): Token {
	const first = text[at] as string;
	if ('()[],'.includes(first)) return { kind: 'mark', value: first, at, end: at + 1 };
	if (first === '"' || first === "'") return quoted(text, at, first);
	const word = take(WORD);
	if (word) return { kind: 'word', value: word, at, end: at + word.length };
	const number = take(NUMBER);
	if (number) return { kind: 'number', value: number, at, end: at + number.length };
	return refuse('G-010', { at, end: at + 1 }, 'a property, an operator, a value or a bracket');
}

/** In double quotes a double quote is written `" and in single quotes a single quote is doubled. */
function quoted(text: string, at: number, quote: string): Token {
	let value = '';
	for (let i = at + 1; i < text.length; i++) {
		const letter = text[i] as string;
		if (quote === '"' && letter === '`' && text[i + 1] === '"') value += text[++i];
		else if (quote === "'" && letter === "'" && text[i + 1] === "'") value += text[++i];
		else if (letter === quote) return { kind: 'text', value, at, end: i + 1 };
		else value += letter;
	}
	return refuse('G-010', { at, end: text.length }, `a closing ${quote}`);
}
