import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { exportSchema } from '../schema-json';
import { passes } from './passes.fixture';
import { must } from './played.fixture';

const usersOf = ({ sim, tables }: World) => sim.host.config(tables.jobs.get(0)!.config).users;
const only = (attribute: string, value: string) => [{ clauses: [{ attribute, operator: 'EQUALS', value }] }];

/** Imports the job's own schema, with a filter that is applied while reading. */
function readOnly(world: World, inputFilterGroups: ReturnType<typeof only>): void {
	const side = (name: string) => ({ id: name, name, objects: { users: { name: 'User', attributes: [] } } });
	const text = exportSchema({
		id: 'j',
		version: 'v',
		ruleId: 'r',
		source: side('Microsoft Entra ID'),
		target: side('customappsso'),
		mappings: { users: { ...usersOf(world), filter: { inputFilterGroups } }, groups: null }
	});
	const schema = JSON.stringify({ ...(JSON.parse(text) as object), directories: undefined });
	must(world, 'job.saveSchema', { app: 'byoa', schema });
}

/** Whose accounts are active. */
const active = ({ sim, tables }: World) =>
	tables.linksByJob
		.get(0)
		.map((slot) => tables.links.get(slot)!)
		.filter(({ targetId }) => sim.apps.of(0).store.get(targetId)?.data.active === true)
		.map(({ source }) => source);

describe('who is in scope', () => {
	it('C-068, C-069, C-277: members of an assigned group count, members of a group nested in it do not', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Sales-All)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [5 6]`));

	it('C-075: somebody assigned by several paths leaves scope with the last of them', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 5)
do 08:12 assign(byoa, Sales-All)
do 08:20 start(byoa)
do 08:30 unassign(byoa, Sales-All)
=> 09:00 byoa inc: skip 1 [5]; disable 1 [6]
do 09:10 unassign(byoa, 5)
=> 09:40 byoa inc: disable 1 [5]`));

	it('C-066: the service sees an assignment two minutes after it was made', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:59 assign(byoa, 8)
=> 09:00 byoa inc: none
=> 09:40 byoa inc: create 1 [8]`));

	it('C-066: at the end of the second minute, and not before', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:58 assign(byoa, 8)
do 08:58 unassign(byoa, 7)
do 08:59 assign(byoa, 9)
=> 09:00 byoa inc: create 1 [8]; disable 1 [7]
do 09:39 unassign(byoa, 8)
=> 09:40 byoa inc: create 1 [9]
=> 10:20 byoa inc: disable 1 [8]`));

	it('C-142: who is assigned once more with the same role has not changed', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 assign(byoa, 7)
=> 09:00 byoa inc: none
do 09:10 assign(byoa, 7, role=User)
=> 09:40 byoa inc: skip 1 [7]`));

	it('C-076, C-092: sync-all takes every active user without an assignment, guests too', () =>
		passes(`world cloud-only
do 08:13 setScope(byoa, all)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 25 [0-23 G1]; skip 1 [24]
?? 08:24 app(byoa, G1).userName = "sam@adatum.com"`));

	it('C-079, C-081: clauses are joined by AND, and passing them does not replace an assignment', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 3 5 18)
do 08:15 saveFilter(byoa, department EQUALS "Sales" AND jobTitle EQUALS "VP Sales")
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [3]; skip 2 [5 18]`));

	it('C-083, C-084: an empty attribute fails every clause, and EQUALS is case-sensitive', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 3 17)
do 08:15 saveFilter(byoa, department NOT EQUALS "sales")
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [3]; skip 1 [17]
?? 08:21 log(byoa, 17).clause = "department NOT EQUALS sales: false"`));

	it('C-087, C-107, C-169: somebody blocked is neither created nor matched', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com")
do 08:11 block(7)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [7]
?? 08:21 log(byoa, 7).reason = "NotEffectivelyEntitled"
?? 08:21 app(byoa, 7) = absent
?? 08:21 app(byoa).accounts = 1
do 08:30 unblock(7)
=> 09:00 byoa inc: update 1 [7]`));

	it('C-089, C-090, C-387: a changed scope mode waits for a restart', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:50 setScope(byoa, all)
=> 09:00 byoa inc: none
do 09:05 restart(byoa)
=> 09:05 byoa initial: create 24 [0-6 8-23 G1]; skip 2 [7 24]
do 09:50 setScope(byoa, assigned)
=> 10:25 byoa inc: none
do 10:30 restart(byoa)
=> 10:30 byoa initial: skip 1 [7]; disable 24 [0-6 8-23 G1]`));

	it('C-240: in sync-all mode unassigning somebody changes nothing', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:13 setScope(byoa, all)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 app(byoa, 7).active = true`));

	it('C-019: before August 2020 an old configuration skips the default role', () =>
		passes(`world cloud-only start=2020-03-02
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [7]
?? 08:21 log(byoa, 7).reason = "NotEffectivelyEntitled"
do 08:30 assign(byoa, 7, role="User")
=> 09:00 byoa inc: create 1 [7]`));

	it('C-143, C-152: objects without a change are not looked at, changed ones outside the scope leave no visible row', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 edit(entra, 1, jobTitle, "A")
do 08:41 app.edit(byoa, 7, title, "drifted")
=> 09:00 byoa inc: none
?? 09:01 app(byoa, 7).title = "drifted"`));

	it('G-031, G-043, C-065, C-074: who leaves a dynamic group is deprovisioned after its evaluation and the next cycle', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Pilot-W2-Sales)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 6 [3 5 6 7 8 9]
do 08:50 edit(entra, 7, department, "IT")
?? 08:56 member(Pilot-W2-Sales, 7) = false
=> 09:00 byoa inc: disable 1 [7]`));

	it('F-029: who does not pass an early set is not read: there is no new account, and the one there was stays', () => {
		const world = createWorld({ apps: ['byoa'] });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [2, 7] });
		world.advance({ by: 600_000 });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ cycles: 1 });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [10] });
		world.advance({ by: 600_000 });
		readOnly(world, only('department', 'Sales'));
		world.advance({ cycles: 1 });
		expect(active(world)).toEqual([2, 7]);
		// The normal set is the one that is edited, and leaving it deprovisions.
		must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: only('country', 'US') } });
		world.advance({ cycles: 1 });
		expect(active(world)).toEqual([2]);
		must(world, 'job.saveFilter', { app: 'byoa', filter: null });
		expect(usersOf(world).filter).toMatchObject({ groups: [], inputFilterGroups: only('department', 'Sales') });
		// Who is unassigned leaves all the same.
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
		world.advance({ cycles: 2 });
		expect(active(world)).toEqual([7]);
	});
});
