import { describe, expect, it } from 'vitest';
import { views } from '../index';
import { at, must, running } from '../testing.fixture';

/** main unassigned Ada and changed Ben at 08:30; the branch blocked Ben then. */
function parted() {
	const world = running();
	world.advance({ to: at('08:30') });
	must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
	must(world, 'user.edit', { user: 7, attribute: 'department', value: 'Harbour' });
	world.advance({ to: at('10:00') });
	world.seek({ at: at('08:25') });
	world.fork(undefined, 'blocked');
	world.advance({ to: at('08:30') });
	must(world, 'user.block', { user: 7 });
	world.advance({ to: at('10:00') });
	return world;
}

const compare = (world: ReturnType<typeof parted>, more = {}) =>
	views.branchComparison(world, { a: 0, b: 1, ...more })!;

describe('two branches', () => {
	it('differ person by person and system by system, each by the command that made it', () => {
		const { differences, fork, a, b } = compare(parted());
		expect(fork).toBeLessThan(at('08:30'));
		expect([a.name, b.name]).toEqual(['main', 'blocked']);
		const told = differences.rows.map(({ system, a, b, values, because }) => [
			system.id,
			a,
			b,
			values.map(({ name }) => name),
			because.map(({ side, text }) => `${side}: ${text.split(' ')[0]}`)
		]);
		expect(told).toContainEqual([
			'entra',
			'active',
			'sign-in blocked',
			expect.arrayContaining(['department', 'accountEnabled']),
			expect.arrayContaining([expect.stringMatching(/^a:/), expect.stringMatching(/^b:/)])
		]);
		const ben = differences.rows.find(({ system, user }) => system.id === 'byoa' && user === 7)!;
		expect([ben.a, ben.b]).toEqual(['active', 'inactive']);
		const ada = differences.rows.find(({ system, user }) => system.id === 'byoa' && user === 2)!;
		expect(ada.a).toContain('not assigned');
		expect(ada.because.map(({ text }) => text)).toEqual([expect.stringContaining('nassign')]);
	});

	it('count what differs of all that either has', () => {
		const { systems, differences } = compare(parted());
		const byoa = systems.find(({ id }) => id === 'byoa')!;
		expect(byoa).toMatchObject({ a: 2, b: 2, of: 2, differ: 2 });
		expect(systems.find(({ id }) => id === 'entra')).toMatchObject({ a: 26, b: 26, of: 26, differ: 1 });
		expect(differences.of).toBe(3);
	});

	it('list the commands that only one of them has, the first that differ first', () => {
		const { a, b, causes } = compare(parted());
		expect(a.own.map(({ text }) => text)).toHaveLength(2);
		expect(b.own.map(({ text }) => text)).toHaveLength(1);
		expect(a.commands - a.ownTotal).toBe(b.commands - b.ownTotal);
		expect(causes.reduce((sum, one) => sum + one.differences, 0)).toBeGreaterThanOrEqual(3);
	});

	it('blame a command for nothing that differs only because one of them has come further in time', () => {
		const world = running();
		world.seek({ at: at('08:20') });
		world.fork(undefined, 'shorter');
		const group = [...world.tables.groups.all()].find(({ membership }) => membership !== 'dynamic')!;
		const { member: user } = [...world.tables.members.all()].find(
			({ group: of, kind }) => of === group.slot && kind === 'user'
		)!;
		must(world, 'group.remove', { group: group.slot, kind: 'user', who: [user] });
		const found = compare(world);
		expect(found.causes).toMatchObject([{ side: 'b', differences: 1 }]);
		expect(found.uncaused).toBe(found.differences.of - 1);
		expect(found.uncaused).toBeGreaterThan(0);
	});

	it('do not differ where they part, nor from themselves', () => {
		const world = parted();
		expect(compare(world, { at: at('08:25') }).differences.of).toBe(0);
		expect(compare(world, { b: 0 }).differences.of).toBe(0);
	});

	it('may give one place to two people: they are told apart by name', () => {
		const world = running();
		world.advance({ to: at('08:30') });
		const hire = (name: string) =>
			must(world, 'user.create', {
				attributes: { displayName: name, userPrincipalName: `${name.toLowerCase()}@contoso.com`, mailNickname: name }
			});
		hire('Uma');
		hire('Vic');
		world.seek({ at: at('08:25') });
		world.fork();
		hire('Vic');
		const { differences, systems } = compare(world);
		expect(differences.rows.map(({ name, presence }) => [name, presence])).toContainEqual(['Uma', 'a']);
		expect(differences.rows.filter(({ name, presence }) => name === 'Vic' && presence !== 'both')).toEqual([]);
		expect(systems.find(({ id }) => id === 'entra')).toMatchObject({ a: 28, b: 27, of: 28 });
	});

	it('are compared without going to either: neither place nor fingerprint changes', () => {
		const world = parted();
		world.seek({ at: at('09:00') });
		const before = [world.fingerprint(), world.clock, world.branches.live];
		compare(world);
		expect([world.fingerprint(), world.clock, world.branches.live]).toEqual(before);
	});

	it('answer nothing for a branch that is not there', () => {
		expect(views.branchComparison(parted(), { a: 0, b: 9 })).toBeNull();
	});
});

describe('memberships inside an application', () => {
	it('differ by the member: a group that one branch has filled and the other has not', () => {
		const world = running();
		const group = [...world.tables.groups.all()].find(
			({ securityEnabled, membership }) => securityEnabled && membership !== 'dynamic'
		)!;
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [group.slot] });
		must(world, 'job.setGroupMapping', { app: 'byoa', enabled: true });
		must(world, 'group.add', { group: group.slot, kind: 'user', who: [2, 7] });
		world.advance({ to: at('11:00') });
		world.seek({ at: at('10:30') });
		world.fork(undefined, 'emptied');
		must(world, 'group.remove', { group: group.slot, kind: 'user', who: [7] });
		world.advance({ to: at('12:30') });
		const rows = views.branchComparison(world, { a: 0, b: 1, system: 'byoa' })!.differences.rows;
		const ben = rows.find(({ user }) => user === 7)!;
		expect(ben.values).toContainEqual({ name: expect.stringMatching(/^member of /) as string, a: 'yes', b: 'no' });
		expect(rows.find(({ user }) => user === 2)).toBeUndefined();
	});

	it('are said of each branch where nothing else of somebody differs', () => {
		const world = running();
		const groups = [...world.tables.groups.all()].filter(({ membership }) => membership !== 'dynamic').slice(0, 3);
		const isIn = (user: number) => (member: { group: number; kind: string; member: number }) =>
			member.kind === 'user' && member.member === user && groups.some(({ slot }) => slot === member.group);
		const members = [...world.tables.members.all()];
		const [one, many] = [...world.tables.users.all()].filter(({ slot }) => !members.some(isIn(slot)));
		world.advance({ to: at('08:30') });
		world.fork(undefined, 'grouped');
		must(world, 'group.add', { group: groups[0]!.slot, kind: 'user', who: [one!.slot] });
		for (const { slot } of groups) must(world, 'group.add', { group: slot, kind: 'user', who: [many!.slot] });
		const { rows } = views.branchComparison(world, { a: 0, b: 1, system: 'entra' })!.differences;
		const of = (user: number) => rows.find((row) => row.user === user)!;
		const name = String(groups[0]!.attrs.displayName);
		expect([of(one!.slot).a, of(one!.slot).b]).toEqual([`not a member of ${name}`, `member of ${name}`]);
		expect(of(many!.slot).a).toBe('member of 0 of the 3 groups that differ');
		expect(of(many!.slot).b).toBe('member of 3 of the 3 groups that differ');
	});
});
