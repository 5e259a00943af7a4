import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

/** Situations of the scenarios with other people, times and applications; what must come out follows from the rules. */
describe('the same rules with other numbers', () => {
	it('C-233: who was blocked and then unassigned is let go, and deleted for good without a request', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 3 4)
do 08:20 start(byoa)
do 08:45 block(4)
=> 09:00 byoa inc: disable 1 [4]
do 09:10 unassign(byoa, 4)
=> 09:40 byoa inc: skip 1 [4]
do 09:50 softDelete(4)
do 09:55 purge(4)
=> 10:20 byoa inc: none
?? 10:21 app(byoa).accounts = 2`));

	it('C-182, C-246: the skip flag holds every removal but the one of a hard delete', () =>
		passes(`world cloud-only
do 08:11 setSecret(byoa, SkipOutOfScopeDeletions, True)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 7 [3-9]
do 08:40 unassign(byoa, 3)
do 08:41 block(4)
do 08:42 softDelete(5)
do 08:43 softDelete(6)
do 08:44 purge(6)
do 08:45 edit(entra, 7, jobTitle, "x")
=> 09:00 byoa inc: skip 2 [3 4]; delete 1 [6]; update 1 [7]
?? 09:01 app(byoa).active = 6
?? 09:01 log(byoa, 4).reason = "SimSkipOutOfScopeDeletions"`));

	it('C-254: as many removals as the threshold are sent, whatever their kind', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 3)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 3)
do 08:41 block(4)
do 08:42 softDelete(5)
do 08:43 purge(5)
=> 09:00 byoa inc: disable 2 [3 4]; delete 1 [5]
?? 09:01 job(byoa).quarantine = none`));

	it('C-252, C-258: one more, and all kinds are staged, then allowed', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 3)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 3)
do 08:41 block(4)
do 08:42 softDelete(5)
do 08:43 purge(5)
do 08:44 softDelete(6)
do 08:45 edit(entra, 7, jobTitle, "x")
=> 09:00 byoa inc: staged 4 [3 4 5 6]; update 1 [7]
?? 09:01 job(byoa).quarantine = "TooManyDeletes"
?? 09:01 app(byoa).active = 7
?? 09:01 mails = 1
do 09:30 allowDeletes(byoa)
=> 09:30 byoa inc: disable 3 [3 4 6]; delete 1 [5]
?? 09:31 job(byoa).quarantine = none
?? 09:31 app(byoa).accounts = 6`));

	it('C-261: without the cause the next retry lifts the quarantine', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 3 4)
=> 09:00 byoa inc: staged 2 [3 4]
do 09:10 assign(byoa, 3 4)
?? 09:41 job(byoa).quarantine = "TooManyDeletes"
=> 15:00 byoa inc: skip 2 [3 4]
?? 15:01 job(byoa).quarantine = none
?? 15:01 app(byoa).active = 7`));

	it('C-306, C-308: an attempt that a change brings forward counts', () =>
		passes(`world cloud-only
do 10:00 assign(slack, 14 15)
do 10:07 start(slack)
=> 10:47 slack inc: fail 1 [15]
=> 12:07 slack inc: fail 1 [15]
do 12:20 edit(entra, 15, jobTitle, "Lead")
=> 12:47 slack inc: fail 1 [15]
=> 14:47 slack inc: none
=> 17:27 slack inc: none
=> 18:07 slack inc: fail 1 [15]`));

	it('C-350: a restart counts the attempts anew', () =>
		passes(`world cloud-only
do 10:00 assign(slack, 14 15)
do 10:07 start(slack)
=> 10:47 slack inc: fail 1 [15]
=> 12:07 slack inc: fail 1 [15]
do 12:30 restart(slack)
=> 12:30 slack initial: fail 1 [15]; skip 1 [14]
=> 13:10 slack inc: fail 1 [15]
=> 13:50 slack inc: none
=> 14:30 slack inc: fail 1 [15]`));

	it('C-050: what happened while Off comes with the start', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 3-8)
do 08:20 start(byoa)
do 08:30 stop(byoa)
do 09:00 unassign(byoa, 3)
do 09:01 block(4)
do 09:02 softDelete(5)
do 09:03 purge(5)
do 09:04 edit(entra, 6, jobTitle, "x")
do 09:05 assign(byoa, 9)
do 09:06 softDelete(7)
do 09:07 restore(7)
?? 11:00 app(byoa).active = 6
do 11:11 start(byoa)
=> 11:11 byoa inc: disable 2 [3 4]; delete 1 [5]; update 1 [6]; create 1 [9]; skip 1 [7]
?? 11:12 job(byoa).nextCycle = "11:51"`));

	it('C-314: a rename to a taken name fails until the name is free', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="taken@contoso.com")
do 08:12 assign(byoa, 3 4)
do 08:20 start(byoa)
do 08:45 edit(entra, 4, userPrincipalName, "taken@contoso.com")
=> 09:00 byoa inc: fail 1 [4 EntryConflict]
?? 09:01 app(byoa, 4).userName = "kwame.boateng@contoso.com"
do 09:10 app.delete(byoa, "taken@contoso.com")
=> 09:40 byoa inc: update 1 [4]
?? 09:41 app(byoa, 4).userName = "taken@contoso.com"`));

	it('C-094: the first attribute that finds an account decides', () =>
		passes(`world cloud-only
do 08:08 app.create(byoa, userName="old4@contoso.com", employeeNumber="1000004")
do 08:09 app.create(byoa, userName="kwame.boateng@contoso.com", employeeNumber="x")
do 08:12 assign(byoa, 4)
do 08:14 saveMapping(byoa, userName = [userPrincipalName] match 1; employeeNumber = [employeeId] match 2)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [4]
?? 08:21 link(byoa, 4) = "kwame.boateng@contoso.com"
?? 08:21 app(byoa).unmanaged = "old4"`));

	it('C-252: a group counts for the threshold, its members do not', () =>
		passes(`world cloud-only groupMapping=on
do 08:11 setThreshold(snowflake, 2)
do 08:12 assign(snowflake, Renamed-Later)
do 08:20 start(snowflake)
do 08:40 unassign(snowflake, Renamed-Later)
=> 09:00 snowflake inc: staged 3 [20 21 Renamed-Later]
?? 09:01 app(snowflake).groups = "Renamed-Later"
do 09:10 allowDeletes(snowflake)
=> 09:10 snowflake inc: disable 2 [20 21]; delete 1 [Renamed-Later]`));

	it('C-357: a run on demand goes on in quarantine', () =>
		passes(`world cloud-only
do 08:11 setThreshold(snowflake, 1)
do 08:12 assign(snowflake, 5 6 7)
do 08:20 start(snowflake)
do 08:40 unassign(snowflake, 5 6)
=> 09:00 snowflake inc: staged 2 [5 6]
do 09:05 assign(snowflake, 9)
do 09:10 onDemand(snowflake, 9)
=> 09:10 snowflake demand: create 1 [9]
?? 09:11 job(snowflake).quarantine = "TooManyDeletes"`));

	it('A-411: one request a second lets seven of a page through', () =>
		passes(`world cloud-only
do 08:11 app.toggle(byoa, rps=1)
do 08:12 assign(byoa, 0-23)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 7; fail 17
=> 09:00 byoa inc: create 7; fail 10
=> 09:40 byoa inc: none
=> 10:20 byoa inc: create 7; fail 3
=> 13:00 byoa inc: create 3
?? 13:01 log(byoa).TooManyRequests = 30`));

	it('C-217, C-284: managers that come later, and one that is taken away', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 11 12)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [11 12]; refFail 2 [11 12]
do 08:40 assign(byoa, 10)
=> 09:00 byoa inc: create 1 [10]; refFail 1 [10]
?? 09:01 app(byoa, 11).manager = absent
do 09:10 edit(entra, 11, jobTitle, "x")
=> 09:40 byoa inc: update 1 [11]; ref 1 [11]
?? 09:41 app(byoa, 11).manager = 10
do 09:50 restart(byoa)
=> 09:50 byoa initial: skip 3 [10 11 12]; ref 1 [12]
do 10:00 edit(entra, 12, manager, absent)
=> 10:30 byoa inc: skip 1 [12]
?? 10:31 app(byoa, 12).manager = 10`));

	it('C-267: a member that comes into scope waits for a change of the group', () =>
		passes(`world cloud-only groupMapping=on
do 08:10 saveFilter(snowflake, displayName NOT EQUALS "Chidi Okafor")
do 08:12 assign(snowflake, Renamed-Later)
do 08:20 start(snowflake)
=> 08:20 snowflake initial: create 2 [20 Renamed-Later]; skip 1 [21]; ref 1 [Renamed-Later+20]
do 08:40 edit(entra, 21, displayName, "Chidi O")
=> 09:00 snowflake inc: create 1 [21]
?? 09:01 members(snowflake, Renamed-Later) = "20"
do 09:10 groupAdd(Renamed-Later, 5)
=> 09:40 snowflake inc: create 1 [5]; skip 1 [Renamed-Later]; ref 2 [Renamed-Later+5 Renamed-Later+21]`));

	it('C-351: a filter that trips the threshold, and its end', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 2)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
do 08:40 saveFilter(byoa, department EQUALS "Engineering")
=> 08:40 byoa initial: staged 6 [3 5-9]; skip 1 [4]
?? 08:41 job(byoa).quarantine = "TooManyDeletes"
do 09:00 clearFilter(byoa)
=> 09:00 byoa initial: skip 7 [3-9]
?? 09:01 job(byoa).quarantine = none
?? 09:01 app(byoa).active = 7`));

	it('C-462: another reason for the quarantine sends another mail', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 3 4)
=> 09:00 byoa inc: staged 2 [3 4]
?? 09:01 mails = 1
do 10:00 setCredential(byoa, bad)
=> 15:00 byoa probe: fail [Unauthorized]
?? 15:01 job(byoa).quarantine = "EncounteredQuarantineException"
?? 15:01 mails = 2
=> 21:00 byoa probe: fail [Unauthorized]
?? 21:01 mails = 2`));

	it('C-347: a retry stages again what still stands', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 3-9)
do 08:20 start(byoa)
do 08:40 unassign(byoa, 3 4)
=> 09:00 byoa inc: staged 2 [3 4]
=> 15:00 byoa inc: staged 2 [3 4]
?? 15:01 job(byoa).quarantine = "TooManyDeletes"
?? 15:01 mails = 1`));

	it('C-186, C-223: changes of somebody blocked wait for the unblocking', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 5 6)
do 08:20 start(byoa)
do 08:30 block(5)
=> 09:00 byoa inc: disable 1 [5]
do 09:10 edit(entra, 5, jobTitle, "x")
=> 09:40 byoa inc: skip 1 [5]
?? 09:41 app(byoa, 5).title = "Account Executive"
do 09:50 unblock(5)
=> 10:20 byoa inc: enable 1 [5]
?? 10:21 app(byoa, 5).title = "x"`));

	it('C-177, C-203: without Update nobody comes back', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 5 6)
do 08:20 start(byoa)
do 08:30 block(5)
=> 09:00 byoa inc: disable 1 [5]
do 09:10 setActions(byoa, C, D)
=> 09:10 byoa initial: skip 2 [5 6]
do 09:20 unblock(5)
=> 09:50 byoa inc: skip 1 [5]
?? 09:51 app(byoa, 5).active = false
do 10:00 setActions(byoa, C, U, D)
=> 10:00 byoa initial: enable 1 [5]; skip 1 [6]`));

	it('C-227, C-050: thirty days pass while the job is Off', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 5 6)
do 08:20 start(byoa)
do 08:30 stop(byoa)
do 08:40 softDelete(5)
do 04-10 10:00 start(byoa)
=> 04-10 10:00 byoa inc: delete 1 [5]`));

	it('C-402, C-409: runs on demand of the filtered, the equal and the changed', () =>
		passes(`world cloud-only
do 08:10 saveFilter(snowflake, department EQUALS "Sales")
do 08:12 assign(snowflake, 3 4)
do 08:20 start(snowflake)
do 08:30 onDemand(snowflake, 4)
=> 08:30 snowflake demand: skip 1 [4]
?? 08:30 demand.scope = "filtered out"
do 08:31 onDemand(snowflake, 3)
=> 08:31 snowflake demand: skip 1 [3]
do 08:32 edit(entra, 3, displayName, "H")
do 08:33 onDemand(snowflake, 3)
=> 08:33 snowflake demand: update 1 [3]
=> 09:00 snowflake inc: skip 1 [3]
?? 09:01 job(snowflake).nextCycle = "09:40"`));

	it('C-206: Create alone adds once and never touches again', () =>
		passes(`world cloud-only
do 08:08 app.create(byoa, userName="hannah.becker@contoso.com", title="Old")
do 08:10 setActions(byoa, C)
do 08:12 assign(byoa, 3 4)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [3]; create 1 [4]
do 08:30 edit(entra, 4, jobTitle, "x")
do 08:31 unassign(byoa, 3)
=> 09:00 byoa inc: skip 2 [3 4]
do 09:10 softDelete(4)
do 09:11 purge(4)
=> 09:40 byoa inc: none
?? 09:41 app(byoa).active = 2`));

	it('C-102: two accounts of one name, until one is gone', () =>
		passes(`world cloud-only brownfield=on
do 08:12 assign(servicenow, 0-3)
do 08:20 start(servicenow)
=> 08:20 servicenow initial: enable 1 [0]; fail 1 [1 DuplicateTargetEntries]; create 2 [2 3]
?? 08:21 app(servicenow, 0).locked_out = false
do 08:30 app.delete(servicenow, "tobias.lindqvist@contoso.com", 2)
=> 09:00 servicenow inc: update 1 [1]
?? 09:01 app(servicenow).accounts = 4`));

	it('A-202, A-204: what AWS refuses, at a create and at an update', () =>
		passes(`world cloud-only
do 08:12 assign(aws, 0-24)
do 08:20 start(aws)
=> 08:20 aws initial: create 23 [0-13 15-23]; fail 1 [14 MandatoryFieldsMissing]; skip 1 [24]
do 08:30 edit(entra, 14, surname, "W")
do 08:31 edit(entra, 7, displayName, "Zoe; Muller")
=> 09:00 aws inc: create 1 [14]; fail 1 [7]
do 09:10 edit(entra, 7, displayName, "Zoe Muller")
=> 09:40 aws inc: update 1 [7]`));

	it('A-342: departments and countries that SAP does not know', () =>
		passes(`world cloud-only
do 08:12 assign(sapcis, 0-24)
do 08:20 start(sapcis)
=> 08:20 sapcis initial: create 21 [0-14 17 19-23]; fail 3 [15 16 18]; skip 1 [24]
do 08:30 app.lookup(sapcis, department, add, "Customer Support")
do 08:31 edit(entra, 18, country, "BG")
=> 09:00 sapcis inc: create 3 [15 16 18]`));

	it('H-163, H-164: the expression that tests for a rescinded hire disables one near the day', () =>
		passes(`world hybrid-hr
do 08:07 hr.hire(24, hireDate=2026-03-05)
=> 08:40 wd-ad inc: create 1 [24]; ref 1 [24]
do 08:50 saveMapping(wd-ad, accountDisabled = @rescind)
=> 08:50 wd-ad initial: skip 25 [0-24]
do 09:00 hr.rescind(24)
=> 09:30 wd-ad inc: disable 1 [24]
=> 09:40 connect delta: update 1 [24]
?? 09:41 entra(24).accountEnabled = false`));
});
