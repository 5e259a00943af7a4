import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { must, running } from '../testing.fixture';
import { views } from '../index';

describe('the inventory of an application', () => {
	it('has what the planning guide asks for: operations, attributes of both sides, mappings and matching', () => {
		const world = createWorld({ apps: ['slack', 'timecard'] });
		const [slack] = views.inventory(world, { app: 'slack' });
		expect(slack).toMatchObject({
			mode: 'Automatic',
			source: 'Microsoft Entra ID',
			target: 'Slack',
			scope: 'Sync only assigned users and groups',
			operations: expect.arrayContaining(['Create', 'Update', 'Disable']) as string[],
			limits: ['180 creates a minute', '600 writes a minute', '1000 reads a minute']
		});
		const users = slack!.objects[0]!;
		expect(users.matching[0]).toMatch(/^1\. /);
		expect(users.sourceAttributes).toEqual(expect.arrayContaining(['mail', 'displayName']));
		expect(users.targetAttributes).toContain('userName');
		expect(users.mappings.length).toBeGreaterThan(10);
		const modes = Object.fromEntries(views.inventory(world, {}).map(({ key, mode }) => [key, mode]));
		expect(modes).toEqual({ slack: 'Automatic', timecard: 'Manual' });
	});

	it('follows the configuration: a filter, a threshold, an action that is off', () => {
		const world = running();
		const clauses = [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }];
		must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: [{ name: 'Sales', clauses }] } });
		must(world, 'job.setThreshold', { app: 'byoa', threshold: 5 });
		must(world, 'job.setActions', { app: 'byoa', create: true, update: true, delete: false });
		const [byoa] = views.inventory(world, { app: 'byoa' });
		expect(byoa!.deletionThreshold).toBe(5);
		expect(byoa!.objects[0]).toMatchObject({
			filters: ['Sales: department EQUALS Sales'],
			actions: ['Create', 'Update']
		});
	});
});

describe('what a plan can be tried on', () => {
	it('is every application with provisioning, the running one first chosen; a manual one is none', () => {
		const world = running({ apps: ['timecard', 'slack', 'byoa'] });
		const { apps, app, hrApp, users } = views.planChoices(world, {});
		expect(apps.map(({ key }) => key).sort()).toEqual(['byoa', 'slack']);
		expect([app, hrApp, users]).toEqual(['byoa', null, 26]);
		expect(views.planChoices(createWorld(), {})).toMatchObject({ apps: [], app: null });
	});

	it('has jobs from human resources for their own rows', () => {
		const { apps, hrApp } = views.planChoices(createWorld({ preset: 'hybrid-hr', apps: ['slack'] }), {});
		expect(apps.map(({ key, source }) => [key, source])).toEqual([
			['slack', 'directory'],
			['wd-ad', 'hr']
		]);
		expect(hrApp).toBe('wd-ad');
	});
});

describe('on whom a test would be tried', () => {
	const row = (is: 'joinGroup' | 'unassign' | 'hire', more = {}) => ({
		id: is,
		title: is,
		act: { is },
		expect: [{ is: 'active' as const }],
		...more
	});

	it('is found in the company: somebody who is not in for joining, somebody who is for leaving', () => {
		const world = running();
		const [joins, leaves, hired] = views.testSamples(world, { rows: [row('joinGroup'), row('unassign'), row('hire')] });
		expect(joins).toMatchObject({ app: { key: 'byoa' }, person: { slot: 0 }, why: null });
		expect(leaves).toMatchObject({ person: { slot: 2 } });
		expect(hired!.why).toContain('No job from human resources');
	});

	it('is whoever was chosen, and the reason where the application is gone', () => {
		const rows = [row('joinGroup', { person: 9 }), row('joinGroup', { app: 'slack' })];
		expect(views.testSamples(running(), { rows })).toMatchObject([
			{ person: { slot: 9 } },
			{ app: null, why: 'The application slack is not in this company. Choose another one.' }
		]);
	});
});
