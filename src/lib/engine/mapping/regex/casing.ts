/**
 * .NET's invariant casing: one character for one character, and the Turkish letters İ and ı map to themselves.
 * `toLowerCase` and `toUpperCase` never look at the machine's locale.
 */
const ascii = /^[\0-\x7f]*$/;

export function invariantLower(text: string): string {
	if (ascii.test(text)) return text.toLowerCase();
	let out = '';
	for (const char of text) out += lowerChar(char);
	return out;
}

export function invariantUpper(text: string): string {
	if (ascii.test(text)) return text.toUpperCase();
	let out = '';
	for (const char of text) out += upperChar(char);
	return out;
}

export function lowerChar(char: string): string {
	const lower = char.toLowerCase();
	return lower.length === char.length ? lower : char;
}

export function upperChar(char: string): string {
	const upper = char.toUpperCase();
	return upper.length === char.length && char !== 'ı' ? upper : char;
}

/** Lower case of one UTF-16 code unit. */
export function lowerCode(code: number): number {
	if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
	return lowerChar(String.fromCharCode(code)).charCodeAt(0);
}

export function upperCode(code: number): number {
	if (code < 128) return code >= 97 && code <= 122 ? code - 32 : code;
	return upperChar(String.fromCharCode(code)).charCodeAt(0);
}
