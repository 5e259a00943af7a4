/** Where the cursor stands in an expression that is being typed, and so need not be complete. */
export interface Cursor {
	readonly within: 'attribute' | 'text' | 'code';
	/** What has been typed of the name before the cursor. */
	readonly word: string;
	/** Where that begins. */
	readonly start: number;
	/** The innermost call around the cursor, and the argument slot in it. */
	readonly call: { readonly name: string; readonly slot: number; readonly at: number } | null;
}

interface Open {
	readonly name: string;
	readonly at: number;
	slot: number;
}

const nameBefore = /[A-Za-z_][A-Za-z0-9_]*$/;

/** The end of a text in quotes (G-003), or -1 where it has none. */
function endOfText(text: string, start: number, end: number): number {
	for (let at = start + 1; at < end; at++) {
		if (text[at] === '\\' && (text[at + 1] === '\\' || text[at + 1] === '"')) at++;
		else if (text[at] === '"') return at;
	}
	return -1;
}

/** The end of an attribute in brackets (G-004), or -1. */
function endOfAttribute(text: string, start: number, end: number): number {
	let depth = 0;
	let isQuoted = false;
	for (let at = start; at < end; at++) {
		if (text[at] === '"') isQuoted = !isQuoted;
		else if (!isQuoted && text[at] === '[') depth++;
		else if (!isQuoted && text[at] === ']' && --depth === 0) return at;
	}
	return -1;
}

export function cursorAt(text: string, offset: number): Cursor {
	const calls: Open[] = [];
	const call = () => calls.at(-1) ?? null;
	for (let at = 0; at < offset; at++) {
		const char = text[at];
		if (char === '"') {
			const end = endOfText(text, at, offset);
			if (end < 0) return { within: 'text', word: text.slice(at + 1, offset), start: at + 1, call: call() };
			at = end;
		} else if (char === '[') {
			const end = endOfAttribute(text, at, offset);
			if (end < 0) return { within: 'attribute', word: text.slice(at + 1, offset), start: at + 1, call: call() };
			at = end;
		} else if (char === '(') {
			const name = nameBefore.exec(text.slice(0, at).trimEnd())?.[0] ?? '';
			calls.push({ name, at, slot: 0 });
		} else if (char === ')') calls.pop();
		else if (char === ',' && calls.length > 0) calls.at(-1)!.slot++;
	}
	const word = nameBefore.exec(text.slice(0, offset))?.[0] ?? '';
	return { within: 'code', word, start: offset - word.length, call: call() };
}

/** Which parameter a slot belongs to: the repeating ones come again and again. */
export function parameterIndex(parameters: readonly { readonly repeats?: boolean }[], slot: number): number {
	if (slot < parameters.length) return slot;
	const repeating = parameters.flatMap((parameter, at) => (parameter.repeats ? [at] : []));
	return repeating.length === 0 ? parameters.length - 1 : repeating[(slot - parameters.length) % repeating.length]!;
}
