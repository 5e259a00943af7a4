import { describe, expect, it } from 'vitest';
import { must, running } from '../testing.fixture';
import { views } from '../index';
import { createWorld, type World } from '#lib/world';

function demanded(world: World, user: number) {
	must(world, 'job.onDemand', { app: 'byoa', object: user });
	const cycle = [...world.tables.cycles.all()].at(-1)!.slot;
	world.advance({ by: 60_000 });
	return views.onDemand(world, { cycle })!;
}

describe('provision on demand', () => {
	it('C-395, C-396, C-502: shows four steps, scope before match; the connection only when it failed', () => {
		const world = running();
		const { steps, result, running: runs } = demanded(world, 7);
		expect([result, runs]).toEqual(['Skipped', false]);
		expect(steps.map(({ title, status }) => [title, status])).toEqual([
			['Import user', 'Success'],
			['Determine if user is in scope', 'Success'],
			['Match user between source and target', 'Success'],
			['Perform action', 'Skipped']
		]);
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		expect(demanded(world, 7).steps.map(({ title, status }) => [title, status])).toEqual([
			['Test connection', 'Failure']
		]);
	});

	it('C-398, C-402: an unassigned user is skipped, and the scope step lists why', () => {
		const { steps, result } = demanded(running(), 5);
		expect(result).toBe('Skipped');
		expect(steps[1]).toMatchObject({ status: 'Skipped' });
		expect(steps[1]!.details).toEqual({
			'Active in source system': 'True',
			'Assigned to application': 'False',
			'Scope sync all': 'False',
			'User has required role': 'False',
			'Scoping filters': '{}'
		});
		expect(steps[2]!.status).toBe('Not run');
	});

	it('C-398, C-498: lists each clause of the filters also of who is in scope', () => {
		const world = running();
		const clause = (attribute: string, operator: string, value?: string) => ({ attribute, operator, value });
		must(world, 'job.saveFilter', {
			app: 'byoa',
			filter: {
				groups: [
					{ name: 'Ships', clauses: [clause('department', 'EQUALS', 'Ships')] },
					{ name: 'Mail', clauses: [clause('mail', 'IS NOT NULL'), clause('userPrincipalName', 'ENDS_WITH', 'com')] }
				]
			}
		});
		const { steps } = demanded(world, 7);
		expect(steps[1]).toMatchObject({ status: 'Success' });
		expect(JSON.parse(steps[1]!.details['Scoping filters']!)).toEqual({
			"Ships.department EQUALS 'Ships'": false,
			'Mail.mail IS NOT NULL': true,
			"Mail.userPrincipalName ENDS_WITH 'com'": true
		});
	});

	/** A company whose job matches by user name and then by employee number, with accounts that are there before. */
	function matchedBy(...accounts: { userName: string; nickName: string }[]) {
		const world = createWorld({ apps: ['byoa'] });
		for (const account of accounts)
			must(world, 'app.request', {
				app: 'byoa',
				method: 'POST',
				path: '/Users',
				what: 'An account that is there before',
				body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...account })
			});
		const job = world.sim.host.job(0);
		const { attributes } = world.sim.host.config(job.config).users;
		const nickName = {
			target: 'nickName',
			source: { type: 'Direct', attribute: 'mailNickname' },
			matchingPrecedence: 2
		};
		must(world, 'job.saveMapping', { app: 'byoa', attributes: [...attributes, nickName] });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
		world.advance({ by: 180_000 });
		return demanded(world, 7).steps[2]!;
	}

	it('C-399: the match shows each attribute in turn, and no record, the one record or the candidates', () => {
		const asked = 'userName = zoe.muller@contoso.com';
		const nickName = 'nickName = zoe.muller';
		const one = { userName: 'zm', nickName: 'zoe.muller' };
		expect(matchedBy().details).toEqual({ [asked]: 'not found', [nickName]: 'not found' });
		expect(matchedBy(one).details).toMatchObject({ [asked]: 'not found', [nickName]: 'found', userName: 'zm' });
		const several = matchedBy(one, { ...one, userName: 'zoe' });
		expect(several.status).toBe('Failure');
		expect(several.details).toEqual({
			[asked]: 'not found',
			[nickName]: '2 found',
			'Candidate 1': expect.stringMatching(/^zm \(/),
			'Candidate 2': expect.stringMatching(/^zoe \(/)
		});
	});

	it('C-406: a user or a group can be picked, a role cannot', () => {
		const world = running();
		const asked = world.do({ verb: 'job.onDemand', args: { app: 'byoa', kind: 'role', object: 0 } } as never);
		expect(asked).toMatchObject({ ok: false, message: expect.stringContaining('kind') });
	});

	it('C-400: the action shows what was exported', () => {
		const world = running();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ by: 180_000 });
		const { exported, result, row } = demanded(world, 5);
		expect(result).toBe('Success');
		expect(exported.length).toBeGreaterThan(3);
		expect(row!.row.cycleNumber).toBe('');
		expect(views.onDemand(world, { cycle: 0 })).toBeNull();
	});

	/** A group of three that is assigned, its mapping enabled, in an application that takes groups. */
	function grouped() {
		const world = running();
		must(world, 'group.create', { name: 'Harbour crew' });
		const group = world.tables.groups.next - 1;
		must(world, 'group.add', { group, kind: 'user', who: [3, 4, 5] });
		must(world, 'job.setGroupMapping', { app: 'byoa', enabled: true });
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [group] });
		world.advance({ by: 180_000 });
		must(world, 'job.stop', { app: 'byoa' });
		return { world, group };
	}

	it('C-393: a group is provisioned with the members that were picked, at most five, and no others', () => {
		const { world, group } = grouped();
		const before = [...world.tables.links.all()].length;
		must(world, 'job.onDemand', { app: 'byoa', kind: 'group', object: group, members: [3, 5] });
		const cycle = [...world.tables.cycles.all()].at(-1)!.slot;
		world.advance({ by: 60_000 });
		const run = views.onDemand(world, { cycle })!;
		expect(run).toMatchObject({ running: false, result: 'Success' });
		expect(run.steps[0]!.title).toBe('Import group');
		expect(run.members.map(({ slot, result, inGroup }) => [slot, result, inGroup])).toEqual([
			[3, 'Success', true],
			[5, 'Success', true]
		]);
		expect([...world.tables.links.all()]).toHaveLength(before + 3);
		expect([...world.tables.written.all()].map(({ member }) => member)).toEqual([3, 5]);
		const six = { app: 'byoa', kind: 'group', object: group, members: [1, 2, 3, 4, 5, 6] };
		expect(world.do({ verb: 'job.onDemand', args: six })).toMatchObject({
			ok: false,
			message: 'members: At most five members of a group can be picked.'
		});
		const stranger = { app: 'byoa', kind: 'group', object: group, members: [9] };
		expect(world.do({ verb: 'job.onDemand', args: stranger }).ok).toBe(false);
	});

	it('C-209, C-401: no group is provisioned while the mapping of groups is off', () => {
		const { world, group } = grouped();
		const args = { app: 'byoa', kind: 'group', object: group };
		must(world, 'job.setGroupMapping', { app: 'byoa', enabled: false });
		expect(world.do({ verb: 'job.onDemand', args })).toEqual({
			ok: false,
			message: 'The mapping of groups is not enabled.'
		});
		must(world, 'job.setGroupMapping', { app: 'byoa', enabled: true });
		expect(world.do({ verb: 'job.onDemand', args })).toMatchObject({ ok: true });
	});

	it('C-407: a group that is nested below an assigned group cannot be chosen', () => {
		const { world, group } = grouped();
		must(world, 'group.create', { name: 'Night watch' });
		const nested = world.tables.groups.next - 1;
		must(world, 'group.add', { group, kind: 'group', who: [nested] });
		const args = { app: 'byoa', kind: 'group', object: nested };
		expect(world.do({ verb: 'job.onDemand', args })).toEqual({
			ok: false,
			message:
				'Night watch is nested in Harbour crew and is not itself assigned: nested groups cannot be provisioned on demand.'
		});
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [nested] });
		world.advance({ by: 180_000 });
		expect(world.do({ verb: 'job.onDemand', args })).toMatchObject({ ok: true });
	});
});
