const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** A GUID's first three groups are stored with the low byte first. */
const BYTE_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** Where the two hex digits of each byte stand in a GUID. */
const BYTES_AT = BYTE_ORDER.map((at) => at * 2 + [4, 6, 8, 10].filter((dash) => at >= dash).length);

const digit = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87);

/** The source anchor of an objectGUID: base64 of its sixteen bytes (H-309). */
export function immutableIdOf(objectGUID: string): string {
	const byte = (n: number) => {
		const at = BYTES_AT[n] as number;
		return (digit(objectGUID.charCodeAt(at)) << 4) | digit(objectGUID.charCodeAt(at + 1));
	};
	for (let n = 0, to = 0; n < 15; n += 3) {
		const three = (byte(n) << 16) | (byte(n + 1) << 8) | byte(n + 2);
		for (let shift = 18; shift >= 0; shift -= 6) anchor[to++] = BASE64.charCodeAt((three >> shift) & 63);
	}
	anchor[20] = BASE64.charCodeAt(byte(15) >> 2);
	anchor[21] = BASE64.charCodeAt((byte(15) & 3) << 4);
	return String.fromCharCode(...anchor);
}

/** Made of codes, as the ids are: it ends with the two signs that fill it up. */
const anchor: number[] = Array<number>(24).fill('='.charCodeAt(0));

/** H-309: immutable once exported. */
export function anchorOf(account: { readonly id: string }): string {
	return immutableIdOf(account.id);
}

/** The objectGUID that an anchor is made of; null: it is no anchor of an account. */
export function objectGUIDOf(immutableId: string): string | null {
	const bytes: number[] = [];
	for (let at = 0, bits = 0; at < 22; at++) {
		const six = BASE64.indexOf(immutableId.charAt(at) || '?');
		if (six < 0) return null;
		bits = ((bits << 6) | six) & 0xffffff;
		const held = (at + 1) * 6 - bytes.length * 8;
		if (held >= 8) bytes.push((bits >> (held - 8)) & 255);
	}
	const hex = BYTE_ORDER.map((from) => bytes[from]!.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
