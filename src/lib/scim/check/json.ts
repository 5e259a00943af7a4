/** A JSON value that knows where it stands in the text. */
export type Node = { readonly at: number; readonly end: number } & (
	| { readonly kind: 'object'; readonly members: readonly Member[] }
	| { readonly kind: 'array'; readonly items: readonly Node[] }
	| { readonly kind: 'text'; readonly value: string }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'boolean'; readonly value: boolean }
	| { readonly kind: 'null' }
);

export interface Member {
	readonly key: string;
	readonly at: number;
	readonly end: number;
	readonly node: Node;
}

/** What keeps a text from being JSON, and where. */
export class NoJson extends Error {
	constructor(
		message: string,
		readonly at: number
	) {
		super(message);
	}
}

/** Deeper than anybody writes: a bound for hostile texts. */
const DEPTH = 64;

/** Reads JSON (RFC 8259) with places; throws `NoJson` at the first thing that is wrong. */
export function readJson(text: string): Node {
	const reader = new Reader(text);
	const node = reader.value(0);
	reader.end();
	return node;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// From the blank on, except for quotation mark and backslash.
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const blank = /[ \t\r\n]*/y;

class Reader {
	#at = 0;

	constructor(readonly text: string) {}

	value(depth: number): Node {
		if (depth > DEPTH) throw new NoJson(`it is nested more than ${DEPTH} deep`, this.#at);
		this.#skip();
		const at = this.#at;
		switch (this.text[at]) {
			case '{':
				return { kind: 'object', members: this.#list('}', () => this.#member(depth)), at, end: this.#at };
			case '[':
				return { kind: 'array', items: this.#list(']', () => this.value(depth + 1)), at, end: this.#at };
			case '"':
				return { kind: 'text', value: this.#text(), at, end: this.#at };
			case undefined:
				throw new NoJson('a value is missing', at);
			default:
				return this.#word(at);
		}
	}

	end(): void {
		this.#skip();
		if (this.#at < this.text.length) throw new NoJson('there is something after the end', this.#at);
	}

	#list<T>(closing: '}' | ']', one: () => T): T[] {
		const found: T[] = [];
		this.#at++;
		this.#skip();
		if (this.text[this.#at] === closing) {
			this.#at++;
			return found;
		}
		for (;;) {
			found.push(one());
			this.#skip();
			const c = this.text[this.#at];
			if (c !== ',' && c !== closing) throw new NoJson(`"," or "${closing}" is missing`, this.#at);
			this.#at++;
			if (c === closing) return found;
		}
	}

	#member(depth: number): Member {
		this.#skip();
		const at = this.#at;
		if (this.text[at] !== '"') throw new NoJson('a name in quotation marks is missing', at);
		const key = this.#text();
		const end = this.#at;
		this.#skip();
		if (this.text[this.#at] !== ':') throw new NoJson(`":" is missing after "${key}"`, this.#at);
		this.#at++;
		return { key, at, end, node: this.value(depth + 1) };
	}

	#text(): string {
		const at = this.#at;
		const found = this.#take(string);
		if (found === undefined) throw new NoJson('the text is unfinished or has a character that must be escaped', at);
		return JSON.parse(found) as string;
	}

	#word(at: number): Node {
		for (const [word, node] of words) {
			if (!this.text.startsWith(word, at)) continue;
			this.#at += word.length;
			return { ...node, at, end: this.#at };
		}
		const found = this.#take(number);
		if (found === undefined) throw new NoJson(`${JSON.stringify(this.text[at])} does not begin a value`, at);
		return { kind: 'number', value: Number(found), at, end: this.#at };
	}

	#skip(): void {
		this.#take(blank);
	}

	#take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.#at += found.length;
		return found;
	}
}

const words = [
	['true', { kind: 'boolean', value: true }],
	['false', { kind: 'boolean', value: false }],
	['null', { kind: 'null' }]
] as const;

/** The member of that name, in any case (S-188). */
export function memberOf(node: Node, name: string): Member | undefined {
	if (node.kind !== 'object') return undefined;
	return node.members.find(({ key }) => key.toLowerCase() === name.toLowerCase());
}
