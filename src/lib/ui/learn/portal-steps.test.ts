import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lessons, wholeScriptOf } from '#lib/content/lessons';
import { playedIn } from '#lib/world/script/played';
import { portalStep } from './portal-steps';

const lines = lessons.flatMap((lesson) => {
	const { predict, solution } = lesson;
	const texts = solution.lines.map(({ text }) => text);
	return playedIn(wholeScriptOf(lesson), predict.to, texts).map((line, at) => ({
		where: `src/lib/content/lessons/${lesson.id}.md, line ${solution.lines[at]!.number}`,
		...line
	}));
});

/** The file of the place that an address names. */
const pageOf = (to: string) =>
	`src/routes${to.replace(/^\/apps\/[^/]+/, '/apps/[key]').replace(/^\/(users|groups)\/\d+/, '/$1/[slot]')}/+page.svelte`;

describe('the solution of a lesson as steps in the portal', () => {
	it.each(lines)('$where: $text', ({ commands }) => {
		expect(commands).not.toEqual([]);
		for (const command of commands) {
			const step = portalStep(command);
			expect(step, `${command.verb} has no words`).not.toBeNull();
			expect(`${step!.place} ${step!.what}`).not.toMatch(/undefined|null|NaN|\[object/);
			expect(step!.what).toMatch(/[.]$/);
			expect(existsSync(pageOf(step!.to)), step!.to).toBe(true);
		}
	});

	it('names the screen, and who is looked for there', () => {
		const [assign] = lines.find(({ text }) => text === 'do 09:50 assign(byoa, 7)')!.commands;
		expect(portalStep(assign!)).toEqual({
			place: 'Quillpad, Users and groups',
			to: '/apps/byoa/users',
			what: 'Choose Add user/group, find Zoë Müller, and choose Assign.'
		});
	});

	it('calls somebody as the portal does before the step', () => {
		const [rename] = lines.find(({ text }) => text.includes('displayName, "Zoë Müller-Braun"'))!.commands;
		expect(portalStep(rename!)).toMatchObject({ place: 'Users, Zoë Müller', to: '/users/7' });
		const [gone] = lines.find(({ text }) => text.includes('app.delete(slack, jsmith)'))!.commands;
		expect(portalStep(gone!)!.what).toBe('Open the account jsmith and choose Delete.');
	});
});
