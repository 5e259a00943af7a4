import type { ViewData } from '#lib/views';

export type BodyProblem = ViewData<'scimCheck'>[number];

/** Line and column of a place in a text, both from 1. */
export function placeWords(text: string, at: number): string {
	const before = text.slice(0, at).split('\n');
	return `line ${before.length}, column ${before[before.length - 1]!.length + 1}`;
}
