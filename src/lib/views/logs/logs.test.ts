import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';

describe('the provisioning log', () => {
	it('C-476, C-481: one row for each object of a cycle, newest first, in the portal’s words', () => {
		const world = changed();
		const { rows, total, of } = views.logs(world, { app: 'byoa' });
		expect(rows.map((row) => [row.object.slot, row.action, row.status, row.code, row.cycleNumber])).toEqual([
			[2, 'Disable', 'Success', '', '2'],
			[7, 'Update', 'Success', '', '2'],
			[24, 'Create', 'Skipped', 'NotEffectivelyEntitled', '1'],
			[7, 'Create', 'Success', '', '1'],
			[2, 'Create', 'Success', '', '1']
		]);
		expect([total, of]).toEqual([5, 5]);
		expect(rows[0]).toMatchObject({ targetSystem: 'customappsso', sourceSystem: 'Microsoft Entra ID', rule: 'C-178' });
	});

	it('narrows by cycle, status, action, identity and time', () => {
		const world = changed();
		const slots = (args: Parameters<typeof views.logs>[1]) =>
			views.logs(world, args).rows.map(({ object }) => object.slot);
		expect(slots({ status: ['Skipped'] })).toEqual([24]);
		expect(slots({ action: ['Create', 'Disable'] })).toEqual([2, 24, 7, 2]);
		expect(slots({ action: ['Create'], status: ['Success'] })).toEqual([7, 2]);
		expect(slots({ cycle: 0 })).toEqual([24, 7, 2]);
		expect(slots({ code: 'NotEffectivelyEntitled' })).toEqual([24]);
		expect(slots({ code: 'EntryConflict' })).toEqual([]);
		expect(slots({ since: at('09:00') })).toEqual([2, 7]);
		expect(slots({ until: at('08:59') })).toEqual([24, 7, 2]);
		const { displayName } = views.users(world, { count: 30 }).rows[7]!;
		expect(slots({ identity: displayName.slice(1).toUpperCase() })).toEqual([7, 7]);
		expect(slots({ object: { kind: 'user', slot: 2 } })).toEqual([2, 2]);
	});

	it('hands out a window and sorts by a column', () => {
		const world = changed();
		const page = views.logs(world, { from: 1, count: 2 });
		expect(page.rows.map(({ object }) => object.slot)).toEqual([7, 24]);
		expect(page.total).toBe(5);
		const sorted = views.logs(world, { sort: 'action', descending: false }).rows;
		expect(sorted.map(({ action }) => action)).toEqual(['Create', 'Create', 'Create', 'Update', 'Disable']);
		const names = views.logs(world, { sort: 'identity', descending: false }).rows.map(({ identity }) => identity);
		expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
	});

	it('C-107, C-163, C-188, C-192: a skip names the action that is left out, and Other where there is none', () => {
		const world = running({ apps: ['byoa', 'slack'] });
		const newest = (app: string) => {
			const [row] = views.logs(world, { app }).rows;
			return [row?.action, row?.status, row?.code, row?.rule];
		};
		const actions = { app: 'byoa', create: false, update: true, delete: false };
		must(world, 'job.setActions', actions);
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [8] });
		must(world, 'user.softDelete', { user: 7 });
		world.advance({ to: at('09:05') });
		expect(newest('byoa')).toEqual(['Create', 'Skipped', 'SimCreateDisabled', 'C-163']);
		must(world, 'user.purge', { user: 7 });
		world.advance({ to: at('10:00') });
		expect(newest('byoa')).toEqual(['Delete', 'Skipped', 'SimDeleteDisabled', 'C-188']);
		must(world, 'user.edit', { user: 2, attribute: 'otherMails', value: 'unmapped' });
		world.advance({ to: at('10:40') });
		expect(newest('byoa')).toEqual(['Other', 'Skipped', 'RedundantExport', 'C-175']);

		must(world, 'user.edit', { user: 2, attribute: 'displayName', value: 'sales@emea' });
		must(world, 'assign', { app: 'slack', kind: 'user', who: [2] });
		world.advance({ by: 180_000 });
		must(world, 'job.start', { app: 'slack' });
		world.advance({ by: 180_000 });
		expect(newest('slack')).toEqual(['Create', 'Skipped', 'AttributeValidationFailed', 'C-192']);
	});

	it('C-199, C-204: a group that loses its place while Delete is off stays, because Delete is off', () => {
		const world = running({ groupMapping: true });
		const actions = { app: 'byoa', object: 'groups', create: true, delete: false };
		const group = world.tables.groups.next;
		must(world, 'group.create', { name: 'Divers' });
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [group] });
		world.advance({ by: 180_000 });
		must(world, 'job.setActions', { ...actions, update: true });
		world.advance({ by: 180_000 });
		must(world, 'unassign', { app: 'byoa', kind: 'group', who: [group] });
		for (const update of [true, false]) {
			world.advance({ by: 180_000 });
			must(world, 'job.setActions', { ...actions, update });
			world.advance({ by: 180_000 });
			const [row] = views.logs(world, { object: { kind: 'group', slot: group } }).rows;
			expect([row?.action, row?.status, row?.code, row?.rule]).toEqual([
				'Delete',
				'Skipped',
				'SimDeleteDisabled',
				'C-204'
			]);
		}
	});

	it('C-523: leaves out skipped objects that are neither assigned nor linked unless asked', () => {
		const world = running();
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [24] });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ to: at('09:01') });
		expect(views.logs(world, {}).hidden).toBe(2);
		const shown = views.logs(world, {}).total;
		expect(views.logs(world, { includeHidden: true }).total).toBe(shown + 2);
	});

	it('shows of the past what was known then', () => {
		const world = changed();
		world.seek({ at: at('08:30') });
		expect(views.logs(world, {}).total).toBe(3);
		world.back();
		expect(views.logs(world, {}).total).toBe(5);
	});

	it('follows a branch that leaves the past and comes back', () => {
		const world = changed();
		expect(views.logs(world, {}).total).toBe(5);
		world.seek({ at: at('08:21') });
		must(world, 'user.edit', { user: 7, attribute: 'displayName', value: 'Somebody Else' });
		world.advance({ to: at('09:01') });
		const rows = views.logs(world, {}).rows.map(({ identity, action }) => [identity, action]);
		expect(rows[0]).toEqual(['Somebody Else', 'Update']);
		expect(rows.length).toBe(5 - 1);
		world.branches.activate(0);
		expect(views.logs(world, {}).rows[0]).toMatchObject({ action: 'Disable' });
		expect(views.logs(world, {}).rows.some(({ identity }) => identity === 'Somebody Else')).toBe(false);
	});

	it('keeps the name that an object had when its row was written', () => {
		const world = changed();
		const before = views.logs(world, { object: { kind: 'user', slot: 7 } }).rows[0]!.identity;
		must(world, 'user.edit', { user: 7, attribute: 'displayName', value: 'Renamed Later' });
		world.advance({ to: at('09:45') });
		const names = views.logs(world, { object: { kind: 'user', slot: 7 } }).rows.map(({ identity }) => identity);
		expect(names).toEqual(['Renamed Later', before, before]);
	});

	it('are those of the branch that is open, also where another one has as many facts', () => {
		const world = running();
		world.fork();
		const names = [0, 1].map((branch) => {
			world.branches.activate(branch);
			must(world, 'user.edit', { user: [2, 7][branch]!, attribute: 'department', value: 'Yard' });
			world.advance({ to: at('09:01') });
			return views.logs(world, {}).rows[0]!.identity;
		});
		expect(world.branches.list.length).toBe(2);
		expect(names[0]).not.toBe(names[1]);
	});
});
