/** What .NET's Trim takes away: Unicode white space, without the byte-order mark that JavaScript adds. */
function isWhite(code: number): boolean {
	if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
	if (code < 0x2000) return code === 0x85 || code === 0xa0 || code === 0x1680;
	return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

export function trimmed(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isWhite(text.charCodeAt(start))) start++;
	while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
	return start === 0 && end === text.length ? text : text.slice(start, end);
}
