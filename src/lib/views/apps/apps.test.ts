import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';

describe('enterprise applications', () => {
	it('lists them by name with mode, status and assignments', () => {
		const world = running({ apps: ['slack', 'byoa'] });
		const { rows } = views.apps(world, {});
		expect(rows.map(({ key, mode, status, users }) => [key, mode, status, users])).toEqual([
			['byoa', 'Automatic', 'Active', 3],
			['slack', 'Automatic', 'NotRun', 0]
		]);
		expect(views.apps(world, { search: 'SLA' }).rows.map(({ key }) => key)).toEqual(['slack']);
		expect(views.app(world, { app: 'slack' }).properties).toMatchObject({ name: 'Slack', connector: 'gallery' });
	});

	it('tells of a job between human resources and a directory whom it has linked, since it has no accounts', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
		world.advance({ to: at('08:30') });
		expect(views.app(world, { app: 'wd-ad' }).linked).toEqual({ count: 24, to: 'Active Directory' });
		expect(views.app(world, { app: 'wd-wb' }).linked).toEqual({ count: 0, to: 'Workday' });
		expect(views.app(world, { app: 'byoa' }).linked).toBeNull();
	});

	it('H-120: jobs from human resources disable and never delete, and writeback only updates', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] });
		const can = (app: string) => {
			const { create, disable, delete: deletes } = views.app(world, { app }).operations;
			return [create, disable !== null, deletes];
		};
		expect(can('wd-ad')).toEqual([true, true, 'never']);
		expect(can('wd-wb')).toEqual([false, false, 'no']);
		expect(can('api-entra')).toEqual([true, true, 'yes']);
		expect(can('byoa')).toEqual([true, true, 'yes']);
	});

	it('C-076, H-342: knows whether anybody has to be assigned', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
		const isForAll = (app: string) => views.app(world, { app }).isForAll;
		expect([isForAll('byoa'), isForAll('wd-wb')]).toEqual([false, true]);
	});

	it('lists users and groups of an application, groups first', () => {
		const world = running();
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [0] });
		const { rows, users, groups } = views.assignments(world, { app: 'byoa' });
		expect([users, groups]).toEqual([3, 1]);
		expect(rows[0]!.kind).toBe('group');
		const names = rows.slice(1).map(({ name }) => name);
		expect(names).toEqual([...names].sort());
	});

	it('C-391: an assignment that no cycle has read yet is told with its moment, until one has', () => {
		const world = running();
		const unseen = () =>
			views
				.assignments(world, { app: 'byoa' })
				.rows.flatMap(({ principal, role, unseen: change }) => (change ? [[principal, role, change.what]] : []));
		expect(unseen()).toEqual([]);
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [3] });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7], role: 'User' });
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
		const wanted = [
			[2, 'Default Access', 'removed'],
			[3, 'Default Access', 'added'],
			[7, 'User', 'role changed']
		];
		expect(unseen().sort()).toEqual(wanted);
		// The service knows it after some minutes; no cycle has read it all the same.
		world.advance({ to: at('08:40') });
		expect(unseen().sort()).toEqual(wanted);
		expect(views.assignments(world, { app: 'byoa' }).users).toBe(3);
		world.advance({ to: at('09:01') });
		expect(unseen()).toEqual([]);
		expect(views.assignments(world, { app: 'byoa' }).total).toBe(3);
	});

	it('shows mappings in the editor’s words', () => {
		const { users } = views.mappings(running(), { app: 'byoa' });
		expect(users).toMatchObject({ title: 'Provision Microsoft Entra ID Users', scope: 'All records', create: true });
		const match = users!.rows.find(({ matches }) => matches)!;
		expect(match).toMatchObject({ target: 'userName', type: 'Direct', source: 'userPrincipalName', precedence: 1 });
		expect(users!.rows.some(({ type, source }) => type === 'Expression' && source.startsWith('Switch('))).toBe(true);
	});

	it('shows scoping filters clause by clause', () => {
		const world = running();
		const filter = {
			groups: [{ name: 'Sales only', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] }]
		};
		must(world, 'job.saveFilter', { app: 'byoa', filter });
		expect(views.scoping(world, { app: 'byoa' }).users).toEqual([
			{ title: 'Sales only', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] }
		]);
		expect(views.mappings(world, { app: 'byoa' }).users!.scope).toBe('1 scoping filter');
	});

	it('masks the secret token and says which commands can be given', () => {
		const world = running();
		const { settings } = views.configuration(world, { app: 'byoa' });
		const text = JSON.stringify(settings);
		expect(text).not.toContain('tok-byoa');
		expect(settings!.credentials.accepted).toBe(true);
		const refusal = (verb: string) => settings!.actions.find((action) => action.verb === verb)!.refusal;
		expect(refusal('job.stop')).toBeNull();
		expect(refusal('job.start')).toBe('Start provisioning: the job is running already.');
		expect(refusal('job.allowDeletes')).toBe('Allow deletes: no removals are held back.');
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		expect(views.configuration(world, { app: 'byoa' }).settings!.credentials.accepted).toBe(false);
	});

	it('H-012, H-342: say which system of human resources a job signs in to, and whose scope cannot be chosen', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
		must(world, 'app.add', { app: 'api-ad' });
		const told = ['wd-ad', 'wd-wb', 'api-ad', 'byoa'].map((app) => {
			const { credentials, scope } = views.configuration(world, { app }).settings!;
			return [credentials.system, scope.isFixed];
		});
		expect(told).toEqual([
			['Workday', true],
			['Workday', true],
			['API', true],
			[null, false]
		]);
	});

	it('lists accounts with who manages them', () => {
		const world = changed();
		const list = views.accounts(world, { app: 'byoa' });
		expect(list).toMatchObject({ total: 2, inactive: 1, unmanaged: 0 });
		expect(list.rows.map(({ link, active, source }) => [link, active, source?.slot])).toEqual([
			['linked, released', false, 2],
			['linked', true, 7]
		]);
		expect(views.accounts(world, { app: 'byoa', managed: 'managed' }).total).toBe(1);
		expect(views.accounts(world, { app: 'byoa', state: 'inactive' }).total).toBe(1);
		const one = views.account(world, { account: list.rows[1]!.slot })!;
		expect(one.data.userName).toBe(list.rows[1]!.userName);
		expect(list.rows[1]!.modified).toBeGreaterThan(list.rows[1]!.created);
	});

	it('says of an application that is not there what is missing', () => {
		const world = createWorld();
		for (const name of [
			'app',
			'assignments',
			'mappings',
			'scoping',
			'configuration',
			'accounts',
			'provisioning'
		] as const)
			expect(() => views[name](world, { app: 'nobody' }), name).toThrow(
				'There is no application nobody in this tenant.'
			);
		expect(at('08:00')).toBe(world.clock);
	});
});
