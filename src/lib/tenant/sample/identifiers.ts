import { stream } from './hash';

type Draw = (index: number) => number;

/** The four streams of each kind of id, with seed and kind hashed once: a company asks a hundred thousand times. */
let seedOfStreams = '';
const streams = new Map<string, readonly [Draw, Draw, Draw, Draw]>();
const mostKinds = 32;

export function streamsOf(seed: string, kind: string): readonly [Draw, Draw, Draw, Draw] {
	if (seed !== seedOfStreams || streams.size >= mostKinds) {
		streams.clear();
		seedOfStreams = seed;
	}
	let found = streams.get(kind);
	if (!found) {
		const part = (n: number) => stream(seed, `${kind}:${n}`);
		streams.set(kind, (found = [part(0), part(1), part(2), part(3)]));
	}
	return found;
}

const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const dash = '-'.charCodeAt(0);

/** Writes eight hex digits, with a dash before the fifth where there is one in a GUID. */
export function write(codes: number[], from: number, number: number, dashed: boolean): void {
	for (let n = 0; n < 8; n++) codes[from + n + (dashed && n > 3 ? 1 : 0)] = digits[(number >>> (28 - n * 4)) & 15]!;
}

const grouped: number[] = Array<number>(36).fill(dash);

/** 128 bits with the dashes of a GUID: four hashes of the streams `kind:0` to `kind:3`. (Made of codes, not concatenated: that leaves one flat text, a third of the memory.) */
export function guid(seed: string, kind: string, index: number): string {
	const [a, b, c, d] = streamsOf(seed, kind);
	write(grouped, 0, a(index), false);
	write(grouped, 9, b(index), true);
	write(grouped, 19, c(index), true);
	write(grouped, 28, d(index), false);
	return String.fromCharCode(...grouped);
}

/** The objectId in the Entra tenant. */
export const entraId = (seed: string, index: number): string => guid(seed, 'entra', index);

/** The objectGUID in Active Directory. */
export const adGuid = (seed: string, index: number): string => guid(seed, 'ad', index);
