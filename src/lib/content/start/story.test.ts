import { describe, expect, it } from 'vitest';
import { views } from '#lib/views';
import { runCues } from '#lib/world/script';
import { story } from './story';

describe('the story of the start page', () => {
	it('leads from a hire in HR to an account, each link of the chain with its rule', () => {
		const cue = { time: story.from, line: 2, checks: [], light: [] };
		const { world, failures } = runCues(story.script, 2, [cue]);
		expect(failures).toEqual([]);
		expect(world.live).toBe(true);
		world.advance({ by: story.minutes * 60_000 });
		const [row] = views.logs(world, { app: story.app, count: 1 }).rows;
		expect(row).toMatchObject({ identity: story.who, action: 'Create', status: 'Success' });
		const sentences = views.why(world, { seq: row!.seq })!.chain.filter(({ minor }) => !minor);
		expect(sentences[0]!.sentence).toBe('You: Hire Ada Fields.');
		expect(sentences.at(-1)).toMatchObject({ sentence: 'Ada Fields was created in Quillpad.', rule: 'C-162' });
	});
});
