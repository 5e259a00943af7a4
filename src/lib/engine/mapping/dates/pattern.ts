/** One token of a .NET custom format: a run of one letter, or literal text (D-004). */
export interface Token {
	/** The letter, or '' for literal text. */
	readonly letter: '' | 'd' | 'M' | 'y' | 'h' | 'H' | 'm' | 's' | 'f' | 'F' | 't' | 'z' | 'K';
	readonly count: number;
	readonly text: string;
	/** A literal that was written without quotes: only such a Z means UTC in an input format. */
	readonly bare: boolean;
}

const letters = 'dMyhHmsfFtz';

/** The standard formats of the invariant culture, which have exactly one letter (D-005). */
const standard: { readonly [letter: string]: string } = {
	d: 'MM/dd/yyyy',
	D: 'dddd, dd MMMM yyyy',
	t: 'HH:mm',
	T: 'HH:mm:ss',
	f: 'dddd, dd MMMM yyyy HH:mm',
	F: 'dddd, dd MMMM yyyy HH:mm:ss',
	g: 'MM/dd/yyyy HH:mm',
	G: 'MM/dd/yyyy HH:mm:ss',
	M: 'MMMM dd',
	m: 'MMMM dd',
	Y: 'yyyy MMMM',
	y: 'yyyy MMMM',
	s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
	o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
	O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
	u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
	r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
	R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
};

const known = new Map<string, readonly Token[] | string>();

/** The tokens of a format, or what is wrong with it. */
export function formatTokens(format: string): readonly Token[] | string {
	let tokens = known.get(format);
	if (tokens === undefined) {
		tokens = tokenize(format);
		if (known.size > 200) known.clear();
		known.set(format, tokens);
	}
	return tokens;
}

function tokenize(format: string): readonly Token[] | string {
	if (format.length === 1) {
		const long = standard[format];
		return long === undefined ? `there is no standard format ${JSON.stringify(format)}` : tokenize(long);
	}
	const tokens: Token[] = [];
	for (let at = 0; at < format.length;) {
		const char = format[at]!;
		if (letters.includes(char)) {
			const count = runLength(format, at);
			if ((char === 'f' || char === 'F') && count > 7) return 'a fraction has at most seven digits';
			tokens.push({ letter: char as Token['letter'], count, text: '', bare: false });
			at += count;
		} else if (char === 'K') {
			tokens.push({ letter: 'K', count: 1, text: '', bare: false });
			at++;
		} else if (char === '%') {
			const next = format[at + 1];
			if (next === undefined || next === '%') return 'a percent sign stands before no letter';
			if (letters.includes(next)) {
				tokens.push({ letter: next as Token['letter'], count: 1, text: '', bare: false });
				at += 2;
			} else at++;
		} else {
			const literal = readLiteral(format, at);
			if (typeof literal === 'string') return literal;
			tokens.push(literal.token);
			at = literal.end;
		}
	}
	return tokens;
}

function runLength(format: string, at: number): number {
	let end = at + 1;
	while (end < format.length && format[end] === format[at]) end++;
	return end - at;
}

function readLiteral(format: string, at: number): { token: Token; end: number } | string {
	const char = format[at]!;
	if (char === '\\') {
		const next = format[at + 1];
		return next === undefined ? 'a backslash ends the format' : literal(next, false, at + 2);
	}
	if (char !== "'" && char !== '"') return literal(char, true, at + 1);
	let text = '';
	for (let end = at + 1; end < format.length; end++) {
		if (format[end] === char) return literal(text, false, end + 1);
		if (format[end] === '\\' && end + 1 < format.length) end++;
		text += format[end];
	}
	return 'a quoted text does not end';
}

function literal(text: string, bare: boolean, end: number): { token: Token; end: number } {
	return { token: { letter: '', count: 0, text, bare }, end };
}
