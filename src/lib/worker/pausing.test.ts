import { expect, it } from 'vitest';
import { progressOf } from '#lib/engine/job/progress';
import { createWorld, type World } from '#lib/world';
import { Pretended } from './testing/pretend';

const options = { size: 500, apps: ['byoa'] };

function progress(world: World) {
	const cycle = world.tables.cycles.get(0)!;
	return { ...progressOf(cycle, world.tables.plans.get(cycle.plan)!), ended: cycle.endedAt !== null };
}

it('C-444: a cycle at full speed shows how far it is, stops between two facts when it is told to, and goes on', async () => {
	const page = new Pretended(undefined, 0.2);
	await page.ask('open', { create: { options } });
	await page.ask('setDoor', { door: 'direct' });
	await page.do('job.setScope', { app: 'byoa', mode: 'all' });
	await page.do('job.start', { app: 'byoa' });
	const { world } = page.engine.session!;
	await page.ask('play', { pace: null });
	const seen = new Set<number>();
	while (progress(world).doneObjects < 250) {
		seen.add(progress(world).donePages);
		await page.engine.place.macrotask();
	}
	await page.ask('pause');
	const { seq } = world.checkpoint();
	for (let turn = 0; turn < 20; turn++) await page.engine.place.macrotask();
	expect([...seen]).toEqual([0, 1, 2]);
	expect(progress(world)).toMatchObject({ ended: false, pages: 6 });
	expect(progress(world).doneObjects).toBeLessThan(500);
	expect([page.status.playing, world.checkpoint().seq]).toEqual([false, seq]);

	await page.ask('step', { unit: 'cycle' });
	const straight = createWorld(options);
	straight.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	straight.do({ verb: 'job.start', args: { app: 'byoa' } });
	straight.advance({ cycles: 1 });
	expect(await page.ask('query', { name: 'fingerprint' })).toBe(straight.fingerprint());
});
