import { describe, expect, it } from 'vitest';
import { createWorld, type Verb, type World } from '../index';

const world = (): World => createWorld({ apps: ['byoa'] });
const act = (it: World, verb: Verb, args: object) => it.do({ verb, args: args as never });

function made(it: World, args: { name: string; unified?: boolean; rule?: string; description?: string }): number {
	expect(act(it, 'group.create', args)).toMatchObject({ ok: true });
	return it.tables.groups.next - 1;
}

const members = (it: World, group: number) =>
	it.tables.membersByGroup.get(group).map((row) => {
		const { kind, member } = it.tables.members.get(row)!;
		return `${kind} ${member}`;
	});

describe('members of a group', () => {
	it('C-158: adds many at once, as one command that one undo takes back, and each only once', () => {
		const it = world();
		const group = made(it, { name: 'Harbour crew', description: 'Who works at the quay.' });
		expect(it.tables.groups.get(group)!.attrs.description).toBe('Who works at the quay.');
		const commands = it.tables.commands.next;
		expect(act(it, 'group.add', { group, kind: 'user', who: [2, 3, 3] })).toMatchObject({ ok: true });
		expect(act(it, 'group.add', { group, kind: 'user', who: [3, 4] })).toMatchObject({ ok: true });
		expect(members(it, group)).toEqual(['user 2', 'user 3', 'user 4']);
		expect(it.tables.commands.next - commands).toBe(2);
		expect(act(it, 'group.add', { group, kind: 'user', who: [2, 4] })).toMatchObject({ ok: false });
		expect(act(it, 'group.add', { group, user: 2 })).toMatchObject({ message: 'The user is a member already.' });
		expect(act(it, 'group.remove', { group, kind: 'user', who: [2, 4, 9] })).toMatchObject({ ok: true });
		expect(members(it, group)).toEqual(['user 3']);
	});

	it('nests a security group, and neither itself nor a Microsoft 365 group', () => {
		const it = world();
		const [parent, child] = [made(it, { name: 'Parent' }), made(it, { name: 'Child' })];
		const unified = made(it, { name: 'Team', unified: true });
		expect(act(it, 'group.add', { group: parent, kind: 'group', who: [child] })).toMatchObject({ ok: true });
		expect(members(it, parent)).toEqual([`group ${child}`]);
		for (const [group, one, why] of [
			[parent, parent, /cannot be a member of itself/],
			[parent, unified, /Adding a Microsoft 365 group to another group/],
			[unified, child, /Adding groups to a Microsoft 365 group/]
		] as const)
			expect(act(it, 'group.add', { group, kind: 'group', who: [one] })).toMatchObject({
				ok: false,
				message: expect.stringMatching(why)
			});
	});

	it('C-237: a Microsoft 365 group waits 30 days in the recycle bin, out of scope, and can come back', () => {
		const it = createWorld({ apps: ['byoa'], groupMapping: true });
		const group = made(it, { name: 'Team', unified: true });
		act(it, 'group.add', { group, kind: 'user', who: [3] });
		act(it, 'job.setScope', { app: 'byoa', mode: 'all' });
		act(it, 'job.start', { app: 'byoa' });
		it.advance({ by: 3_600_000 });
		const inApp = () =>
			[...it.tables.accounts.all()].some(({ resource }) => JSON.stringify(resource).includes('"Team"'));
		expect(inApp()).toBe(true);

		expect(act(it, 'group.delete', { group })).toMatchObject({ ok: true });
		expect(act(it, 'group.rename', { group, name: 'Crew' })).toMatchObject({
			message: 'Team is deleted. Restore the group first.'
		});
		it.advance({ by: 3_600_000 });
		expect(inApp()).toBe(false);
		expect(it.tables.membersByGroup.get(group)).toHaveLength(1);

		expect(act(it, 'group.restore', { group })).toMatchObject({ ok: true });
		it.advance({ by: 3_600_000 });
		expect(inApp()).toBe(true);

		// The thirty days count from this deletion, not from the one that was taken back.
		act(it, 'group.delete', { group });
		it.advance({ by: 30 * 86_400_000 - 1000 });
		expect(it.tables.groups.get(group)).not.toBe(null);
		it.advance({ by: 86_400_000 });
		expect(it.tables.groups.get(group)).toBe(null);
		expect(it.tables.membersByGroup.get(group)).toHaveLength(0);
	});

	it('C-236: a deleted group leaves the groups that it was nested in', () => {
		const it = world();
		const [parent, child] = [made(it, { name: 'Parent' }), made(it, { name: 'Child' })];
		act(it, 'group.add', { group: parent, kind: 'group', who: [child] });
		expect(act(it, 'group.delete', { group: child })).toMatchObject({ ok: true });
		expect(members(it, parent)).toEqual([]);
	});

	it('G-030: the members of a dynamic group cannot be added or removed by hand', () => {
		const it = world();
		const group = made(it, { name: 'Sales', rule: 'user.department -eq "Sales"' });
		for (const verb of ['group.add', 'group.remove'] as const)
			expect(act(it, verb, { group, kind: 'user', who: [1] })).toMatchObject({
				message: 'The members of a dynamic group are set by its rule.'
			});
	});
});

describe('a rule that asks for memberships', () => {
	const asking = (it: World, ...groups: number[]) =>
		`user.memberOf -any (group.objectId -in [${groups.map((slot) => `'${it.tables.groups.get(slot)!.id}'`).join(', ')}])`;

	it('G-041: who joins a source group follows, who leaves it stays until the rule is edited, and no such group is a source', () => {
		const it = world();
		const source = made(it, { name: 'Source' });
		act(it, 'group.add', { group: source, kind: 'user', who: [7, 8] });
		const rule = asking(it, source);
		const group = made(it, { name: 'Followers', rule });
		it.advance({ by: 660_000 });
		expect(members(it, group)).toEqual(['user 7', 'user 8']);
		act(it, 'group.remove', { group: source, user: 7 });
		act(it, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Pilot' });
		act(it, 'group.add', { group: source, user: 10 });
		it.advance({ by: 240_000 });
		expect(members(it, group)).toEqual(['user 7', 'user 8']);
		it.advance({ by: 120_000 });
		expect(members(it, group)).toEqual(['user 7', 'user 8', 'user 10']);

		const chained = { ok: false, message: expect.stringContaining('cannot be chained') as string };
		const name = 'Next';
		expect(act(it, 'group.create', { name, rule: asking(it, group) })).toMatchObject(chained);
		expect(act(it, 'group.rule', { group: source, rule: asking(it, made(it, { name })) })).toMatchObject(chained);
		expect(act(it, 'group.rule', { group, rule: asking(it, group) })).toMatchObject(chained);

		expect(act(it, 'group.rule', { group, rule: `${rule} ` })).toMatchObject({ ok: true });
		it.advance({ by: 660_000 });
		expect(members(it, group)).toEqual(['user 8', 'user 10']);
	});

	it.each([
		[
			'C-188',
			{ verb: 'job.setActions', args: { app: 'byoa', object: 'groups', create: true, update: true, delete: false } }
		],
		['C-196, C-255', { verb: 'job.setThreshold', args: { app: 'byoa', threshold: 0 } }]
	] as const)('%s: a deleted group that stays in the application keeps its members there', (_rules, keep) => {
		const world = createWorld({ apps: ['byoa'], groupMapping: true });
		const minute = 60_000;
		const group = world.tables.groups.next;
		const give = (command: Parameters<typeof world.do>[0]) => expect(world.do(command)).toMatchObject({ ok: true });
		const members = () => [...world.tables.accounts.all()].filter(({ resource }) => resource.type === 'Member').length;
		give({ verb: 'group.create', args: { name: 'Divers' } });
		give({ verb: 'group.add', args: { group, kind: 'user', who: [2, 7] } });
		give({ verb: 'assign', args: { app: 'byoa', kind: 'group', who: [group] } });
		world.advance({ by: 3 * minute });
		give({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 10 * minute });
		give(keep);
		world.advance({ by: 10 * minute });
		expect(members()).toBe(2);
		give({ verb: 'group.delete', args: { group } });
		world.advance({ by: 50 * minute });
		expect(members()).toBe(2);
	});

	const nope = {
		groups: [{ name: 'Nobody', clauses: [{ attribute: 'displayName', operator: 'EQUALS', value: 'Nobody' }] }]
	};
	const keeps = [
		['C-182', { verb: 'job.setSecret', args: { app: 'byoa', key: 'SkipOutOfScopeDeletions', value: 'True' } }],
		[
			'C-558',
			{ verb: 'job.setActions', args: { app: 'byoa', object: 'groups', create: true, update: true, delete: false } }
		],
		['C-196', { verb: 'job.setThreshold', args: { app: 'byoa', threshold: 0 } }]
	] as const;
	const losses = [
		['unassigned', { verb: 'unassign', args: { app: 'byoa', kind: 'group', who: [] } }],
		['filtered out', { verb: 'job.saveFilter', args: { app: 'byoa', object: 'groups', filter: nope } }]
	] as const;
	it.each(keeps.flatMap(([rule, keep]) => losses.map(([loss, lose]) => [rule, loss, keep, lose] as const)))(
		'%s: a group that is %s but stays in the application gets and loses no members there',
		(_rule, _loss, keep, lose) => {
			const world = createWorld({ apps: ['byoa'], groupMapping: true });
			const minute = 60_000;
			const group = world.tables.groups.next;
			const give = (command: Parameters<typeof world.do>[0]) => expect(world.do(command)).toMatchObject({ ok: true });
			const written = () => [...world.tables.written.all()].map(({ member }) => member).sort();
			give({ verb: 'group.create', args: { name: 'Divers' } });
			give({ verb: 'group.add', args: { group, kind: 'user', who: [2, 7] } });
			give({ verb: 'assign', args: { app: 'byoa', kind: 'group', who: [group] } });
			give({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 3, 7] } });
			world.advance({ by: 3 * minute });
			give({ verb: 'job.start', args: { app: 'byoa' } });
			world.advance({ by: 10 * minute });
			give(keep);
			world.advance({ by: 50 * minute });
			expect(written()).toEqual([2, 7]);
			give({ verb: 'group.add', args: { group, kind: 'user', who: [3] } });
			give({ verb: 'group.remove', args: { group, kind: 'user', who: [7] } });
			give(lose.verb === 'unassign' ? { ...lose, args: { ...lose.args, who: [group] } } : lose);
			world.advance({ by: 50 * minute });
			expect(written()).toEqual([2, 7]);
		}
	);
});
