/** Answers whether a pattern is found anywhere in a text; null for a pattern that is none. Letter case does not matter. */
export type PatternCompiler = (pattern: string) => ((text: string) => boolean) | null;

/** The platform's own. Whoever reads rules of strangers hands in one that gives up on a pattern without end. */
export const nativePattern: PatternCompiler = (pattern) => {
	try {
		const compiled = new RegExp(pattern, 'i');
		return (text) => compiled.test(text);
	} catch {
		return null;
	}
};
