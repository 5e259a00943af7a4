/** What the presenter shows at a named moment of a script. */
export interface Cue {
	readonly name: string;
	/** 09:05, 09:05:20 or 03-05 08:01. */
	readonly time: string;
	/** What the audience is asked. */
	readonly question: string;
	/** The answer, or what is seen, in one sentence. */
	readonly caption: string;
	readonly rule: string;
	/** Systems of the map, and persons as scripts call them. */
	readonly light: readonly string[];
	/** The stage minute at which it should be reached. */
	readonly minute: number;
	/** For the presenter's eyes. */
	readonly notes: readonly string[];
	/** What a test finds at this moment, each with its line. */
	readonly checks: readonly { readonly line: number; readonly text: string }[];
	/** Where its heading stands in the file, from 1. */
	readonly line: number;
}

export interface Show {
	readonly id: string;
	readonly title: string;
	readonly about: string;
	readonly script: string;
	/** Where the script begins in the file, from 1. */
	readonly line: number;
	readonly cues: readonly Cue[];
}

/** A show that cannot be read: in which file, at which line, and why. */
export class ShowError extends Error {
	constructor(
		message: string,
		readonly file: string,
		readonly line: number
	) {
		super(`${file}, line ${line}: ${message}`);
	}
}

interface Line {
	readonly number: number;
	readonly text: string;
}

const heading = /^## (\d\d-\d\d \d\d:\d\d|\d\d:\d\d(?::\d\d)?) (.+)$/;
const field = /^(Question|Caption|Rule|Light|Minute): *(.*)$/;

/** Reads one show: a title, a sentence, one script between fences, then a heading for each cue. */
export function readShow(file: string, text: string): Show {
	const lines = text.split(/\r?\n/).map((line, at): Line => ({ number: at + 1, text: line }));
	const wrong = (message: string, { number }: { number: number }) => new ShowError(message, file, number);
	const [, title] = /^# (.+)$/.exec(lines[0]?.text ?? '') ?? [];
	if (!title) throw wrong('A show begins with # and its title', { number: 1 });
	const open = lines.findIndex((line) => line.text.startsWith('```'));
	const close = lines.findIndex((line, at) => at > open && line.text.startsWith('```'));
	if (open < 0 || close < 0) throw wrong('A show has one script between two lines of ```', { number: 1 });
	const about = lines.slice(1, open).find((line) => line.text.trim() !== '');
	if (!about) throw wrong('A sentence about the show stands before its script', lines[open]!);
	const cues = cuesOf(lines.slice(close + 1), wrong);
	if (cues.length === 0) throw wrong('A show has a cue: ## 08:20 and its name', lines[close]!);
	return {
		id: file.replace(/\.md$/, ''),
		title,
		about: about.text,
		script: lines
			.slice(open + 1, close)
			.map((line) => line.text)
			.join('\n'),
		line: open + 2,
		cues
	};
}

type Wrong = (message: string, line: { number: number }) => ShowError;

function cuesOf(lines: readonly Line[], wrong: Wrong): Cue[] {
	const groups: Line[][] = [];
	for (const line of lines) {
		if (line.text.startsWith('## ')) groups.push([line]);
		else if (groups.length > 0) groups.at(-1)!.push(line);
		else if (line.text.trim() !== '') throw wrong('Between script and cues nothing may stand', line);
	}
	return groups.map(([first, ...rest]) => cueOf(first!, rest, wrong));
}

function cueOf(first: Line, rest: readonly Line[], wrong: Wrong): Cue {
	const [, time, name] = heading.exec(first.text) ?? [];
	if (!time || !name) throw wrong('A cue begins with ##, a time and its name', first);
	const fields: Record<string, string> = {};
	const checks: { line: number; text: string }[] = [];
	const notes: string[] = [];
	for (const line of rest) {
		const [, key, value] = field.exec(line.text) ?? [];
		if (key && key in fields) throw wrong(`${key} stands here twice`, line);
		if (key) fields[key] = value!.trim();
		else if (line.text.startsWith('?? ')) checks.push({ line: line.number, text: line.text.slice(3) });
		else if (line.text.trim() !== '') notes.push(line.text);
	}
	for (const key of ['Question', 'Caption', 'Minute'])
		if (!fields[key]) throw wrong(`The cue ${name} has no ${key}`, first);
	if (checks.length === 0) throw wrong(`The cue ${name} checks nothing: ?? and what holds then`, first);
	const minute = Number(fields.Minute);
	if (!Number.isInteger(minute)) throw wrong(`${fields.Minute} is no minute`, first);
	return {
		name,
		time,
		question: fields.Question!,
		caption: fields.Caption!,
		rule: fields.Rule ?? '',
		light: (fields.Light ?? '').split(',').flatMap((word) => word.trim() || []),
		minute,
		notes,
		checks,
		line: first.number
	};
}
