import { describe, expect, it } from 'vitest';
import { readLesson, wholeScriptOf } from '#lib/content/lessons';
import leaving from '#lib/content/lessons/leaving-an-application.md?raw';
import { Pretended } from './testing/pretend';

const lesson = readLesson('leaving-an-application', leaving);
const company = lesson.start.lines[0]!.text;

async function opened(at: string): Promise<Pretended> {
	const page = new Pretended();
	await page.ask('open', { create: { name: 'Mine', options: { apps: ['byoa'] } } });
	await page.ask('openLesson', { name: lesson.title, text: wholeScriptOf(lesson), at });
	return page;
}

const held = (page: Pretended, ...asked: string[]) =>
	page.ask<{ holds: boolean }[]>('lessonChecks', { company, asked });

describe('a lesson in the worker', () => {
	it('opens as a session of its own, at its beginning', async () => {
		const page = await opened(lesson.start.to);
		expect(page.engine.session?.name).toBe('Leaving an application');
		expect(await held(page, 'app(byoa, 7).active = true', 'entra(7) = present')).toMatchObject([
			{ holds: true },
			{ holds: true }
		]);
	});

	it('does the lines of its solution, and says what holds as time goes on', async () => {
		const page = await opened(lesson.predict.to);
		const asked = lesson.task.checks.flatMap(({ asked: lines }) => lines.map(({ text }) => text));
		expect((await held(page, ...asked)).every(({ holds }) => holds)).toBe(false);
		expect(await page.ask('lessonRow', { company, app: 'byoa', who: '7' })).toEqual(expect.any(Number));
		for (const { text } of lesson.solution.lines)
			expect(await page.ask('lessonLine', { company, line: text })).toBe('done');
		await page.ask('step', { unit: 'cycle' });
		expect(await held(page, ...asked)).toMatchObject(asked.map(() => ({ holds: true })));
	});

	it('tells the commands of its solution beside the open company, with the names of whom they are about', async () => {
		const page = await opened(lesson.predict.to);
		const before = await page.ask('query', { name: 'fingerprint' });
		const lines = lesson.solution.lines.map(({ text }) => text);
		const ask = { text: wholeScriptOf(lesson), at: lesson.predict.to, lines };
		expect(await page.ask('lessonSteps', ask)).toMatchObject([
			{ text: lines[0], commands: [{ verb: 'assign', app: { name: 'Quillpad' }, who: ['Zoë Müller'] }] }
		]);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
	});

	it('says which line cannot be read', async () => {
		const page = await opened(lesson.start.to);
		await expect(held(page, 'app(byoa')).rejects.toThrow(/Line 2 of the lesson/);
	});
});
