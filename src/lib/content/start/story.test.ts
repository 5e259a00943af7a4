import { describe, expect, it } from 'vitest';
import { views } from '#lib/views';
import { runCues } from '#lib/world/script';
import { storyWorld } from '#lib/worker/first-company';
import { story } from './story';

/** The same in the language of the scenarios, which a first visit need not load. */
const script = `world cloud-only hr=workday
do 08:02 start(wd-entra)
do 08:12 assign(byoa, Pilot-W2-Sales)
do 08:20 start(byoa)
do 09:10 hr.hire(N1, name="Ada Fields", org="Sales", city="London", manager=3)`;

describe('the story of the start page', () => {
	it('leads from a hire in HR to an account, each link of the chain with its rule', async () => {
		const world = await storyWorld();
		expect(world.live).toBe(true);
		world.advance({ by: story.minutes * 60_000 });
		const [row] = views.logs(world, { app: story.app, count: 1 }).rows;
		expect(row).toMatchObject({ identity: story.who, action: 'Create', status: 'Success' });
		const sentences = views.why(world, { seq: row!.seq })!.chain.filter(({ minor }) => !minor);
		expect(sentences[0]!.sentence).toBe('You hired Ada Fields.');
		expect(sentences.at(-1)).toMatchObject({ sentence: 'Ada Fields was created in Quillpad.', rule: 'C-162' });
	});

	it('is what the same script comes to', async () => {
		const { world, failures } = runCues(script, 2, [{ time: '09:14', line: 2, checks: [], light: [] }]);
		expect(failures).toEqual([]);
		expect((await storyWorld()).fingerprint()).toBe(world.fingerprint());
	});
});
