import type { Line } from './error';
import type { Asked } from './fences';
import type { Lesson } from './read';

/** A ?? line and the time at which it is asked. */
export interface AskedAt {
	readonly at: string;
	readonly asked: readonly Asked[];
}

/**
 * A lesson as a script: its situation, perhaps its solution, and what is asked at what time. Each line keeps its number,
 * so that what the script language says of it leads to the lesson's file.
 */
export function scriptOf(lesson: Lesson, parts: { solution?: boolean; asked?: readonly AskedAt[] } = {}): string {
	const lines: Line[] = [...lesson.start.lines, ...(parts.solution ? lesson.solution.lines : [])];
	for (const { at, asked } of parts.asked ?? [])
		for (const { number, text } of asked) lines.push({ number, text: `?? ${at} ${text}` });
	const text: string[] = [];
	for (const line of lines) text[line.number - 1] = line.text;
	return Array.from(text, (line) => line ?? '').join('\n');
}

/** Everything that the lesson may ask, as one script: it tells which applications the company needs. */
export function wholeScriptOf(lesson: Lesson): string {
	return scriptOf(lesson, {
		solution: true,
		asked: [
			{ at: lesson.predict.to, asked: lesson.predict.options.flatMap(({ asked }) => asked) },
			{ at: lesson.solution.to, asked: lesson.task.checks.flatMap(({ asked }) => asked) }
		]
	});
}
