/** What MSW writes to the console when a handler fails: its words one after another, without placeholders filled in. */
export const format = (...words: readonly unknown[]) => words.join(' ');
export function invariant(holds: unknown, message: string): asserts holds {
	if (!holds) throw new Error(message);
}
