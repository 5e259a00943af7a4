const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const digits = bytes.slice(0, 16).map((byte) => byte.slice(1));

const four = (h: number) => (bytes[(h >>> 8) & 255] as string) + (bytes[h & 255] as string);
const three = (h: number) => (digits[(h >>> 8) & 15] as string) + (bytes[h & 255] as string);

const STEP = 0x6d2b79f5;
const GOLDEN = 0x9e3779b9;

/**
 * Ids that look like the vendor's own and are a function of the application's seed and the record's number. Put together
 * from three parts: texts of up to twelve characters are plain, longer ones are chains of what they were made from.
 */
export function idOf(seed: number, n: number): string {
	const h = mix(seed ^ GOLDEN) ^ n;
	const a = mix(h + STEP);
	const b = mix(h + 2 * STEP);
	const c = mix(h + 3 * STEP);
	const d = mix(h + 4 * STEP);
	const first = `${four(a >>> 16)}${four(a)}-${three(b >>> 20)}`;
	const second = `${digits[(b >>> 16) & 15]}-4${three(b)}-a${three(c >>> 16)}-`;
	return first + second + `${four(c)}${four(d >>> 16)}${four(d)}`;
}

/** The number of the record whose id this would be; of other texts, any number. */
export function numberOf(seed: number, id: string): number {
	let a = 0;
	for (let at = 0; at < 8; at++) {
		const code = id.charCodeAt(at);
		a = (a << 4) | (code < 58 ? code - 48 : code - 87);
	}
	return (unmix(a) - STEP) ^ mix(seed ^ GOLDEN);
}

function mix(x: number): number {
	let h = x | 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}

/** What was mixed. The factors are the inverses of those above. */
function unmix(x: number): number {
	let h = x ^ (x >>> 16);
	h = Math.imul(h, 0x7ed1b41d);
	h = Math.imul(h ^ (h >>> 13) ^ (h >>> 26), 0xa5cb9243);
	return h ^ (h >>> 16);
}

/** A number from a text, for seeds made of names. */
export function seedOf(text: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h >>> 0;
}
