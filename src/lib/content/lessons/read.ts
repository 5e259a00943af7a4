import { sourceOf, type Line, type Source } from './error';
import { readPrediction, readRun, readTask, type Prediction, type Run, type Task } from './fences';
import { readProse, type Paragraph } from './prose';

export { LessonError, type Line } from './error';
export type { Asked, Check, Option, Prediction, Run, Task } from './fences';
export type { Paragraph, Piece } from './prose';

export interface Step {
	readonly title: string;
	readonly prose: readonly Paragraph[];
	/** Where the centre stands with this step; null: where it is. */
	readonly place: string | null;
	readonly predict: Prediction | null;
	/** What the prose says after the run of the prediction. */
	readonly after: readonly Paragraph[];
	readonly task: Task | null;
	readonly line: number;
}

/** One lesson: prose, a situation, a prediction, a task and its solution. docs/lessons.md tells how it is written. */
export interface Lesson {
	readonly id: string;
	readonly title: string;
	/** What people believe. */
	readonly belief: string;
	/** L-03: its number among the misunderstood behaviours, if it is one of them. */
	readonly number: string | null;
	readonly rules: readonly string[];
	readonly minutes: number;
	/** Its place in the first path, from 1. */
	readonly path: number | null;
	/** Where the centre opens. */
	readonly place: string;
	readonly start: Run;
	readonly steps: readonly Step[];
	readonly predict: Prediction;
	readonly task: Task;
	readonly solution: Run;
}

const keys = ['title', 'belief', 'lesson', 'rules', 'minutes', 'path', 'place'] as const;
type Front = Partial<Record<(typeof keys)[number], string>>;

/** Reads one file; what is wrong with it is told with its file and line. */
export function readLesson(id: string, text: string): Lesson {
	const source = sourceOf(id);
	const lines = text.split(/\r?\n/).map((line, at) => ({ number: at + 1, text: line }));
	const { front, rest } = readFront(lines, source);
	const sections = sectionsOf(rest, source);
	const [before, ...steps] = sections;
	const start = before!.fences.get('start');
	if (!start) throw source.wrong('a start block stands before the first step', before!.line);
	if (before!.prose.some(({ text: words }) => words.trim() !== ''))
		throw source.wrong('prose begins with a step: ## and its title', before!.line);
	const solution = steps.map(({ fences }) => fences.get('solution')).find((one) => one !== undefined);
	const read = steps.map((section) => readStep(section, source));
	return {
		id,
		...readValues(front, source),
		start: readStart(start, source),
		steps: read,
		...onlyOnes(read, source),
		solution: readRun(need(solution, 'the lesson has no solution block', source).lines, solution!.line, source)
	};
}

function need<T>(value: T | undefined | null, why: string, source: Source): T {
	if (value === undefined || value === null) throw source.wrong(why, 1);
	return value;
}

/** One prediction, and after it one task. */
function onlyOnes(steps: readonly Step[], source: Source): Pick<Lesson, 'predict' | 'task'> {
	const predictions = steps.flatMap(({ predict }) => predict ?? []);
	const tasks = steps.flatMap(({ task }) => task ?? []);
	const predict = need(predictions[0], 'the lesson has no predict block', source);
	const task = need(tasks[0], 'the lesson has no task block', source);
	const second = predictions[1] ?? tasks[1];
	if (second) throw source.wrong('a lesson has one prediction and one task', second.line);
	if (task.line < predict.line) throw source.wrong('the task comes after the prediction', task.line);
	return { predict, task };
}

function readFront(lines: readonly Line[], source: Source): { front: Front; rest: Line[] } {
	if (lines[0]?.text !== '---') throw source.wrong('a lesson begins with --- and its title', 1);
	const end = lines.findIndex(({ text }, at) => at > 0 && text === '---');
	if (end < 0) throw source.wrong('the lines at the head are not closed by ---', 1);
	const front: Front = {};
	for (const { number, text } of lines.slice(1, end)) {
		const [, key, value] = /^([a-z]+): (.+)$/.exec(text) ?? [];
		if (!key || !value || !(keys as readonly string[]).includes(key))
			throw source.wrong(`a line at the head is one of ${keys.join(', ')}, a colon and a value`, number);
		front[key as (typeof keys)[number]] = value.trim();
	}
	return { front, rest: lines.slice(end + 1) };
}

function readValues({ title, belief, lesson, rules, minutes, path, place }: Front, source: Source) {
	if (lesson !== undefined && !/^L-\d\d$/.test(lesson)) throw source.wrong(`${lesson} is no number as L-03`, 1);
	if (path !== undefined && !/^\d+$/.test(path)) throw source.wrong(`path is a number, not ${path}`, 1);
	if (!/^\d+$/.test(minutes ?? '')) throw source.wrong('minutes is a number', 1);
	if (!place?.startsWith('/')) throw source.wrong('place begins with /', 1);
	return {
		title: need(title, 'the lesson has no title', source),
		belief: need(belief, 'the lesson has no belief', source),
		number: lesson ?? null,
		rules: need(rules, 'the lesson has no rules', source).split(/,\s*/),
		minutes: Number(minutes),
		path: path === undefined ? null : Number(path),
		place
	};
}

function readStart({ lines, line }: Fence, source: Source): Run {
	if (!lines[0]?.text.startsWith('world ')) throw source.wrong('the first line of start begins with world', line);
	return readRun(lines, line, source);
}

interface Fence {
	readonly lines: readonly Line[];
	readonly line: number;
}

/** What stands under one heading: prose before and after its block, and the blocks. */
interface Section {
	readonly title: string;
	readonly line: number;
	readonly prose: Line[];
	readonly after: Line[];
	readonly fences: Map<string, Fence>;
}

const fenceNames = ['start', 'predict', 'task', 'solution'];

function sectionsOf(lines: readonly Line[], source: Source): Section[] {
	const sections: Section[] = [];
	const begin = (title: string, line: number) =>
		sections.push({ title, line, prose: [], after: [], fences: new Map() });
	begin('', lines[0]?.number ?? 1);
	let open: { name: string; lines: Line[]; line: number } | null = null;
	for (const line of lines) {
		const section = sections[sections.length - 1]!;
		const { number, text } = line;
		if (text.startsWith('```')) {
			if (open) section.fences.set(open.name, open);
			else if (!fenceNames.includes(text.slice(3).trim()))
				throw source.wrong(`a block is one of ${fenceNames.join(', ')}`, number);
			else if (section.fences.has(text.slice(3).trim())) throw source.wrong('a step has one of each block', number);
			open = open ? null : { name: text.slice(3).trim(), lines: [], line: number };
		} else if (open) {
			if (text.trim() !== '') open.lines.push({ number, text: text.trim() });
		} else if (text.startsWith('## ')) begin(text.slice(3).trim(), number);
		else (section.fences.has('predict') ? section.after : section.prose).push(line);
	}
	if (open) throw source.wrong('the block is not closed', open.line);
	return sections;
}

function readStep({ title, line, prose, after, fences }: Section, source: Source): Step {
	if (title === '') throw source.wrong('a step has a title', line);
	if (fences.has('start')) throw source.wrong('start stands before the first step', fences.get('start')!.line);
	const [, place] = /^place: (\/\S*)$/.exec(prose[0]?.text ?? '') ?? [];
	const predict = fences.get('predict');
	const task = fences.get('task');
	if (predict && task) throw source.wrong('the task stands in a step of its own', task.line);
	if (!task && fences.has('solution')) throw source.wrong('the solution stands under its task', line);
	return {
		title,
		line,
		place: place ?? null,
		prose: readProse(place ? prose.slice(1) : prose, source),
		predict: predict ? readPrediction(predict.lines, predict.line, source) : null,
		after: readProse(after, source),
		task: task ? readTask(task.lines, task.line, source) : null
	};
}
