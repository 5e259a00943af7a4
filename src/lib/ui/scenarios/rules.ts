/** A piece of a line of rules: the id of a rule, or the words between. */
export interface RulePiece {
	readonly text: string;
	readonly rule: boolean;
}

/** What stands between two chips: they need no commas. */
export const between = (text: string) => text.replace(/^[,.]\s*/, ' ');

/** "C-250 to C-258, H-418" as ids and the words between them; G-101 and on are examples of dynamic rules, none of ours. */
export function rulePieces(text: string): RulePiece[] {
	return text
		.split(/((?<![\w-])(?!G-1\d\d)[A-Z]{1,2}-\d+\w?)/)
		.map((piece, at) => ({ text: piece, rule: at % 2 === 1 }))
		.filter(({ text: piece }) => piece !== '');
}
