import type { Line, Source } from './error';
import { readSentence, type Piece } from './prose';

/** What is compared with the open company: the text of a ?? line of the script language, without the ?? and its time. */
export type Asked = Line;

/** A situation or a solution: lines of the script language, and the time to which it runs. */
export interface Run {
	readonly lines: readonly Line[];
	readonly to: string;
	readonly line: number;
}

export interface Option {
	readonly text: string;
	readonly isRight: boolean;
	/** What holds after the run if this option is right. */
	readonly asked: readonly Asked[];
	readonly line: number;
}

export interface Prediction {
	readonly question: string;
	readonly options: readonly Option[];
	/** The time to which the company runs once the answer is given. */
	readonly to: string;
	/** What it did, in one sentence; the right option's text if nothing is said. */
	readonly did: readonly Piece[];
	/** The newest row of the log that the Why drawer opens: an application and a person or group. */
	readonly why: { readonly app: string; readonly who: string } | null;
	/** Where the centre goes after the run. */
	readonly place: string | null;
	readonly line: number;
}

export interface Check {
	readonly name: string;
	readonly asked: readonly Asked[];
	/** What is still to do while it does not hold. */
	readonly missing: readonly Piece[];
	readonly line: number;
}

export interface Task {
	readonly checks: readonly Check[];
	readonly hint: readonly Piece[];
	readonly more: readonly Piece[];
	readonly line: number;
}

export const time = /^(?:\d\d-\d\d )?\d\d:\d\d$/;
const place = /^\/\S*$/;

/** Lines as a word and the rest: "check Zoë is active". */
function worded(lines: readonly Line[], words: readonly string[], source: Source) {
	return lines.map(({ number, text }) => {
		const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(text) ?? [];
		if (!words.includes(word))
			throw source.wrong(`a line here begins with ${words.join(', ')}, not with ${word}`, number);
		if (rest === '') throw source.wrong(`nothing stands after ${word}`, number);
		return { word, rest, number };
	});
}

function timeOf(text: string, line: number, source: Source): string {
	if (!time.test(text)) throw source.wrong(`${text} is no time: HH:MM or MM-DD HH:MM`, line);
	return text;
}

/** A `start` or `solution` block: its last line says to when it runs. */
export function readRun(lines: readonly Line[], opened: number, source: Source): Run {
	const last = lines[lines.length - 1];
	const [, to] = /^run\s+(.+?)\s*$/.exec(last?.text ?? '') ?? [];
	if (!last || !to) throw source.wrong('the block ends with a line "run HH:MM"', last?.number ?? opened);
	const script = lines.slice(0, -1);
	for (const { number, text } of script)
		if (!/^(?:world|do)\s/.test(text)) throw source.wrong('a line here begins with world or do', number);
	return { lines: script, to: timeOf(to, last.number, source), line: opened };
}

export function readPrediction(lines: readonly Line[], opened: number, source: Source): Prediction {
	let question = '';
	let to = '';
	let did: readonly Piece[] = [];
	let why: Prediction['why'] = null;
	let after: string | null = null;
	const options: { -readonly [key in keyof Option]: Option[key] }[] = [];
	for (const { word, rest, number } of worded(
		lines,
		['ask', 'right', 'wrong', '??', 'run', 'did', 'why', 'place'],
		source
	)) {
		const option = options[options.length - 1];
		if (word === 'ask') question = rest;
		else if (word === 'run') to = timeOf(rest, number, source);
		else if (word === 'did') did = readSentence(rest, number, source);
		else if (word === 'right' || word === 'wrong')
			options.push({ text: rest, isRight: word === 'right', asked: [], line: number });
		else if (word === 'place') {
			if (!place.test(rest)) throw source.wrong(`${rest} is no place`, number);
			after = rest;
		} else if (word === 'why') {
			const [app, ...who] = rest.split(/\s+/);
			if (who.length === 0) throw source.wrong('why needs an application and a person: why byoa 7', number);
			why = { app: app!, who: who.join(' ') };
		} else if (!option) throw source.wrong('?? stands under the option that it proves', number);
		else option.asked = [...option.asked, { number, text: rest }];
	}
	const right = options.filter(({ isRight }) => isRight);
	if (!question) throw source.wrong('the prediction needs a question: ask ...', opened);
	if (options.length < 2 || options.length > 6) throw source.wrong('a prediction has two to six options', opened);
	if (right.length !== 1) throw source.wrong('exactly one option is right', opened);
	if (right[0]!.asked.length === 0) throw source.wrong('a ?? line under the right option proves it', right[0]!.line);
	if (!to) throw source.wrong('the prediction needs the time to which it runs: run HH:MM', opened);
	return {
		question,
		options,
		to,
		did: did.length > 0 ? did : readSentence(right[0]!.text, right[0]!.line, source),
		why,
		place: after,
		line: opened
	};
}

export function readTask(lines: readonly Line[], opened: number, source: Source): Task {
	const checks: { -readonly [key in keyof Check]: Check[key] }[] = [];
	let hint: readonly Piece[] = [];
	let more: readonly Piece[] = [];
	for (const { word, rest, number } of worded(lines, ['check', '??', 'missing', 'hint', 'more'], source)) {
		const check = checks[checks.length - 1];
		if (word === 'check') checks.push({ name: rest, asked: [], missing: [], line: number });
		else if (word === 'hint') hint = readSentence(rest, number, source);
		else if (word === 'more') more = readSentence(rest, number, source);
		else if (!check) throw source.wrong(`${word} stands under a check`, number);
		else if (word === '??') check.asked = [...check.asked, { number, text: rest }];
		else check.missing = readSentence(rest, number, source);
	}
	if (checks.length === 0) throw source.wrong('a task has at least one check', opened);
	for (const { asked, missing, line } of checks) {
		if (asked.length === 0) throw source.wrong('a check needs a ?? line', line);
		if (missing.length === 0) throw source.wrong('a check says what is still missing: missing ...', line);
	}
	if (hint.length === 0 || more.length === 0)
		throw source.wrong('a task has a hint and a bigger one: hint ..., more ...', opened);
	return { checks, hint, more, line: opened };
}
