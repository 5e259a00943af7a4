/** A lesson's file says something that cannot be meant: where, and why. */
export class LessonError extends Error {
	constructor(
		readonly why: string,
		readonly file: string,
		readonly line: number
	) {
		super(`src/lib/content/lessons/${file}.md, line ${line}: ${why}`);
	}
}

/** A line of a lesson's file, and its number there, from 1. */
export interface Line {
	readonly number: number;
	readonly text: string;
}

/** What a reader of lines needs to say where something is wrong. */
export interface Source {
	readonly id: string;
	wrong(why: string, line: number): LessonError;
}

export function sourceOf(id: string): Source {
	return { id, wrong: (why, line) => new LessonError(why, id, line) };
}
