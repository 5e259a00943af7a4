import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

const emea = `world cloud-only groupMapping=on
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 4 [7-9 Sales-EMEA]; ref 3 [Sales-EMEA+7 Sales-EMEA+8 Sales-EMEA+9]; refFail 3 [7-9]`;

describe('groups, memberships and references', () => {
	it('C-073, C-201: without the group mapping only the members are provisioned', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [7-9]
?? 08:22 app(byoa).groups = ""`));

	it('C-197, C-263, C-264, C-125: a group is created empty, and its members follow after users and groups', () =>
		passes(`${emea}
?? 08:22 members(byoa, Sales-EMEA) = "7 8 9"`));

	it('C-112, C-198: a group is found by its name, and its members are added', () =>
		passes(`world cloud-only groupMapping=on
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
do 08:30 restart(byoa, full)
=> 08:30 byoa initial: skip 4 [7-9 Sales-EMEA]
?? 08:32 members(byoa, Sales-EMEA) = "7 8 9"`));

	it('C-269: a new member is provisioned first and added then', () =>
		passes(`${emea}
do 08:40 groupAdd(Sales-EMEA, 1)
=> 09:00 byoa inc: create 1 [1]; skip 1 [Sales-EMEA]; ref 1 [Sales-EMEA+1]; refFail 1 [1]
?? 09:01 members(byoa, Sales-EMEA) = "1 7 8 9"`));

	it('C-270, C-271: a member who leaves is disabled and taken off the group', () =>
		passes(`${emea}
do 08:40 groupRemove(Sales-EMEA, 8)
=> 09:00 byoa inc: disable 1 [8]; skip 1 [Sales-EMEA]; ref 1
?? 09:01 members(byoa, Sales-EMEA) = "7 9"`));

	it('C-265, C-266, C-268: a member without a link is left out, and the group is provisioned all the same', () =>
		passes(`world cloud-only groupMapping=on
do 08:10 block(8)
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [7 9 Sales-EMEA]; skip 1 [8]
?? 08:22 members(byoa, Sales-EMEA) = "7 9"`));

	it('C-267: a member who comes into scope later is completed by a restart or a change of the membership', () =>
		passes(`world cloud-only groupMapping=on
do 08:10 block(8)
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
do 08:30 unblock(8)
=> 09:00 byoa inc: create 1 [8]
?? 09:01 members(byoa, Sales-EMEA) = "7 9"
do 09:10 restart(byoa)
?? 09:12 members(byoa, Sales-EMEA) = "7 8 9"`));

	it('C-276: a renamed group is one update on the stored id', () =>
		passes(`${emea}
do 08:40 groupRename(Sales-EMEA, "Sales Europe")
=> 09:00 byoa inc: update 1 [Sales-EMEA]
?? 09:01 app(byoa).groups = "Sales Europe"`));

	it('C-199, C-159: an unassigned group is deleted and its members are disabled', () =>
		passes(`${emea}
do 08:40 unassign(byoa, Sales-EMEA)
=> 09:00 byoa inc: disable 3 [7-9]; delete 1 [Sales-EMEA]
?? 09:01 app(byoa).groups = ""`));

	it('C-274, C-275, C-262: members added by hand in the app stay, and no cycle counts memberships as removals', () =>
		passes(`${emea}
do 08:30 setThreshold(byoa, 0)
do 08:40 groupAdd(Sales-EMEA, 1)
=> 09:00 byoa inc: create 1 [1]; skip 1 [Sales-EMEA]`));

	it('C-278: blocking a member keeps the membership', () =>
		passes(`${emea}
do 08:40 block(8)
=> 09:00 byoa inc: disable 1 [8]
?? 09:01 members(byoa, Sales-EMEA) = "7 8 9"`));

	it('C-124, C-281, C-282, C-289: managers are written in the same cycle, after the people exist', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 0 3 6 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 4 [0 3 6 7]; ref 3 [3 6 7]
?? 08:22 app(byoa, 7).manager = 6`));

	it('C-283, C-284: a manager without an account is left out, and comes with a restart or a change of the report', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]; refFail 1 [7]
do 08:30 assign(byoa, 6)
=> 09:00 byoa inc: create 1 [6]
?? 09:01 app(byoa, 7).manager = absent
do 09:10 edit(entra, 7, jobTitle, "A")
=> 09:40 byoa inc: update 1 [7]; ref 1 [7]
?? 09:41 app(byoa, 7).manager = 6`));

	it('C-285: a changed manager is a change of the report', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 3 6 7)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, manager, 3)
=> 09:00 byoa inc: skip 1 [7]; ref 1 [7]
?? 09:01 app(byoa, 7).manager = 3`));

	it('C-216, C-217: a removed manager stays in the application', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 6 7)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, manager, "")
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 app(byoa, 7).manager = 6`));

	it('C-270, C-116: whose account was made anew is taken off the group by its new id', () =>
		passes(`${emea}
do 08:25 assign(byoa, 7)
do 08:30 app.delete(byoa, 7)
do 08:40 restart(byoa)
=> 08:40 byoa initial: create 1 [7]; skip 3 [8 9 Sales-EMEA]
?? 08:41 members(byoa, Sales-EMEA) = "7 8 9"
do 08:50 groupRemove(Sales-EMEA, 7)
=> 09:20 byoa inc: skip 2 [7 Sales-EMEA]; ref 1 [Sales-EMEA-7]
?? 09:21 members(byoa, Sales-EMEA) = "8 9"`));

	it('C-266, C-179: whom the service has let go of is not added to a group that comes later', () =>
		passes(`world cloud-only groupMapping=on
do 08:11 saveFilter(byoa, department EQUALS "Marketing")
do 08:12 assign(byoa, 20 21)
do 08:20 start(byoa)
do 08:30 edit(entra, 20, department, "Sales")
=> 09:00 byoa inc: disable 1 [20]
do 09:10 assign(byoa, Renamed-Later)
=> 09:40 byoa inc: skip 2 [20 21]; create 1 [Renamed-Later]; ref 1 [Renamed-Later+21]; refFail 1 [Renamed-Later+20]`));

	it.each([
		['before', '08:12'],
		['after', '08:30']
	])('C-071: a Microsoft 365 group puts nobody in scope, nor itself, assigned %s the start', (_, time) =>
		passes(`world cloud-only groupMapping=on
do 08:05 command(group.create, {"name":"Team","unified":true})
do 08:06 command(group.add, {"group":57,"user":7})
do ${time} command(assign, {"app":"byoa","kind":"group","who":[57]})
do 08:20 start(byoa)
=> 08:20 byoa initial: none
=> 09:00 byoa inc: none
do 09:10 restart(byoa)
=> 09:10 byoa initial: none`)
	);
});
