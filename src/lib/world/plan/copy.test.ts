import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { createWorld, type World } from '../index';
import { copyOf } from './copy';

const at = (minutes: number) => Date.UTC(2026, 2, 2, 8, minutes);

function provisioned(size = 25): World {
	const world = createWorld({ apps: ['byoa'], size });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 9] } });
	world.advance({ to: at(20) });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ to: at(22) });
	return world;
}

describe('a copy of a session', () => {
	it('goes on as the session itself would, and neither sees what happens to the other', () => {
		const [world, copy] = [provisioned(), finish(copyOf(provisioned()))];
		expect(copy.fingerprint()).toBe(world.fingerprint());
		const other = finish(copyOf(world));
		other.do({ verb: 'unassign', args: { app: 'byoa', kind: 'user', who: [2, 7] } });
		other.advance({ cycles: 2 });
		for (const one of [world, copy]) {
			one.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [4] } });
			one.advance({ cycles: 1 });
		}
		expect(copy.fingerprint()).toBe(world.fingerprint());
		expect(other.fingerprint()).not.toBe(world.fingerprint());
	});

	it('of a past moment ends there', () => {
		const world = provisioned();
		world.seek({ at: at(10) });
		const copy = finish(copyOf(world));
		expect(copy.live).toBe(true);
		expect(copy.clock).toBe(world.clock);
		expect(copy.fingerprint()).toBe(world.fingerprint());
		expect([...copy.tables.accounts.all()]).toEqual([]);
	});

	it('of a session that is in the middle of a unit ends at its last boundary', () => {
		const world = provisioned();
		world.do({ verb: 'job.restart', args: { app: 'byoa' } });
		const run = world.play({ cycles: 1 });
		let step = run.next();
		while (step.value === 'boundary') step = run.next();
		const copy = finish(copyOf(world));
		expect(copy.sim.ledger.tape.n).toBe(copy.sim.ledger.now.op);
		copy.advance({ cycles: 1 });
		while (!step.done) step = step.value === 'boundary' ? run.next() : run.next(world.sim.apps.answer(step.value));
		expect(copy.fingerprint()).toBe(world.fingerprint());
	});
});
