/** How wide letters are, in parts of the font's size: a picture has no ruler, and the widest of the usual fonts counts. */
const NARROW = new Set("iljtfrI.,:;'|!()[] ");
const WIDE = new Set('mwMW@%…');

export function textWidth(text: string, size: number, bold = false): number {
	let sum = 0;
	for (const letter of text) {
		if (NARROW.has(letter)) sum += 0.36;
		else if (WIDE.has(letter)) sum += 0.92;
		else if (letter >= 'A' && letter <= 'Z') sum += 0.7;
		else sum += 0.59;
	}
	return sum * size * (bold ? 1.07 : 1);
}

/** Cuts a text off where its room ends: SVG does not do so by itself. */
export function cutTo(text: string, room: number, size: number, bold = false): string {
	if (textWidth(text, size, bold) <= room) return text;
	let shown = text;
	while (shown.length > 1 && textWidth(`${shown}…`, size, bold) > room) shown = shown.slice(0, -1);
	return `${shown.trimEnd()}…`;
}

/** A name in two lines of about the same length, where it has a place to break. */
export function halved(text: string): [string, string] | null {
	const breaks = [...text.matchAll(/ /g)].map(({ index }) => index);
	const middle = text.length / 2;
	const at = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
	return at === undefined ? null : [text.slice(0, at), text.slice(at + 1)];
}
