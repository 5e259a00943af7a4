/** Something in a request that RFC 7643 or 7644 does not allow, or that will not do what it seems to. */
export interface Problem {
	readonly part: 'path' | 'body';
	/** Where it stands in that part. */
	readonly at: number;
	readonly end: number;
	/** An error is refused by a conformant provider; a note is accepted, and ignored or surprising. */
	readonly severity: 'error' | 'note';
	readonly message: string;
	/** null: no rule names it. */
	readonly rule: string | null;
}

export type Told = (
	place: { readonly at: number; readonly end: number },
	severity: Problem['severity'],
	rule: string | null,
	message: string
) => void;
