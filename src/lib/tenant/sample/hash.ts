const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const encoder = new TextEncoder();

/** FNV-1a, 32 bits, over the UTF-8 bytes of the text from a character on; `from` continues an earlier hash. */
export function fnv1a32(text: string, from = OFFSET, start = 0): number {
	let hash = from;
	for (let i = start; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code > 127) return fnvBytes(encoder.encode(text.slice(i)), hash);
		hash = Math.imul(hash ^ code, PRIME) >>> 0;
	}
	return hash;
}

function fnvBytes(bytes: Uint8Array, from: number): number {
	let hash = from;
	for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME) >>> 0;
	return hash;
}

/** The finaliser of MurmurHash3. */
export function fmix32(hash: number): number {
	hash ^= hash >>> 16;
	hash = Math.imul(hash, 0x85ebca6b) >>> 0;
	hash ^= hash >>> 13;
	hash = Math.imul(hash, 0xc2b2ae35) >>> 0;
	hash ^= hash >>> 16;
	return hash >>> 0;
}

/** The one source of variety: a number for (seed, stream, index). No state, so any order of asking gives the same. */
export const chance = (seed: string, stream: string, index: number): number =>
	fmix32(fnv1a32(`${seed}/${stream}/${index}`));

/** The same with the seed and the stream hashed once, for whoever asks a hundred thousand times. */
export function stream(seed: string, name: string): (index: number) => number {
	const prefix = fnv1a32(`${seed}/${name}/`);
	return (index) => fmix32(fnvDigits(index, prefix));
}

/** The number that was hashed last, as text: thirty streams ask for a person one after the other. */
let spelt = -1;
let spelling = '';

function fnvDigits(number: number, from: number): number {
	if (number !== spelt) spelling = String((spelt = number));
	let hash = from;
	for (let at = 0; at < spelling.length; at++) hash = Math.imul(hash ^ spelling.charCodeAt(at), PRIME);
	return hash >>> 0;
}
