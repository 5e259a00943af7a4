import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
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

	it('count everybody whom either has, also where one has deleted somebody and hired another', () => {
		const world = running();
		world.fork(undefined, 'replaced');
		must(world, 'user.softDelete', { user: 3 });
		must(world, 'user.create', {
			attributes: { displayName: 'Uma', userPrincipalName: 'uma@contoso.com', mailNickname: 'uma' }
		});
		for (const [a, b] of [
			[0, 1],
			[1, 0]
		])
			expect(views.branchComparison(world, { a: a!, b: b! })!.systems.find(({ id }) => id === 'entra')).toMatchObject({
				differ: 2,
				of: 27
			});
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

describe('an application that only one of two branches has', () => {
	const added = (...keys: string[]) => {
		const world = running();
		const point = world.clock;
		for (const key of keys) {
			world.seek({ at: point });
			world.fork(undefined, key);
			world.advance({ by: 60_000 });
			must(world, 'app.add', { app: key });
			must(world, 'job.setScope', { app: key, mode: 'all' });
			must(world, 'job.start', { app: key });
			world.advance({ to: at('10:00') });
		}
		return world;
	};

	it('is counted with its accounts, and with none on the other', () => {
		const { systems, differences } = compare(added('slack'), { system: 'slack' });
		const slack = systems.find(({ id }) => id === 'slack')!;
		expect([slack.a, slack.b > 20, slack.differ]).toEqual([0, true, slack.b]);
		expect(differences.total).toBe(slack.b);
		expect(differences.rows[0]).toMatchObject({ a: expect.stringContaining('no account'), presence: 'b' });
	});

	it('may have the place that another one has there: whom each is linked to is told apart', () => {
		const world = added('slack', 'zoom');
		const { systems, differences } = views.branchComparison(world, { a: 1, b: 2, count: 1000 })!;
		const [slack, zoom] = ['slack', 'zoom'].map((key) => systems.find(({ id }) => id === key)!);
		expect([slack!.a > 20, slack!.b, zoom!.a, zoom!.b > 20]).toEqual([true, 0, 0, true]);
		for (const { a, b, system } of differences.rows) {
			const [here, there] = system.id === 'slack' ? [a, b] : [b, a];
			expect([here, there]).toEqual([expect.stringContaining(', linked'), expect.stringContaining('no account, not')]);
		}
	});

	it('has accounts by what they sign in with, whatever the application calls it and in whatever order they came', () => {
		const world = running();
		world.fork(undefined, 'late');
		for (const [branch, who] of [
			[1, [7, 2]],
			[0, [2, 7]]
		] as const) {
			world.branches.activate(branch);
			must(world, 'app.add', { app: 'box' });
			must(world, 'job.start', { app: 'box' });
			for (const one of who) {
				must(world, 'assign', { app: 'box', kind: 'user', who: [one] });
				world.advance({ by: 3_600_000 });
			}
		}
		expect(compare(world, { system: 'box' }).differences.rows).toEqual([]);
	});
});

describe('two people of one name in Active Directory', () => {
	it('differ each for himself', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: [] });
		const [one, other] = [...world.tables.adUsers.all()];
		const edit = (account: number, attribute: string, value: string) =>
			must(world, 'ad.edit', { account, attribute, value });
		for (const { slot } of [one!, other!]) edit(slot, 'displayName', 'Kim Lee');
		world.fork(undefined, 'changed');
		for (const { slot } of [one!, other!]) edit(slot, 'department', 'Harbour');
		const { systems, differences } = views.branchComparison(world, { a: 0, b: 1, system: 'ad' })!;
		expect(differences.rows.map(({ name }) => name)).toEqual(['Kim Lee', 'Kim Lee']);
		expect(systems.find(({ id }) => id === 'ad')!.differ).toBe(2);
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
