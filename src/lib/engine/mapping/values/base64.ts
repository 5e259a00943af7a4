const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((char, value) => [char, value]));

export function toBase64(bytes: Uint8Array): string {
	let out = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const left = bytes.length - at;
		const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		out += alphabet[word >> 18]! + alphabet[(word >> 12) & 63];
		out += (left > 1 ? alphabet[(word >> 6) & 63]! : '=') + (left > 2 ? alphabet[word & 63]! : '=');
	}
	return out;
}

/** The bytes, or undefined when it is no base64. White space between the characters is skipped, as .NET does. */
export function fromBase64(text: string): Uint8Array | undefined {
	const packed = text.replace(/[ \t\r\n]/g, '');
	if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined;
	const digits = packed.replace(/=+$/, '');
	const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
	let word = 0;
	let filled = 0;
	for (let index = 0; index < digits.length; index++) {
		word = ((word << 6) | values.get(digits[index]!)!) & 0xffffff;
		const bits = (index + 1) * 6 - filled * 8;
		if (bits >= 8) bytes[filled++] = (word >> (bits - 8)) & 255;
	}
	return bytes;
}
