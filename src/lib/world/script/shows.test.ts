import { describe, expect, it } from 'vitest';
import { readShow, shows } from '#lib/content/shows';
import { register } from '#lib/engine/rules';
import { failureText, runCues, ScriptError } from './index';

const runs = shows.map((show) => [show.title, show] as const);

describe('the shipped shows', () => {
	it('are three, each with cues in the order of the stage', () => {
		expect(shows.map(({ id }) => id)).toEqual(['provisioning', 'quarantine', 'rollback']);
		for (const { id, cues } of shows) {
			expect(cues.length, id).toBeGreaterThanOrEqual(5);
			const minutes = cues.map(({ minute }) => minute);
			expect(minutes, id).toEqual(minutes.toSorted((a, b) => a - b));
			expect(minutes.at(-1), id).toBeLessThanOrEqual(10);
			const rules = cues.flatMap(({ rule }) => rule || []);
			expect(rules.filter((rule) => !register.some((entry) => entry.id === rule))).toEqual([]);
		}
	});

	it.each(runs)('%s: the script comes out, and every cue shows what it says', (_, { id, script, line, cues }) => {
		const { failures, moments } = runCues(script, line, cues);
		expect(failures.map((one) => `${id}.md, line ${one.line}: ${failureText(one)}`)).toEqual([]);
		expect(moments).toHaveLength(cues.length);
	});

	it.each(runs)('%s: any cue is reached by one walk, and stands at its own time', (_, show) => {
		const { world, moments } = runCues(show.script, show.line, show.cues);
		const shuffled = [...moments.keys()].sort((a, b) => ((a * 7) % 5) - ((b * 7) % 5));
		for (const n of shuffled) {
			world.seek({ index: moments[n]!.index });
			expect(world.clock).toBe(moments[n]!.at);
			expect(world.checkpoint().seq).toBe(moments[n]!.seq);
		}
	});
});

const show = (cue: string, script = 'world cloud-only') =>
	`# A show\nAbout it.\n\`\`\`\n${script}\n\`\`\`\n${cue}\nQuestion: q\nCaption: c\nMinute: 0\n?? mails = 0`;
const run = (text: string) => {
	const { script, line, cues } = readShow('x.md', text);
	return runCues(script, line, cues);
};
/** The place that a text is refused with. */
function refusal(text: string): string {
	try {
		run(text);
	} catch (error) {
		if (error instanceof ScriptError) return `${error.place.line}:${error.place.column} ${error.message}`;
		return (error as Error).message;
	}
	return 'accepted';
}

describe('a show', () => {
	it('that cannot be read names its file and its line', () => {
		expect(refusal(show('## 08:20 One'))).toBe('accepted');
		expect(refusal('nothing')).toBe('x.md, line 1: A show begins with # and its title');
		expect(refusal(show('## 8:20 One'))).toBe('x.md, line 6: A cue begins with ##, a time and its name');
		expect(refusal(show('## 08:20 One\nMinute: 3'))).toBe('x.md, line 10: Minute stands here twice');
		expect(refusal(`${show('## 08:20 One')}\n\n## 08:30 Two`)).toBe('x.md, line 12: The cue Two has no Question');
		expect(refusal(show('## 08:20 One').replace('?? mails', '?? app(slack.mails'))).toMatch(/^10:4 /);
		expect(refusal(show('## 08:20 One', 'world cloud-only\nnow'))).toMatch(/^5:1 /);
		expect(refusal(`${show('## 08:20 One')}\n${show('## 08:10 Two').split('\n').slice(5).join('\n')}`)).toBe(
			'11:1 This cue comes before the one above it'
		);
	});

	it('whose cue does not hold says at which line, what was expected and what was seen', () => {
		const { failures } = run(show('## 08:20:30 One').replace('mails = 0', 'mails = 3'));
		expect(failures.map(({ line, at, expected, actual }) => [line, at, expected, actual])).toEqual([
			[10, '08:20:30 mails', '3', '0']
		]);
	});
});
