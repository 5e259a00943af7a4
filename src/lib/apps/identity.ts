const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const digits = bytes.slice(0, 16).map((byte) => byte.slice(1));

const four = (h: number) => (bytes[(h >>> 8) & 255] as string) + (bytes[h & 255] as string);
const three = (h: number) => (digits[(h >>> 8) & 15] as string) + (bytes[h & 255] as string);

const STEP = 0x6d2b79f5;

/** Ids that look like the vendor's own and are a function of the application's seed and the record's number. */
export function idOf(seed: number, n: number): string {
	const h = mix(seed ^ 0x9e3779b9) ^ n;
	const a = mix(h + STEP);
	const b = mix(h + 2 * STEP);
	const c = mix(h + 3 * STEP);
	const d = mix(h + 4 * STEP);
	return `${four(a >>> 16)}${four(a)}-${four(b >>> 16)}-4${three(b)}-a${three(c >>> 16)}-${four(c)}${four(d >>> 16)}${four(d)}`;
}

function mix(x: number): number {
	let h = x | 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}

/** A number from a text, for seeds made of names. */
export function seedOf(text: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h >>> 0;
}
