import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { views } from '../index';
import { at, must } from '../testing.fixture';

function withAccounts(): World {
	const world = createWorld({ apps: ['byoa'] });
	for (const user of [7, 8]) account(world, world.tables.users.get(user)!.attrs.userPrincipalName as string);
	account(world, 'svc-backup@contoso.com');
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
	world.advance({ to: at('08:10') });
	must(world, 'job.discover', { app: 'byoa' });
	return world;
}

function account(world: World, userName: string): void {
	const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
	const body = JSON.stringify({ schemas, userName, active: true });
	must(world, 'app.request', { app: 'byoa', method: 'POST', path: '/Users', body, what: `New account ${userName}` });
}

describe('the report of Account Discovery', () => {
	it('tells while it runs when it will be ready, and what has been read', () => {
		const world = withAccounts();
		expect(views.discovery(world, { app: 'byoa' }).running).toMatchObject({ readyAt: null, pages: { done: 0, of: 1 } });
		world.advance({ to: at('08:20') });
		const shown = views.discovery(world, { app: 'byoa' });
		expect(shown.running).toMatchObject({ accounts: 3, pages: { done: 1, of: 1 } });
		expect(shown.running!.readyAt).toBeGreaterThanOrEqual(at('08:40'));
		expect([shown.refusal, shown.report]).toEqual(['a report is already running', null]);
	});

	it('shows each account in its group, with the user that it belongs to and the reason', () => {
		const world = withAccounts();
		world.advance({ to: at('08:41') });
		const { rows, report, total, of } = views.discovery(world, { app: 'byoa', category: 'local' });
		expect([total, of, report!.counts]).toEqual([1, 3, { local: 1, unassigned: 1, assigned: 1 }]);
		expect(rows[0]).toMatchObject({ status: 'uncorrelated', user: null, managed: false });
		expect(rows[0]!.reason).toContain('has the userPrincipalName svc-backup@contoso.com');
		const found = views.discovery(world, { app: 'byoa', search: 'zoe.muller' });
		expect(found.rows.map(({ status, user }) => [status, user?.name])).toEqual([['correlatedAssigned', 'Zoë Müller']]);
	});

	it('offers an unassigned user for assignment until somebody has assigned it', () => {
		const world = withAccounts();
		world.advance({ to: at('08:41') });
		expect(views.unassignedUsers(world, { app: 'byoa' })).toEqual([8]);
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [8] });
		expect(views.unassignedUsers(world, { app: 'byoa' })).toEqual([]);
		const { rows, assignable } = views.discovery(world, { app: 'byoa', category: 'unassigned' });
		expect([assignable, rows[0]!.assignedSince]).toEqual([0, true]);
	});

	it('says in words what its facts tell, and shows the request that read a page', () => {
		const world = withAccounts();
		world.advance({ to: at('08:41') });
		const { rows, report } = views.discovery(world, { app: 'byoa' });
		expect(views.why(world, { seq: report!.seq })?.chain.map(({ sentence }) => sentence)).toEqual([
			'You discovered identities in Quillpad.',
			'Account Discovery began to read all accounts of Quillpad.',
			'The discovery report of Quillpad is ready: 1 local account, 1 unassigned user, 1 assigned user.'
		]);
		expect(views.requests(world, { seq: rows[0]!.seq })).toMatchObject([
			{ method: 'GET', path: '/Users?startIndex=1&count=100', status: 200 }
		]);
	});

	it('counts in words also none and several', () => {
		const world = withAccounts();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [8] });
		world.advance({ to: at('08:41') });
		const { report } = views.discovery(world, { app: 'byoa' });
		expect(views.why(world, { seq: report!.seq })?.chain.at(-1)?.sentence).toBe(
			'The discovery report of Quillpad is ready: 1 local account, 0 unassigned users, 2 assigned users.'
		);
	});
});
