import { describe, expect, it } from 'vitest';
import { written } from '#lib/scim/handed';
import type { ScimRequest } from '#lib/scim/types';
import { createWorld, type World } from '../index';
import { dice, randomCommand } from '../testing/random';

/** Runs on as another program would: every request is sent as text, and every answer comes as text. */
function advanceByText(world: World, by: number): void {
	const play = world.play({ by });
	let step = play.next();
	while (!step.done) {
		if (step.value === 'boundary') step = play.next();
		else {
			const { app, method, path, headers, body } = step.value;
			const sent = { app, method, path, headers, body } as ScimRequest;
			step = play.next(written(world.sim.apps.answer(sent)));
		}
	}
}

describe('the direct door', () => {
	it.each([1, 2, 3])('what is handed over comes to the same facts and accounts as its text (seed %i)', (seed) => {
		const handed = createWorld({ apps: ['byoa'] });
		const text = createWorld({ apps: ['byoa'] });
		const roll = dice(seed);
		for (let step = 0; step < 12; step++) {
			const by = roll.below(40) * 60_000;
			handed.advance({ by });
			advanceByText(text, by);
			const command = randomCommand(handed, roll, 'byoa');
			expect(text.do(command).ok).toBe(handed.do(command).ok);
			expect(text.fingerprint()).toBe(handed.fingerprint());
		}
		expect([...text.tables.accounts.all()]).toEqual([...handed.tables.accounts.all()]);
	});

	it('draws at random what its text draws, though there a unit is run again for every answer', () => {
		const [handed, text] = [0, 1].map(() => {
			const world = createWorld({ apps: ['byoa'] });
			const { attributes } = world.sim.host.config(world.sim.host.job(0).config).users;
			const drawn = { target: 'nickName', source: { type: 'Expression', expression: 'Guid()' } };
			const others = attributes.filter(({ target }) => target !== 'nickName');
			for (const command of [
				{ verb: 'job.saveMapping', args: { app: 'byoa', attributes: [...others, drawn] } },
				{ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } },
				{ verb: 'job.start', args: { app: 'byoa' } }
			] as never[])
				expect(world.do(command)).toMatchObject({ ok: true });
			return world;
		}) as [World, World];
		handed.advance({ by: 2 * 3_600_000 });
		advanceByText(text, 2 * 3_600_000);
		const names = [...handed.tables.accounts.all()].map(({ resource }) => resource.data.nickName);
		expect(new Set(names).size).toBe(names.length);
		expect(names.length).toBeGreaterThan(10);
		expect(text.fingerprint()).toBe(handed.fingerprint());
	});
});
