import { describe, expect, it } from 'vitest';
import { viewArgs } from './args.fixture';
import { changed, must } from './testing.fixture';
import { NotThere, views, type ViewName } from './index';

describe('every view', () => {
	it('gives data that can be cloned, and changes nothing', () => {
		const world = changed();
		const state = () => [world.fingerprint(), world.clock, world.sim.ledger.here, world.sim.ledger.texts.count];
		const before = state();
		for (const [name, given] of Object.entries(viewArgs)) {
			const data = views[name as ViewName](world, given as never);
			expect(structuredClone(data), name).toEqual(data);
			expect(state(), name).toEqual(before);
		}
	});

	it('C-054, C-526: answers where a configuration was deleted, or says what is not there any more', () => {
		const world = changed();
		must(world, 'job.onDemand', { app: 'byoa', object: 7 });
		must(world, 'job.delete', { app: 'byoa' });
		for (const [name, given] of Object.entries(viewArgs))
			try {
				views[name as ViewName](world, given as never);
			} catch (error) {
				expect(error, name).toBeInstanceOf(NotThere);
			}
	});

	it('refuses arguments that its schema does not take', () => {
		const world = changed();
		expect(() => views.logs(world, { count: 1_000_000 })).toThrow();
		expect(() => views.user(world, { user: -1 })).toThrow();
	});
});
