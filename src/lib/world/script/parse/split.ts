/** A piece of a line, and how far it stands from the beginning of what was split. */
export interface Piece {
	readonly text: string;
	readonly offset: number;
}

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** Calls back for every character outside of strings and brackets; stops when it answers true. A string has no escapes. */
export function scan(text: string, see: (at: number) => boolean, from = 0): number {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		const character = text[at]!;
		if (character === '"') {
			const end = text.indexOf('"', at + 1);
			if (end < 0) return -1;
			at = end;
		} else if (opening.has(character)) depth++;
		else if (closing.has(character)) depth--;
		else if (depth === 0 && see(at)) return at;
	}
	return -1;
}

/** The pieces between separators that stand outside of strings and brackets, each without the blanks around it. */
export function split(text: string, separator: string): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (;;) {
		const at = scan(text, (place) => text[place] === separator, from);
		pieces.push(trimmed(text.slice(from, at < 0 ? undefined : at), from));
		if (at < 0) return pieces;
		from = at + separator.length;
	}
}

export function trimmed(text: string, offset: number): Piece {
	return { text: text.trim(), offset: offset + (text.length - text.trimStart().length) };
}

/** Words and where they stand. */
export function words(text: string, offset = 0): Piece[] {
	return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], offset: offset + match.index }));
}
