import { functionNamed, functionNames } from '../functions/named';
import type { Profile } from '../functions/entry';
import { checkCall } from './check';
import { Lexer, operandKinds, ParseFault, type Token } from './lexer';
import { type CallNode, type Keyword, keywords, type Node, type ParseError, type Slot } from './tree';

export interface ParseOptions {
	/** Left out: the functions of all services are known. `provisioning` refuses those of cloud sync. */
	readonly profile?: Profile;
	/** Accept function names and keywords in any case, as some published expressions need (G-007). */
	readonly lenient?: boolean;
}

/** The longest expression that the service takes (G-010). */
export const longestExpression = 10_000;
const deepest = 1000;

/** The tree of an expression, or what is wrong with it and where. Never throws. */
export function parseExpression(text: string, options: ParseOptions = {}): Node | ParseError {
	try {
		if (text.length > longestExpression) {
			throw new ParseFault(`the expression is longer than ${longestExpression} characters`, longestExpression);
		}
		return new Parser(text, options).whole();
	} catch (fault) {
		if (!(fault instanceof ParseFault)) throw fault;
		const wanted = fault.expected.length ? `; expected ${fault.expected.join(' or ')}` : '';
		return { error: 'parse', message: `${fault.message}${wanted}`, at: fault.at, expected: fault.expected };
	}
}

class Parser {
	private readonly lexer: Lexer;
	private readonly options: ParseOptions;
	private token: Token;
	private depth = 0;

	constructor(text: string, options: ParseOptions) {
		this.lexer = new Lexer(text);
		this.options = options;
		this.token = this.lexer.next();
	}

	/** G-009: a comparison is a condition, never a whole expression. */
	whole(): Node {
		const node = this.operand(true);
		if (this.token.kind === 'operator') {
			throw new ParseFault('a comparison can only be an argument of a function', this.token.start, ['the end']);
		}
		if (this.token.kind !== 'end')
			throw new ParseFault(`${this.here()} follows the expression`, this.token.start, ['the end']);
		return node;
	}

	private take(): Token {
		const taken = this.token;
		this.token = this.lexer.next();
		return taken;
	}

	private isAt(kind: Token['kind']): boolean {
		return this.token.kind === kind;
	}

	private here(): string {
		const { token } = this;
		if (token.kind === 'end') return 'the end';
		if (token.kind === 'word') return token.text;
		if (token.kind === 'operator') return token.operator;
		return token.kind.length === 1 ? `"${token.kind}"` : `this ${token.kind}`;
	}

	private condition(): Node {
		const left = this.operand(false);
		if (this.token.kind !== 'operator') return left;
		const { operator } = this.token;
		this.take();
		const right = this.operand(false);
		if (this.isAt('operator')) {
			throw new ParseFault('comparisons cannot be chained', this.token.start, ['","', '")"']);
		}
		return { kind: 'comparison', operator, left, right, start: left.start, end: right.end };
	}

	private operand(outermost: boolean): Node {
		if (++this.depth > deepest) throw new ParseFault(`more than ${deepest} levels of nesting`, this.token.start);
		const node = this.operandHere(outermost);
		this.depth--;
		return node;
	}

	private operandHere(outermost: boolean): Node {
		const { token } = this;
		switch (token.kind) {
			case 'text':
			case 'number':
			case 'attribute':
				this.take();
				return token;
			case '(': {
				this.take();
				const inner = this.condition();
				this.close(token.start, ['")"']);
				return inner;
			}
			case 'word':
				this.take();
				return this.isAt('(') ? this.call(token, outermost) : this.keyword(token);
			default:
				throw new ParseFault(`${this.here()} is no value`, token.start, operandKinds);
		}
	}

	private keyword({ text, start, end }: Token & { kind: 'word' }): Node {
		const as = (name: string) => (this.options.lenient ? name.toLowerCase() : name);
		const name = keywords.find((keyword) => as(keyword) === as(text));
		if (name) return { kind: 'keyword', name: name as Keyword, start, end };
		const likely = functionNamed(text, true);
		throw likely
			? new ParseFault(`${likely.name} needs parentheses`, start, ['"("'])
			: new ParseFault(`${text} is no value`, start, operandKinds);
	}

	private call({ text, start }: Token & { kind: 'word' }, outermost: boolean): Node {
		const entry = functionNamed(text, this.options.lenient === true);
		if (!entry) throw new ParseFault(unknownFunction(text), start, ['a function']);
		if (entry.profile === 'cloudSync' && this.options.profile === 'provisioning') {
			throw new ParseFault(`the function ${entry.name} exists in cloud sync only`, start, ['a function']);
		}
		if (entry.name === 'SelectUniqueValue' && !outermost) {
			throw new ParseFault('SelectUniqueValue must be the outermost function', start);
		}
		const args = this.slots();
		const end = this.close(start, ['","', '")"']);
		const node: CallNode = { kind: 'call', name: entry.name, args, start, end };
		checkCall(entry, node);
		return node;
	}

	/** After the name: the slots between the parentheses, the closing one not taken. None at all is no slot. */
	private slots(): Slot[] {
		this.take();
		const slots: Slot[] = [];
		if (this.isAt(')')) return slots;
		for (;;) {
			const { start } = this.token;
			const isEmpty = this.isAt(',') || this.isAt(')');
			slots.push(isEmpty ? { kind: 'empty', start, end: start } : this.condition());
			if (!this.isAt(',')) return slots;
			this.take();
		}
	}

	private close(opened: number, expected: readonly string[]): number {
		if (this.token.kind !== ')') {
			const where =
				this.token.kind === 'end'
					? `the parenthesis after position ${opened} is not closed`
					: `${this.here()} is not expected`;
			throw new ParseFault(where, this.token.start, expected);
		}
		return this.take().end;
	}
}

function unknownFunction(name: string): string {
	const near =
		functionNamed(name, true)?.name ??
		functionNames.find((known) => known.toLowerCase().startsWith(name.toLowerCase()));
	return near ? `there is no function ${name}; did you mean ${near}?` : `there is no function ${name}`;
}
