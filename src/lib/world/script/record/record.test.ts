import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { createWorld } from '../../world';
import { failureText, parseScripts, recordWorld, runBlock, runScript } from '../index';

const plain = scenarios
	.flatMap(({ id, blocks }) => blocks.slice(0, 1).map(({ script }) => [id, script] as const))
	.filter(([, script]) => !/size=\d+k|size=500/.test(script))
	// All of them pass; every third is enough for every day, and those with names and switches of their own.
	.filter(([id], at) => at % 3 === 0 || ['S-28', 'S-48', 'S-51', 'S-52', 'S-72'].includes(id));
const journalOf = (script: string) => {
	const { world } = runBlock(parseScripts(script)[0]!);
	return { world, journal: world.journal().filter(({ verb }) => verb !== 'app.add') };
};

describe('a session as a script', () => {
	it.each(plain)('%s: recorded from its commands, does the same again', { timeout: 30_000 }, (_, script) => {
		const { world, journal } = journalOf(script);
		const { text, untold } = recordWorld(world);
		expect(runScript(text).failures.map(failureText)).toEqual([]);
		const again = journalOf(text).journal;
		if (untold.length === 0)
			expect(again.map(({ verb, args }) => [verb, args])).toEqual(journal.map(({ verb, args }) => [verb, args]));
	});

	it('says which commands the language has no words for, and why', () => {
		const world = createWorld({ apps: ['byoa'], size: 37 });
		const must = (verb: string, args: object) => expect(world.do({ verb, args } as never)).toMatchObject({ ok: true });
		must('assign', { app: 'byoa', kind: 'user', who: [7, 8] });
		world.advance({ to: world.clock + 90_500 });
		must('group.create', { name: 'Empty' });
		must('user.edit', { user: 7, attribute: 'jobTitle', value: 'The "best"' });
		must('job.start', { app: 'byoa' });
		const { text, untold, rounded } = recordWorld(world);
		expect(text.split('\n')).toEqual(
			[
				'world cloud-only',
				'do 08:00 assign(byoa, 7 8)',
				'do 08:02 start(byoa)',
				expect.stringMatching(/^=> 08:02 byoa initial: create 2/)
			].slice(0, text.split('\n').length)
		);
		expect(untold.map(({ why }) => why)).toEqual([
			'a company of another size than 25, 500, 10k and 100k',
			'a new group without a rule',
			'a text with a quotation mark or a line break in it'
		]);
		expect(rounded).toBe(1);
	});
});
