import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { blankWorld, createWorld, Recording, replay, type Command, type World } from '../index';
import { dice, randomCommand } from '../testing/random';
import { copying } from './copy';
import { graft } from './graft';
import { WhatIfRun } from './run';

const minute = 60_000;
const options = { apps: ['byoa'] };

function lived(seed: number): World {
	const world = createWorld(options);
	const roll = dice(seed);
	for (let n = 0; n < 12; n++) {
		world.do(randomCommand(world, roll, 'byoa'));
		world.advance({ by: (1 + roll.below(30)) * minute + roll.below(1000) });
	}
	return world;
}

function finished(world: World, changes: readonly Command[], index = 1, until = world.clock): WhatIfRun {
	const run = new WhatIfRun(world, { changes, index, until });
	for (const progress of run.go()) expect(progress.done).toBeLessThanOrEqual(progress.of);
	return run;
}

const scope = (mode: string) => ({ verb: 'job.setScope', args: { app: 'byoa', mode } }) as Command;

describe('what if', () => {
	it.each([1, 2, 3, 4, 5, 6])('without a change everything comes to the same again (seed %i)', (seed) => {
		const world = lived(seed);
		expect(finished(world, []).changed.fingerprint()).toBe(world.fingerprint());
		const half = world.sim.ledger.boundaries.length >> 1;
		expect(finished(world, [], half).changed.fingerprint()).toBe(world.fingerprint());
	});

	it('a copy goes on as the world that it was made of', () => {
		const world = lived(7);
		const copy = finish(copying(world, world.sim.ledger.boundaries.length - 1, null));
		for (const one of [world, copy]) one.advance({ by: 120 * minute });
		expect(copy.fingerprint()).toBe(world.fingerprint());
	});

	it('a copy that is made in steps is of what stood there at the first, whatever happens meanwhile', () => {
		const world = lived(7);
		const before = finish(copying(world, world.sim.ledger.here, null));
		const steps = copying(world, world.sim.ledger.here, 'far');
		expect(steps.next()).toEqual({ done: false, value: 'far' });
		// In the past, so that what was copied is cut off and written anew.
		world.seek({ index: 5 });
		world.do(scope('all'));
		world.advance({ by: 120 * minute });
		const copy = finish(steps);
		expect(copy.sim.ledger.tape.after).toEqual(before.sim.ledger.tape.after);
		expect(copy.facts()).toEqual(before.facts());
		expect(world.facts()).not.toEqual(before.facts());
	});

	it('the session stays as it is, wherever it stands', () => {
		const world = lived(3);
		const end = world.clock;
		world.seek({ index: 5 });
		const before = [world.fingerprint(), world.clock, world.sim.ledger.boundaries.length];
		finished(world, [scope('all')], 1, end);
		expect([world.fingerprint(), world.clock, world.sim.ledger.boundaries.length]).toEqual(before);
	});

	it('does the same commands under the changed setting, and leaves out what would set it otherwise', () => {
		const world = createWorld(options);
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7] } });
		const begun = world.sim.ledger.boundaries.length - 1;
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 60 * minute });
		world.do(scope('assigned'));
		world.advance({ by: 60 * minute });
		const { changed, leftOut, base } = finished(world, [scope('all')], begun);
		expect(base).toBe(world);
		expect(leftOut).toEqual([{ at: expect.any(Number), text: 'Sync only assigned users and groups', refused: null }]);
		const count = (one: World) => [...one.tables.links.all()].length;
		expect(count(world)).toBe(2);
		expect(count(changed)).toBeGreaterThan(15);
	});

	it('looks ahead of the session on copies of it', () => {
		const world = lived(2);
		const { clock } = world;
		const last = world.sim.ledger.boundaries.length - 1;
		const { base, changed } = finished(world, [scope('all')], last, clock + 24 * 60 * minute);
		expect(base).not.toBe(world);
		expect([base.clock, changed.clock, world.clock]).toEqual([
			clock + 24 * 60 * minute,
			clock + 24 * 60 * minute,
			clock
		]);
	});

	it('is of what stood there at the first, whatever the session does while it is copied', () => {
		const [world, still] = [lived(2), lived(2)];
		const [index, until] = [world.sim.ledger.boundaries.length >> 1, world.clock + 120 * minute];
		const run = new WhatIfRun(world, { changes: [scope('all')], index, until });
		const steps = run.go();
		expect(steps.next()).toMatchObject({ done: false, value: { done: 0 } });
		// In the past, so that what is to be copied yet is cut off and written anew.
		world.seek({ index: 5 });
		world.do(scope('all'));
		world.advance({ by: 120 * minute });
		for (const { done, of } of steps) expect(done).toBeLessThanOrEqual(of);
		const { base, changed } = finished(still, [scope('all')], index, until);
		expect([run.base, run.changed].map((one) => one.fingerprint())).toEqual([
			base.fingerprint(),
			changed.fingerprint()
		]);
	});

	it('says why a change cannot be made', () => {
		const run = finished(lived(1), [{ verb: 'job.setScope', args: { app: 'nobody', mode: 'all' } } as Command]);
		expect(run.refused).toContain('nobody');
	});

	it.each([1, 2, 3])('is kept as a branch, which is stored and brought back like any other (seed %i)', (seed) => {
		const world = lived(seed);
		const recording = new Recording(world);
		const { changed } = finished(world, [scope('all')], 3);
		world.do({ verb: 'user.edit', args: { user: 3, attribute: 'department', value: `Text of its own ${seed}` } });
		const main = world.fingerprint();
		const branch = graft(world, changed, 3, 'everybody')!;
		expect(world.fingerprint()).toBe(changed.fingerprint());
		const said = (one: World) => one.facts().map((fact) => [fact.kind, fact.rule, one.detailText(fact)]);
		expect(said(world)).toEqual(said(changed));
		expect(world.branches.current).toBe(branch);
		const restored = blankWorld(options);
		replay(restored, structuredClone(recording.take()));
		expect(restored.fingerprint()).toBe(changed.fingerprint());
		for (const one of [world, restored]) {
			one.branches.activate(0);
			expect(one.fingerprint()).toBe(main);
		}
	});

	it('is not kept where the moment is no longer there', () => {
		const world = lived(4);
		const { changed } = finished(world, [scope('all')], world.sim.ledger.boundaries.length - 2);
		world.seek({ index: 2 });
		world.do(scope('all'));
		world.advance({ by: 400 * minute });
		expect(graft(world, changed, changed.sim.ledger.boundaries.length - 1, 'x')).toBeNull();
	});
});
