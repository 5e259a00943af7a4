/** What a check says, as a sentence. The name of an attribute keeps its letters. */
export function sentence(text: string): string {
	const begun = text.replace(/^(?:the|there|this|no|an?|only)\b/, (word) => word[0]!.toUpperCase() + word.slice(1));
	return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
