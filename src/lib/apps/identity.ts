/** Ids that look like the vendor's own and are a function of the application's seed and the record's number. */
export function idOf(seed: number, n: number): string {
	let h = mix(seed ^ 0x9e3779b9) ^ n;
	const word = () => {
		h = (h + 0x6d2b79f5) | 0;
		return (mix(h) >>> 0).toString(16).padStart(8, '0');
	};
	const hex = word() + word() + word() + word();
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
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
