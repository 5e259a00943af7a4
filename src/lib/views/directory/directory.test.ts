import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';

describe('users and groups', () => {
	it('lists, searches and pages the users', () => {
		const world = running();
		const all = views.users(world, { count: 5 });
		expect(all.rows.map(({ slot }) => slot)).toEqual([0, 1, 2, 3, 4]);
		expect(all.total).toBe(all.of);
		const name = all.rows[3]!.displayName;
		expect(views.users(world, { search: name.slice(0, 6).toUpperCase() }).rows.map(({ slot }) => slot)).toContain(3);
		expect(views.users(world, { app: 'byoa' }).rows.map(({ slot }) => slot)).toEqual([2, 7, 24]);
		expect(views.users(world, { state: 'blocked' }).rows.map(({ slot }) => slot)).toContain(24);
		expect(all.rows[0]).toMatchObject({ special: true });
	});

	it('sorts users by an attribute, whoever has none last, and keeps to those that Connect feeds', () => {
		const world = running();
		must(world, 'user.edit', { user: 4, attribute: 'department', value: null });
		const departments = (descending: boolean) =>
			views.users(world, { sort: 'department', descending }).rows.map(({ department }) => department);
		const up = departments(false);
		expect(up.at(-1)).toBeNull();
		expect(departments(true).at(-1)).toBeNull();
		expect(up.slice(0, -1)).toEqual(up.slice(0, -1).toSorted());
		expect(views.users(world, { state: 'synced' }).total).toBe(0);
	});

	it('sorts groups by name or by how many are in them', () => {
		const world = running();
		const by = (sort: 'name' | 'users', descending = false) =>
			views.groups(world, { sort, descending, count: 100 }).rows.map((row) => row[sort]);
		const names = by('name').map((name) => String(name).toLowerCase());
		expect(names).toEqual(names.toSorted());
		expect(by('users', true)).toEqual(by('users').toReversed());
	});

	it('C-068, C-066: tells how a user is assigned, and from when the service sees it', () => {
		const world = changed();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [3] });
		const { assignments } = views.user(world, { user: 3 })!;
		expect(assignments).toMatchObject([{ via: null, state: 'not seen by the service yet', role: 'Default Access' }]);
		world.advance({ by: 3 * 60_000 });
		expect(views.user(world, { user: 3 })!.assignments[0]!.state).toBe('assigned');
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [3] });
		expect(views.user(world, { user: 3 })!.assignments[0]!.state).toBe('removed, still seen by the service');
		world.advance({ by: 3 * 60_000 });
		expect(views.user(world, { user: 3 })!.assignments).toEqual([]);
	});

	it('G-031, G-032: tells when dynamic rules look at a changed user, and when a new rule is evaluated', () => {
		const world = running();
		must(world, 'user.edit', { user: 3, attribute: 'department', value: 'Harbour' });
		must(world, 'group.create', { name: 'Quay', rule: 'user.department -eq "Harbour"' });
		const { slot } = views.groups(world, { search: 'Quay' }).rows[0]!;
		const due = () => [views.user(world, { user: 3 })!.evaluatesAt, views.group(world, { group: slot })!.evaluatesAt];
		expect(due()).toEqual([world.clock + 5 * 60_000, world.clock + 10 * 60_000]);
		world.advance({ by: 11 * 60_000 });
		expect(due()).toEqual([null, null]);
		expect(views.user(world, { user: 3 })!.groups.map(({ name }) => name)).toContain('Quay');
	});

	it('G-036: a blank at the end of a rule has it evaluated again', () => {
		const world = running();
		const rule = 'user.department -eq "Sales"';
		must(world, 'group.create', { name: 'Sellers', rule });
		world.advance({ by: 11 * 60_000 });
		const { slot } = views.groups(world, { search: 'Sellers' }).rows[0]!;
		const due = () => views.group(world, { group: slot })!.evaluatesAt;
		must(world, 'group.rule', { group: slot, rule: `${rule} ` });
		expect(due()).toBe(world.clock + 10 * 60_000);
	});

	it('C-069: takes a nested group for no user of the same number', () => {
		const world = running();
		must(world, 'group.create', { name: 'Quay' });
		const { slot } = views.groups(world, { search: 'Quay' }).rows[0]!;
		must(world, 'group.add', { group: slot, kind: 'group', who: [1] });
		must(world, 'group.add', { group: slot, user: 3 });
		expect(views.users(world, { group: slot }).rows.map((row) => row.slot)).toEqual([3]);
	});

	it('C-069: names the group through which an assignment comes', () => {
		const world = running();
		const { slot, name } = views.groups(world, {}).rows.find(({ users }) => users > 0)!;
		const member = views.group(world, { group: slot })!.members.rows.find(({ kind }) => kind === 'user')!;
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [slot] });
		const ways = views.user(world, { user: member.slot })!.assignments.map(({ via }) => via?.name);
		expect(ways).toContain(name);
		expect(views.group(world, { group: slot })!.assignedTo[0]!.app.key).toBe('byoa');
	});

	it('C-232: shows the accounts of a user and how each job stands to them', () => {
		const world = changed();
		expect(views.user(world, { user: 7 })!.accounts).toMatchObject([{ link: 'linked', account: { active: true } }]);
		expect(views.user(world, { user: 2 })!.accounts).toMatchObject([
			{ link: 'linked, released', account: { active: false } }
		]);
		expect(views.user(world, { user: 4 })!.accounts).toEqual([]);
	});

	it('C-226, C-227: the recycle bin names the day on which it lets go', () => {
		const world = changed();
		must(world, 'user.softDelete', { user: 7 });
		const [row] = views.deletedUsers(world, {}).rows;
		expect(row!.slot).toBe(7);
		expect(row!.purgeAt - row!.softDeletedAt!).toBe(30 * 24 * 3_600_000);
		expect(views.users(world, { count: 100 }).rows.some(({ slot }) => slot === 7)).toBe(false);
		expect(views.user(world, { user: 7 })!.purgeAt).toBe(row!.purgeAt);
	});

	it('pages the members of a group and tells nested ones apart', () => {
		const world = running();
		const groups = views.groups(world, { count: 200 }).rows;
		const nested = groups.find((row) => row.groups > 0);
		if (nested) {
			const { members } = views.group(world, { group: nested.slot, count: 200 })!;
			expect(members.rows.filter(({ kind }) => kind === 'group')).toHaveLength(nested.groups);
		}
		const dynamic = views.groups(world, { membership: 'dynamic' }).rows[0]!;
		expect(views.group(world, { group: dynamic.slot })!.rule).toMatch(/user\./);
		expect(views.group(world, { group: 9999 })).toBeNull();
	});

	it('shows a user of the past as they were then', () => {
		const world = changed();
		world.seek({ at: at('08:21') });
		expect(views.user(world, { user: 7 })!.user.department).not.toBe('Harbour');
		expect(views.user(world, { user: 2 })!.accounts).toMatchObject([{ link: 'linked' }]);
	});
});
