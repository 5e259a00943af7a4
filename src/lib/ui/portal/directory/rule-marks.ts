/** A piece of a rule's text, and what is said of it. */
export interface Piece {
	readonly text: string;
	readonly tone: 'plain' | 'error' | 'hint';
}

interface Span {
	readonly at: number;
	readonly end: number;
}

/** Cuts a text where the error and the hints begin and end; an error at the very end marks the place after it. */
export function piecesOf(text: string, error: Span | null, hints: readonly Span[]): Piece[] {
	if (error) {
		const at = Math.min(error.at, text.length);
		const end = Math.max(at, Math.min(error.end, text.length));
		const wrong = text.slice(at, end) || ' ';
		return kept([piece(text.slice(0, at)), piece(wrong, 'error'), piece(text.slice(end))]);
	}
	const pieces: Piece[] = [];
	let from = 0;
	for (const { at, end } of hints.toSorted((a, b) => a.at - b.at || b.end - a.end)) {
		if (at < from) continue;
		pieces.push(piece(text.slice(from, at)), piece(text.slice(at, end), 'hint'));
		from = end;
	}
	return kept([...pieces, piece(text.slice(from))]);
}

const piece = (text: string, tone: Piece['tone'] = 'plain'): Piece => ({ text, tone });
const kept = (pieces: readonly Piece[]) => pieces.filter(({ text }) => text !== '');

/** Where in a text of several lines: "line 2, column 7". */
export function placeWords(text: string, at: number): string {
	const before = text.slice(0, at).split('\n');
	const column = before[before.length - 1]!.length + 1;
	return before.length > 1 ? `line ${before.length}, column ${column}` : `column ${column}`;
}
