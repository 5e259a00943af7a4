import { anything, notLineFeed } from './charset';
import { lowerCode } from './casing';
import { readClass } from './class';
import { readEscape } from './escapes';
import { groupName, numberGroups, type Numbering } from './groups';
import { type Anchor, type Group, type Node, PatternFault, type Reference } from './tree';

interface Options {
	readonly ignoreCase: boolean;
	readonly multiline: boolean;
	readonly singleline: boolean;
	readonly explicitCapture: boolean;
	readonly ignoreWhite: boolean;
}

const noOptions: Options = {
	ignoreCase: false,
	multiline: false,
	singleline: false,
	explicitCapture: false,
	ignoreWhite: false
};
const optionLetters: { readonly [letter: string]: keyof Options } = {
	i: 'ignoreCase',
	m: 'multiline',
	s: 'singleline',
	n: 'explicitCapture',
	x: 'ignoreWhite'
};
const anchors: { readonly [letter: string]: Anchor } = {
	A: 'textStart',
	z: 'textEnd',
	Z: 'lastLineEnd',
	b: 'word',
	B: 'notWord',
	G: 'searchStart'
};
const deepest = 200;

/** The name of a group: a number, or a word of any alphabet that begins with no digit. */
const NAME = String.raw`([0-9]+|(?![0-9])[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]+)`;
const QUOTED = `(?:<${NAME}>|'${NAME}')`;
const namedGroup = new RegExp(String.raw`\?${QUOTED}`, 'yu');
const sameAgain = new RegExp(`k?${QUOTED}|([1-9][0-9]*)`, 'yu');
const askedGroup = new RegExp(String.raw`${NAME}\)`, 'yu');

interface Parsed extends Numbering {
	readonly node: Node;
}

/** Reads a pattern of the .NET dialect, or throws a PatternFault with the place. */
export function parsePattern(pattern: string): Parsed {
	const first = read(pattern);
	if (first.references.every(({ name }) => first.names.has(name))) return first;
	// A number that no group has may be an octal one: that is known once all groups are.
	const second = read(pattern, first.names);
	const lost = second.references.find(({ name }) => !first.names.has(name));
	if (lost) throw new PatternFault(`there is no group ${lost.name}`, lost.at);
	return second;
}

function read(pattern: string, names?: ReadonlyMap<string, number>) {
	const parser = new Parser(pattern, names);
	const node = parser.choice(noOptions, 0);
	if (!parser.isDone) throw new PatternFault('there is a closing parenthesis too many', parser.at);
	const { references } = parser;
	return { node, references, ...numberGroups(parser.groups, references) };
}

class Parser {
	readonly groups: Group[] = [];
	readonly references: Reference[] = [];
	at = 0;
	private readonly pattern: string;
	private readonly names: ReadonlyMap<string, number> | undefined;

	constructor(pattern: string, names: ReadonlyMap<string, number> | undefined) {
		this.pattern = pattern;
		this.names = names;
	}

	get isDone(): boolean {
		return this.at >= this.pattern.length;
	}

	/** Alternatives up to a closing parenthesis or the end. */
	choice(given: Options, depth: number): Node {
		if (depth > deepest) throw new PatternFault('groups are nested too deeply', this.at);
		let options = given;
		const branches: Node[] = [];
		let items: Node[] = [];
		while (!this.isDone && this.peek() !== ')') {
			if (this.take('|')) {
				branches.push(sequence(items));
				items = [];
			} else if (this.skipsWhite(options)) continue;
			else {
				const inline = this.inlineOptions(options);
				if (inline) options = inline;
				else items.push(this.quantified(this.atom(options, depth), options));
			}
		}
		branches.push(sequence(items));
		return branches.length === 1 ? branches[0]! : { kind: 'choice', nodes: branches };
	}

	private peek(): string | undefined {
		return this.pattern[this.at];
	}

	private take(text: string): boolean {
		if (!this.pattern.startsWith(text, this.at)) return false;
		this.at += text.length;
		return true;
	}

	private match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.pattern);
		if (found) this.at += found[0].length;
		return found;
	}

	/** Comments, and with option x also white space and # to the end of the line. */
	private skipsWhite(options: Options): boolean {
		return this.match(options.ignoreWhite ? /\(\?#[^)]*\)|[\t\n\f\r ]+|#[^\n]*/y : /\(\?#[^)]*\)/y) !== null;
	}

	/** `(?i-s)` holds to the end of its group. */
	private inlineOptions(options: Options): Options | undefined {
		const found = this.match(/\(\?([-+imsnx]+)\)/iy);
		return found ? withOptions(options, found[1]!) : undefined;
	}

	private atom(options: Options, depth: number): Node {
		const start = this.at;
		const char = this.pattern[this.at++]!;
		switch (char) {
			case '(':
				return this.group(options, depth);
			case '[': {
				const { test, end } = readClass(this.pattern, this.at, options.ignoreCase);
				this.at = end;
				return { kind: 'set', test };
			}
			case '.':
				return { kind: 'set', test: options.singleline ? anything : notLineFeed };
			case '^':
				return { kind: 'anchor', anchor: options.multiline ? 'lineStart' : 'textStart' };
			case '$':
				return { kind: 'anchor', anchor: options.multiline ? 'lineEnd' : 'lastLineEnd' };
			case '\\':
				return this.escape(options);
			case '*':
			case '+':
			case '?':
				throw new PatternFault(`the quantifier ${char} follows nothing`, start);
			default:
				if (char === '{' && isQuantifier(this.pattern, start)) {
					throw new PatternFault('the quantifier in braces follows nothing', start);
				}
				return character(char.charCodeAt(0), options);
		}
	}

	private escape(options: Options): Node {
		const letter = this.peek();
		const anchor = letter === undefined ? undefined : anchors[letter];
		if (anchor) {
			this.at++;
			return { kind: 'anchor', anchor };
		}
		const start = this.at - 1;
		const same = this.match(sameAgain);
		if (same) {
			const number = same[3];
			const octal = number && this.names && Number(number) > 9 && !this.names.has(groupName(number));
			if (!octal) return this.same((same[1] ?? same[2] ?? number)!, start, options);
			this.at = start + 1;
		}
		const escape = readEscape(this.pattern, this.at, options.ignoreCase);
		this.at = escape.end;
		return 'code' in escape ? character(escape.code, options) : { kind: 'set', test: escape.test };
	}

	private same(name: string, at: number, options: Options): Node {
		return { kind: 'same', reference: this.refer(name, at), fold: options.ignoreCase };
	}

	private refer(name: string, at: number): Reference {
		const reference: Reference = { kind: 'reference', name: groupName(name), at, number: 0 };
		this.references.push(reference);
		return reference;
	}

	/** After the opening parenthesis. */
	private group(options: Options, depth: number): Node {
		const start = this.at - 1;
		const named = this.match(namedGroup);
		if (named) return this.capture(named[1] ?? named[2], options, start, depth);
		if (this.match(/\?[<']\w*-\w+[>']/y)) throw new PatternFault('balancing groups are not supported', start);
		const look = this.match(/\?(<?)([=!])/y);
		if (look) {
			const node = this.body(options, start, depth);
			return { kind: 'look', node, behind: look[1] === '<', negative: look[2] === '!' };
		}
		if (this.take('?>')) return { kind: 'atomic', node: this.body(options, start, depth) };
		if (this.take('?(')) return this.condition(options, start, depth);
		const inner = this.match(/\?([-+imsnx]*):/iy);
		if (inner) return this.body(withOptions(options, inner[1]!), start, depth);
		if (this.peek() === '?') throw new PatternFault('unknown kind of group', start);
		return options.explicitCapture ? this.body(options, start, depth) : this.capture(undefined, options, start, depth);
	}

	private capture(name: string | undefined, options: Options, start: number, depth: number): Node {
		const group: Group = { name: name && groupName(name), number: 0 };
		if (group.name === '0') throw new PatternFault('group 0 is the whole match', start);
		this.groups.push(group);
		return { kind: 'capture', group, node: this.body(options, start, depth) };
	}

	private body(options: Options, start: number, depth: number): Node {
		const node = this.choice(options, depth + 1);
		if (!this.take(')')) throw new PatternFault('the group does not end: expected ")"', start);
		return node;
	}

	/** `(?(name)yes|no)` asks for a group, `(?(pattern)yes|no)` looks ahead. */
	private condition(options: Options, start: number, depth: number): Node {
		const name = this.match(askedGroup)?.[1];
		const known = name !== undefined && (/^[0-9]/.test(name) || this.groups.some((group) => group.name === name));
		if (name !== undefined && !known) this.at -= name.length + 1;
		const condition = known ? this.refer(name, start) : this.lookAhead(options, start, depth);
		const node = this.body(options, start, depth);
		const branches = node.kind === 'choice' ? node.nodes : [node];
		if (branches.length > 2) throw new PatternFault('a condition has at most two branches', start);
		return { kind: 'if', condition, yes: branches[0]!, no: branches[1] ?? { kind: 'empty' } };
	}

	private lookAhead(options: Options, start: number, depth: number): Node {
		if (this.match(/\?(?='|<[^=!])/y)) throw new PatternFault('a condition captures nothing', start);
		if (this.peek() === '?') return this.group(options, depth);
		return { kind: 'look', node: this.body(options, start, depth), behind: false, negative: false };
	}

	private quantified(node: Node, options: Options): Node {
		while (this.skipsWhite(options));
		const start = this.at;
		const found = this.match(/([*+?])|\{([0-9]+)(?:(,)([0-9]*))?\}/y);
		if (!found) return node;
		const [, sign, from, comma, to] = found;
		const least = sign ? (sign === '+' ? 1 : 0) : Number(from);
		const most = sign ? (sign === '?' ? 1 : Infinity) : comma ? (to ? Number(to) : Infinity) : least;
		if (most < least || least > 1e6) throw new PatternFault('the quantifier has no valid bounds', start);
		while (this.skipsWhite(options));
		const lazy = this.take('?');
		if (this.peek() === '*' || this.peek() === '+' || this.peek() === '?' || isQuantifier(this.pattern, this.at)) {
			throw new PatternFault('a quantifier follows a quantifier', this.at);
		}
		return { kind: 'repeat', node, least, most, lazy };
	}
}

function isQuantifier(pattern: string, at: number): boolean {
	const braces = /\{[0-9]+(?:,[0-9]*)?\}/y;
	braces.lastIndex = at;
	return braces.test(pattern);
}

function sequence(nodes: readonly Node[]): Node {
	return nodes.length === 1 ? nodes[0]! : nodes.length === 0 ? { kind: 'empty' } : { kind: 'sequence', nodes };
}

function character(code: number, { ignoreCase }: Options): Node {
	return ignoreCase ? { kind: 'char', code: lowerCode(code), fold: true } : { kind: 'char', code, fold: false };
}

/** Letters and signs as in `i-s+m`: a sign holds for the letters behind it. */
function withOptions(options: Options, letters: string): Options {
	const changed = { ...options };
	let on = true;
	for (const letter of letters.toLowerCase()) {
		const option = optionLetters[letter];
		if (option) changed[option] = on;
		else on = letter === '+';
	}
	return changed;
}
