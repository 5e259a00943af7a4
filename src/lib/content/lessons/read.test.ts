import { describe, expect, it } from 'vitest';
import example from './leaving-an-application.md?raw';
import { readLesson } from './read';

/** The example with one thing changed. */
const changed = (from: string | RegExp, to: string) => () => readLesson('example', example.replace(from, to));
const lineOf = (words: string) => example.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('the reader of lessons', () => {
	it('finds every part, with the line where it stands', () => {
		const lesson = readLesson('example', example);
		expect(lesson).toMatchObject({
			title: 'Leaving an application',
			number: 'L-03',
			path: 4,
			place: '/apps/byoa/users'
		});
		expect(lesson.start.to).toBe('09:06');
		expect(lesson.start.lines[0]).toEqual({ number: lineOf('world cloud-only'), text: 'world cloud-only' });
		expect(lesson.steps).toHaveLength(4);
		expect(lesson.steps[1]!.predict).toBe(lesson.predict);
		expect(lesson.predict.options.map(({ isRight }) => isRight)).toEqual([false, true, false, false]);
		expect(lesson.predict.why).toEqual({ app: 'byoa', who: '7' });
		expect(lesson.task.checks[1]!.asked).toHaveLength(2);
		expect(lesson.solution).toMatchObject({ to: '10:21' });
	});

	it('reads prose as pieces: links to places, code, words that stand out and rules', () => {
		const { steps } = readLesson('example', example);
		const pieces = [...steps[1]!.prose, ...steps[1]!.after].flatMap(({ pieces: some }) => some);
		expect(pieces).toContainEqual({ is: 'link', text: 'Users and groups', to: '/apps/byoa/users' });
		expect(pieces).toContainEqual({ is: 'code', text: 'PATCH' });
		expect(pieces).toContainEqual({ is: 'rule', text: 'C-178' });
		expect(steps.find(({ task }) => task)!.task!.more).toContainEqual({ is: 'key', text: ']' });
	});

	it.each([
		['a second right option', /wrong Delete it/, 'right Delete it', 'exactly one option is right'],
		['a check without what is missing', /missing Not all.*\n/, '', 'a check says what is still missing'],
		['a time that is none', /run 09:41/, 'run 9.41', '9.41 is no time'],
		['a word that is none', /^hint /m, 'tip ', 'not with tip'],
		['a block of another name', '```task', '```exercise', 'a block is one of start, predict, task, solution'],
		['a mark that is not closed', '`PATCH`', '`PATCH', 'a mark is not closed'],
		['a link out of the company', '(/apps/byoa/users)', '(https://example.com)', 'leads to no place of the company'],
		['no solution', /```solution[^`]*```/, '', 'the lesson has no solution block']
	])('%s is told with the file and the line', (_, from, to, why) => {
		expect(changed(from, to)).toThrow(why);
		expect(changed(from, to)).toThrow(/^src\/lib\/content\/lessons\/example\.md, line \d+: /);
	});

	it('the line is the one that is wrong', () => {
		expect(changed('run 09:41', 'run soon')).toThrow(`line ${lineOf('run 09:41')}:`);
		expect(changed('place: /apps', 'place: apps')).toThrow('place begins with /');
	});
});
