import type { Lesson } from '#lib/content/lessons';
import { csv } from '#lib/session/csv';
import type { Done } from './desk.svelte';

/** One lesson of one person. */
export interface Result {
	readonly lesson: string;
	readonly title: string;
	/** What the person predicted. */
	readonly answer: string;
	readonly right: boolean;
	readonly help: (typeof helpWords)[number];
	/** When it was done: an ISO time. */
	readonly done: string;
}

/** The results of one person: what a file holds. */
export interface Results {
	readonly name: string;
	readonly results: readonly Result[];
}

export const helpWords = ['none', 'hint', 'bigger hint', 'solution'] as const;
const mark = 'provlab lesson results';
/** More than a person could do, and little enough to read at once. */
const most = 500;

export function resultsOf(name: string, done: Readonly<Record<string, Done>>, lessons: readonly Lesson[]): Results {
	return {
		name,
		results: lessons.flatMap(({ id, title, predict }) => {
			const one = done[id];
			if (!one) return [];
			const answer = predict.options[one.answer]?.text ?? '';
			const help = helpWords[one.help] ?? 'solution';
			return [{ lesson: id, title, answer, right: one.right, help, done: new Date(one.at).toISOString() }];
		})
	};
}

export const asJson = (results: Results) => JSON.stringify({ file: mark, ...results }, null, '\t');

/** One row a lesson of each person. */
export function asCsv(people: readonly Results[]): string {
	const head = ['Name', 'Lesson', 'Prediction', 'Right', 'Help', 'Done'];
	const rows = people.flatMap(({ name, results }) =>
		results.map(({ title, answer, right, help, done }) => [name, title, answer, right ? 'yes' : 'no', help, done])
	);
	return csv(head, rows);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 500;

function isResult(value: unknown): value is Result {
	if (typeof value !== 'object' || value === null) return false;
	const { lesson, title, answer, right, help, done } = value as Record<string, unknown>;
	return (
		isText(lesson) &&
		isText(title) &&
		isText(answer) &&
		isText(done) &&
		typeof right === 'boolean' &&
		(helpWords as readonly unknown[]).includes(help)
	);
}

/** Reads somebody's file; what is wrong with it is told, and the others are read all the same. */
export function readResults(text: string): Results | { readonly wrong: string } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { wrong: 'it is not JSON' };
	}
	if (typeof value !== 'object' || value === null || (value as { file?: unknown }).file !== mark)
		return { wrong: 'it holds no results of lessons' };
	const { name, results } = value as { name?: unknown; results?: unknown };
	if (!isText(name)) return { wrong: 'it has no name' };
	if (!Array.isArray(results) || results.length > most) return { wrong: 'its list of results cannot be read' };
	const at = results.findIndex((one) => !isResult(one));
	if (at >= 0) return { wrong: `its result ${at + 1} cannot be read` };
	return { name, results: results as Result[] };
}
