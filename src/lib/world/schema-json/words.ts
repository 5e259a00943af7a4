/** J-027: the word of a list in any letter case; the usual one where nothing is said, nothing for a stranger. */
export function oneOf<T extends string>(words: readonly T[], said: string | null | undefined, usual: T): T | undefined {
	if (said === null || said === undefined || said.trim() === '') return usual;
	return words.find((word) => word.toLowerCase() === said.trim().toLowerCase());
}

export function textOf(value: string | number | boolean): string {
	return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}
