/** Letters that are of one piece, and what is typed for them. */
const spelt: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' };
const beyondAscii = /[^\0-\x7f]/;

/** A text as one looks for it: without capitals and accents, so that "zolk" finds Żółkiewski. */
export function searchable(text: string): string {
	const small = text.toLowerCase();
	if (!beyondAscii.test(small)) return small;
	return small
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[łøđðþßæœ]/g, (letter) => spelt[letter]!);
}

/** What is looked for; empty where nothing is. */
export const needleOf = (search: string) => searchable(search.trim());
