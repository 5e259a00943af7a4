import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import type { Fault } from '#lib/apps';
import { accountTypeKey } from '../tables/accounts';

const at = (clock: string) => Date.parse(`2026-03-02T${clock}:00Z`);

/** Twenty people of the sample company, provisioned while an application has this fault. */
function cycleWith(...faults: Fault[]): World {
	const world = createWorld({ apps: ['byoa'] });
	const must = (verb: never, args: object) => {
		const done = world.do({ verb, args: args as never });
		if (!done.ok) throw new Error(done.message);
	};
	must('app.set' as never, { app: 'byoa', settings: { faults } });
	must('assign' as never, { app: 'byoa', kind: 'user', who: Array.from({ length: 20 }, (_, slot) => slot) });
	world.advance({ to: at('08:20'), before: true });
	must('job.start' as never, { app: 'byoa' });
	world.advance({ to: at('08:58') });
	return world;
}

const accounts = (world: World) => world.tables.accountsByType.count(accountTypeKey(0, 'User'));
const everybody = accounts(cycleWith());

describe('faults in a cycle', () => {
	it('every n-th request fails, and the others succeed', () => {
		const third = accounts(cycleWith({ kind: 'serverError', every: 3, only: 'create' }));
		expect(third).toBeGreaterThan(everybody / 3);
		expect(third).toBeLessThan(everybody);
		expect(accounts(cycleWith({ kind: 'serverError', every: 1, only: 'create' }))).toBe(0);
	});

	it('a request that is throttled now and then succeeds when it is sent again (C-313)', () => {
		expect(accounts(cycleWith({ kind: 'throttled', every: 4, only: 'create', retryAfter: 5 }))).toBe(everybody);
		expect(accounts(cycleWith({ kind: 'throttled', chance: 0.3, only: 'create', retryAfter: 5 }))).toBeGreaterThan(
			everybody * 0.9
		);
		expect(accounts(cycleWith({ kind: 'throttled', only: 'create', retryAfter: 5 }))).toBe(0);
	});

	it('chance is drawn from the seed: the same company fails in the same places', () => {
		const fault: Fault = { kind: 'serverError', chance: 0.4, only: 'create' };
		const [one, two] = [cycleWith(fault), cycleWith(fault)];
		expect(one.fingerprint()).toBe(two.fingerprint());
		expect(accounts(one)).toBeGreaterThan(0);
		expect(accounts(one)).toBeLessThan(everybody);
	});
});
