import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

const running = `world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)`;

describe('provision on demand, mappings and actions', () => {
	it('C-392, C-409, C-410: a run on demand creates and links within seconds and leaves the schedule alone', () =>
		passes(`${running}
do 08:25 assign(byoa, 8)
do 08:30 onDemand(byoa, 8)
=> 08:30 byoa demand: create 1 [8]
?? 08:31 job(byoa).nextCycle = "09:00"
=> 09:00 byoa inc: skip 1 [8]`));

	it('C-402: somebody out of scope is skipped, not forced in', () =>
		passes(`${running}
do 08:30 onDemand(byoa, 8)
=> 08:30 byoa demand: skip 1 [8]
?? 08:30 demand.scope = "not assigned"`));

	it('C-403: an unassigned user can be disabled on demand', () =>
		passes(`${running}
do 08:40 unassign(byoa, 7)
do 08:45 onDemand(byoa, 7)
=> 08:45 byoa demand: disable 1 [7]`));

	it('C-412: right after an assignment the run may still find the user not assigned', () =>
		passes(`${running}
do 08:29 assign(byoa, 8)
do 08:30 onDemand(byoa, 8)
=> 08:30 byoa demand: skip 1 [8]`));

	it('C-411: a successful run on demand ends the retries of the object', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [7 InternalServerError]
do 08:30 app.toggle(byoa, rejectCreatesMod10=0)
do 08:31 onDemand(byoa, 7)
=> 08:31 byoa demand: create 1 [7]
=> 09:00 byoa inc: none`));

	it('C-357: on demand works during a quarantine', () =>
		passes(`${running}
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
do 09:05 assign(byoa, 8)
do 09:10 setCredential(byoa, ok)
do 09:11 onDemand(byoa, 8)
=> 09:11 byoa demand: create 1 [8]
?? 09:12 job(byoa).state = "Quarantine"`));

	it('C-163, C-202, C-508: without Create nobody new is added; what is linked is maintained', () =>
		passes(`${running}
do 08:30 setActions(byoa, U, D)
do 08:40 assign(byoa, 8)
do 08:41 edit(entra, 7, jobTitle, "A")
=> 09:10 byoa inc: update 1 [7]; skip 1 [8]
?? 09:11 log(byoa, 8).reason = "SimCreateDisabled"`));

	it('C-167, C-177, C-206: without Update an account is linked but never touched', () =>
		passes(`world cloud-only
do 08:05 setActions(byoa, C)
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com", title="Old")
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [7]; create 1 [8]
do 08:40 edit(entra, 8, jobTitle, "A")
=> 09:00 byoa inc: skip 1 [8]
?? 09:01 app(byoa, 7).title = "Old"`));

	it('C-205: Update alone maintains accounts that match and never adds one', () =>
		passes(`world cloud-only
do 08:05 setActions(byoa, U)
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com", title="Old")
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [7]; skip 1 [8]
?? 08:21 app(byoa).accounts = 1`));

	it('C-208: turned on again, creates and updates catch up; suppressed hard deletes do not', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 setActions(byoa, C, U)
do 08:40 softDelete(7)
do 08:41 purge(7)
=> 09:10 byoa inc: none
do 09:20 setActions(byoa, C, U, D)
=> 09:20 byoa initial: skip 1 [8]
?? 09:21 app(byoa).accounts = 2`));

	it('C-210, C-211: "only during creation" writes once, and neither changes nor drift move it', () =>
		passes(`world cloud-only
do 08:05 saveMapping(byoa, title only during creation)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 edit(entra, 7, jobTitle, "A")
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 app(byoa, 7).title = "Account Executive"`));

	it('C-216, M-004: an emptied attribute stays as it is in the application', () =>
		passes(`${running}
do 08:40 edit(entra, 7, jobTitle, "")
do 08:41 edit(entra, 7, city, "Hamburg")
=> 09:00 byoa inc: update 1 [7]
?? 09:01 app(byoa, 7).title = "Account Executive"`));

	it('C-290, C-291, C-292: drift in the application lasts until its person changes', () =>
		passes(`${running}
do 08:30 app.edit(byoa, 7, active, false)
do 08:31 app.edit(byoa, 7, displayName, "Zo")
=> 09:00 byoa inc: none
do 09:10 edit(entra, 7, jobTitle, "A")
=> 09:40 byoa inc: enable 1 [7]
?? 09:41 app(byoa, 7).displayName = "Zoë Müller"`));

	it('C-036, C-417: nothing that happens in the application alone starts anything', () =>
		passes(`${running}
do 08:30 app.create(byoa, userName="stranger@contoso.com")
=> 09:00 byoa inc: none
do 09:10 restart(byoa)
=> 09:10 byoa initial: skip 1 [7]
?? 09:11 app(byoa).accounts = 2`));
});
