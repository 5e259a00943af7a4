import type { Entry, Piece } from '#lib/world';

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

function joined<T extends Column>(columns: readonly T[]): T {
	const whole = new (columns[0]!.constructor as new (length: number) => T)(
		columns.reduce((sum, { length }) => sum + length, 0)
	);
	let at = 0;
	for (const column of columns) {
		whole.set(column, at);
		at += column.length;
	}
	return whole;
}

/** Many small pieces as one that says the same. */
function merged(pieces: readonly Piece[]): Piece {
	const [first] = pieces;
	if (pieces.length === 1) return first!;
	const boundaries = [...first!.boundaries];
	for (const piece of pieces.slice(1)) {
		// A later piece may replace the last boundary, because the clock went on before anything happened.
		boundaries.length = piece.firstBoundary - first!.firstBoundary;
		for (const boundary of piece.boundaries) boundaries.push(boundary);
	}
	const facts = pieces.map((piece) => piece.facts);
	return {
		firstBoundary: first!.firstBoundary,
		boundaries,
		facts: {
			n: facts.reduce((sum, { n }) => sum + n, 0),
			at: joined(facts.map(({ at }) => at)),
			kind: joined(facts.map(({ kind }) => kind)),
			rule: joined(facts.map(({ rule }) => rule)),
			cause: joined(facts.map(({ cause }) => cause)),
			subject: joined(facts.map(({ subject }) => subject)),
			guards: joined(facts.map(({ guards }) => guards)),
			detail: joined(facts.map(({ detail }) => detail)),
			isText: joined(facts.map(({ isText }) => isText))
		},
		table: joined(pieces.map(({ table }) => table)),
		slot: joined(pieces.map(({ slot }) => slot)),
		seq: joined(pieces.map(({ seq }) => seq)),
		after: pieces.flatMap(({ after }) => after),
		texts: pieces.flatMap(({ texts }) => texts),
		rules: pieces.flatMap(({ rules }) => rules)
	};
}

/** Merges the pieces between two moves of branches; the moves stay where they are. */
export function seal(entries: readonly Entry[]): Entry[] {
	const sealed: Entry[] = [];
	let open: Piece[] = [];
	const close = () => {
		if (open.length > 0) sealed.push(merged(open));
		open = [];
	};
	for (const entry of entries) {
		if ('move' in entry) {
			close();
			sealed.push(entry);
		} else if (open.length > 0 && entry.firstBoundary < open[0]!.firstBoundary) {
			// It replaces the boundary before the first of them: a piece of its own.
			close();
			open.push(entry);
		} else open.push(entry);
	}
	close();
	return sealed;
}
