import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
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

	it.each(['workday', 'successfactors'] as const)(
		'C-054: answers where the configurations of the jobs from and to %s were deleted',
		(hr) => {
			const world = createWorld({ preset: 'hybrid-hr', hr, apps: ['api-ad', 'api-entra'] });
			const record = { externalId: '1', displayName: 'Ada', userPrincipalName: 'ada1@contoso.com', active: true };
			must(world, 'job.setNotificationMail', { app: 'api-entra', address: 'iam@contoso.com' });
			const keys = [...world.tables.apps.all()].map(({ key }) => key);
			for (const app of keys) must(world, 'job.start', { app });
			must(world, 'api.post', { app: 'api-entra', records: [record] });
			world.advance({ by: 3_600_000 });
			for (const app of keys) must(world, 'job.delete', { app });
			const answers = (name: ViewName, args: object) => {
				try {
					views[name](world, args as never);
				} catch (error) {
					expect(error, `${name} ${JSON.stringify(args)}`).toBeInstanceOf(NotThere);
				}
			};
			for (const [name, args] of Object.entries(viewArgs))
				for (const app of keys) answers(name as ViewName, 'app' in args ? { ...args, app } : args);
			for (const worker of [7, 20]) answers('valueTrace', { worker, attribute: 'department' });
		}
	);

	it('refuses arguments that its schema does not take', () => {
		const world = changed();
		expect(() => views.logs(world, { count: 1_000_000 })).toThrow();
		expect(() => views.user(world, { user: -1 })).toThrow();
	});
});
