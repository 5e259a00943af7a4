/** Where something stands in the text that was given: both count from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** The text is not a script, or says something that cannot be meant: where, and why. */
export class ScriptError extends Error {
	constructor(
		message: string,
		readonly place: Place
	) {
		super(message);
	}
}

export function after(place: Place, characters: number): Place {
	return { line: place.line, column: place.column + characters };
}
