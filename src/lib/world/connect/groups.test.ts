import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { act, at, connectRun, hybrid } from '../testing/hybrid';

const slotOf = (world: World, name: string) =>
	[...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === name)?.slot;
const membersOf = (world: World, name: string) =>
	world.tables.membersByGroup.get(slotOf(world, name)!).map((row) => world.tables.members.get(row)!.member);
const said = (world: World, verb: string, args: object) => {
	const done = world.do({ verb, args } as never);
	return done.ok ? 'done' : done.message;
};
const newcomer = {
	cn: 'Lena Fischer',
	givenName: 'Lena',
	sn: 'Fischer',
	userPrincipalName: 'Lena.Fischer@contoso.com',
	parentDistinguishedName: 'OU=Seattle,OU=Users,DC=contoso,DC=com'
};

describe('groups of Active Directory', () => {
	it('H-433: come through Connect with their members, change with them, and go', () => {
		const world = hybrid();
		act(world, '08:15', 'ad.group.create', { name: 'Harbour Team', members: [5, 7] });
		expect(slotOf(world, 'Harbour Team')).toBeUndefined();
		expect(connectRun(world, '08:40')).toEqual(['create 2']);
		expect(membersOf(world, 'Harbour Team')).toEqual([5, 7]);
		expect(connectRun(world, '09:10')).toEqual([]);
		act(world, '09:45', 'ad.group.members', { group: 2, add: [8], remove: [5] });
		expect(connectRun(world, '10:10')).toEqual(['update 2']);
		expect(membersOf(world, 'Harbour Team').toSorted()).toEqual([7, 8]);
		act(world, '10:41', 'ad.group.delete', { group: 2 });
		expect(connectRun(world, '11:10')).toEqual(['delete 2']);
		expect(slotOf(world, 'Harbour Team')).toBeUndefined();
	});

	it('H-433: one that is assigned to an application provisions its members there', () => {
		const world = createWorld({ preset: 'hybrid', apps: ['byoa'] });
		act(world, '08:15', 'ad.group.create', { name: 'Harbour Team', members: [7] });
		world.advance({ to: at('08:45') });
		act(world, '08:46', 'assign', { app: 'byoa', kind: 'group', who: [slotOf(world, 'Harbour Team')!] });
		act(world, '09:00', 'job.start', { app: 'byoa' });
		world.advance({ to: at('09:10') });
		act(world, '09:15', 'ad.group.members', { group: 2, add: [8] });
		world.advance({ to: at('11:00') });
		const job = world.tables.jobsByApp.first(world.tables.appsByKey.first('byoa')!)!;
		const isLinked = (user: number) => world.sim.host.link(job, 'user', user) !== null;
		expect([7, 8, 9].map(isLinked)).toEqual([true, true, false]);
	});

	it('H-433: a member whom the tenant does not have yet joins in the run after the user', () => {
		const world = hybrid();
		act(world, '08:15', 'ad.group.create', { name: 'Harbour Team', members: [7] });
		world.advance({ to: at('08:45') });
		act(world, '09:00', 'connect.ouFilter', { unit: 'OU=Seattle', on: false });
		act(world, '09:01', 'connect.run', { kind: 'initial' });
		act(world, '09:05', 'ad.create', { attributes: newcomer });
		const account = world.tables.adUsers.next - 1;
		act(world, '09:06', 'ad.group.members', { group: 2, add: [account] });
		world.advance({ to: at('09:50') });
		expect(membersOf(world, 'Harbour Team')).toEqual([7]);
		act(world, '10:00', 'connect.ouFilter', { unit: 'OU=Seattle', on: true });
		act(world, '10:01', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('10:45') });
		expect(membersOf(world, 'Harbour Team')).toHaveLength(2);
	});

	it('H-433: is not changed in the cloud, and leaves with its accounts', () => {
		const world = hybrid();
		act(world, '08:15', 'ad.group.create', { name: 'Harbour Team', members: [5, 7] });
		world.advance({ to: at('08:45') });
		const group = slotOf(world, 'Harbour Team')!;
		const refused = 'refused: mastered on-premises';
		expect(said(world, 'group.add', { group, user: 8 })).toBe(refused);
		expect(said(world, 'group.rename', { group, name: 'X' })).toBe(refused);
		expect(said(world, 'group.delete', { group })).toBe(refused);
		act(world, '08:50', 'ad.delete', { account: 5 });
		world.advance({ to: at('09:15') });
		expect(membersOf(world, 'Harbour Team')).toEqual([7]);
	});

	it('H-308: built-in groups stay on the premises, and are not changed by hand', () => {
		const world = hybrid();
		world.advance({ to: at('09:15') });
		const names = [...world.tables.adGroups.all()].map(({ attrs }) => String(attrs.displayName));
		expect(names).toEqual(['Domain Admins', 'Domain Users']);
		expect(names.map((name) => slotOf(world, name))).toEqual([undefined, undefined]);
		expect(said(world, 'ad.group.members', { group: 0, add: [5] })).toContain('Built-in');
	});

	it('refuses a name that is in use, a member that is not there, and a change that is none', () => {
		const world = hybrid();
		expect(said(world, 'ad.group.create', { name: 'domain users' })).toContain('EntryAlreadyExists');
		expect(said(world, 'ad.group.create', { name: '  ' })).toContain('A group needs a name.');
		expect(said(world, 'ad.group.create', { name: 'X', members: [5555] })).toContain('no account 5555');
		expect(said(world, 'ad.group.create', { name: 'X', members: [5] })).toBe('done');
		expect(said(world, 'ad.group.members', { group: 2, add: [5] })).toBe('Nothing was changed.');
		expect(said(world, 'ad.group.delete', { group: 9 })).toContain('There is no group 9');
		expect(said(createWorld(), 'ad.group.create', { name: 'X' })).toContain('no Active Directory');
	});
});
