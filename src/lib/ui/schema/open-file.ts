import { numberWords } from '../portal/amounts';

const most = 8_000_000;

/** The text of a file, its byte order mark kept: exports come as UTF-8, and as UTF-16 from some shells. */
export async function textOfFile(file: File): Promise<string> {
	if (file.size > most)
		throw new Error(`${file.name} has ${numberWords(file.size)} bytes. At most ${numberWords(most)} are read.`);
	return decoded(new Uint8Array(await file.arrayBuffer()), file.name);
}

export function decoded(bytes: Uint8Array, name: string): string {
	const [first, second] = bytes;
	// Without a mark it is still UTF-16: the bracket that a schema begins with takes two bytes.
	const isLittle = (first === 0xff && second === 0xfe) || (first && second === 0);
	const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second);
	const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
	try {
		return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
	} catch {
		throw new Error(`${name} is not text in ${encoding.toUpperCase()}. Save it as UTF-8 and open it again.`);
	}
}
