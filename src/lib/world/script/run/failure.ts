/** What a script expected, what happened instead, and why. */
export interface Failure {
	/** 09:40 slack inc; 09:41 app(slack, 23).active; 09:05 edit */
	readonly at: string;
	readonly expected: string;
	readonly actual: string;
	readonly why: string;
	/** Where the line stands in the text. */
	readonly line: number;
	readonly column: number;
}

/** 09:40 slack inc: expected disable 1 [23], saw none, because ... */
export function failureText({ at, expected, actual, why }: Failure): string {
	return `${at}: expected ${expected}, saw ${actual}${why ? `, because ${why.replace(/^There/, 'there')}` : ''}`;
}
