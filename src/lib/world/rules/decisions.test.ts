import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

describe('the decision table, row by row', () => {
	it('C-165: a match whose values are equal is linked and nothing is sent', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 restart(byoa, full)
=> 08:30 byoa initial: skip 1 [7]
?? 08:31 link(byoa, 7) = "zoe.muller@contoso.com"`));

	it('C-170: who is not assigned is passed over without a link', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 edit(entra, 8, jobTitle, "A")
=> 09:00 byoa inc: none
?? 09:01 app(byoa, 8) = absent
?? 09:01 log(byoa).rows = 1`));

	it('C-171: who fails the filter is skipped, and the row names the clause', () =>
		passes(`world cloud-only
do 08:10 saveFilter(byoa, department EQUALS "Sales")
do 08:12 assign(byoa, 1)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [1]
?? 08:21 log(byoa, 1).reason = "SimScopingFilter"
?? 08:21 log(byoa, 1).clause = "department EQUALS Sales: false"`));

	it('C-174, C-146: a linked account gets what differs, and only that', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 edit(entra, 7, jobTitle, "A")
=> 09:00 byoa inc: update 1 [7]
?? 09:01 log(byoa, 7).changed = "title"`));

	it('C-179, C-144, C-382: who does not pass the filter any more is disabled', () =>
		passes(`world cloud-only
do 08:10 saveFilter(byoa, department EQUALS "Sales")
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 edit(entra, 7, department, "IT")
=> 09:00 byoa inc: disable 1 [7]
do 09:10 softDelete(7)
do 09:11 purge(7)
=> 09:40 byoa inc: none`));

	it('C-145: who comes into scope is matched, created and linked in the next cycle', () =>
		passes(`world cloud-only
do 08:20 start(byoa)
do 08:40 assign(byoa, 7)
=> 09:00 byoa inc: create 1 [7]
?? 09:01 link(byoa, 7) = "zoe.muller@contoso.com"`));

	it('C-147: references of the objects of an incremental cycle are written in it', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 6)
do 08:20 start(byoa)
do 08:40 assign(byoa, 7)
=> 09:00 byoa inc: create 1 [7]; ref 1 [7]`));

	it('C-130, C-193: an initial cycle after a restart removes linked objects that left the scope', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 7)
do 08:50 restart(byoa)
=> 08:50 byoa initial: disable 1 [7]; skip 1 [8]`));

	it('C-195: after a full reset everybody in scope is matched anew', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 app.edit(byoa, 7, title, "Old")
do 08:40 restart(byoa, full)
=> 08:40 byoa initial: update 1 [7]; skip 1 [8]`));

	it('C-185, A-013: a gallery app without a disabled state gets DELETE where others are disabled', () =>
		passes(`world cloud-only
do 08:11 world(supportsDisable.netsuite, off)
do 08:12 assign(netsuite, 7)
do 08:20 start(netsuite)
do 08:40 unassign(netsuite, 7)
=> 09:00 netsuite inc: delete 1 [7]`));

	it('C-558: without Delete nothing is sent where losing access would delete, until Delete is on again', () =>
		passes(`world cloud-only
do 08:11 world(supportsDisable.netsuite, off)
do 08:12 assign(netsuite, 7)
do 08:20 start(netsuite)
do 08:30 setActions(netsuite, C, U)
do 08:40 unassign(netsuite, 7)
=> 09:10 netsuite inc: skip 1 [7]
?? 09:11 log(netsuite, 7).reason = "SimDeleteDisabled"
?? 09:11 app(netsuite, 7).active = true
do 09:20 setActions(netsuite, C, U, D)
=> 09:20 netsuite initial: delete 1 [7]`));

	it('C-192, C-506: a value that the connector itself refuses makes a skip, not a failure', () =>
		passes(`world cloud-only
do 08:10 entra.create(N1, displayName="sales@emea", mail="emea@contoso.com")
do 08:12 assign(slack, N1)
do 08:20 start(slack)
=> 08:20 slack initial: skip 1 [N1]
?? 08:21 log(slack, N1).reason = "AttributeValidationFailed"`));

	it('C-109: a target that cannot filter fails the match instead of creating', () =>
		passes(`world cloud-only
do 08:12 assign(zscaler, 7)
do 08:13 saveMapping(zscaler, displayName = [displayName] match 2)
do 08:14 saveMapping(zscaler, userName = [userPrincipalName])
do 08:20 start(zscaler)
?? 08:22 app(zscaler).accounts = 0`));

	it('C-235: a restored user is enabled, and memberships are not written again', () =>
		passes(`world cloud-only groupMapping=on
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
do 08:40 softDelete(8)
=> 09:00 byoa inc: disable 1 [8]
do 09:10 restore(8)
=> 09:40 byoa inc: enable 1 [8]; ref 0`));

	it('C-080: several scoping filters are joined by OR', () => {
		passes(`world cloud-only
do 08:12 assign(byoa, 1 7 20)
do 08:15 saveFilter(byoa, department REGEX MATCH "^(Sales|Finance)$")
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [1 7]; skip 1 [20]`);
	});

	it('C-220, C-221, C-222: the account state follows all four losses, as the text False in the older dialect', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 3 5 7 8)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 3)
do 08:41 block(5)
do 08:42 softDelete(7)
=> 09:00 byoa inc: disable 3 [3 5 7]
?? 09:01 app(byoa).active = 1`));

	it('C-236, C-200: a security group has no recycle bin: deleted here, deleted there', () =>
		passes(`world cloud-only groupMapping=on
do 08:12 assign(byoa, Empty-Group)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [Empty-Group]`));

	it('C-242: no removal is instantaneous: it waits for the next cycle', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:21 unassign(byoa, 7)
?? 08:59 app(byoa, 7).active = true
=> 09:00 byoa inc: disable 1 [7]`));
});
