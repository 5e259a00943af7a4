import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

const linked = `world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [7 8]`;

describe('leaving, and coming back', () => {
	it('C-148, C-178, C-225: unassigning disables by an update and keeps the account', () =>
		passes(`${linked}
do 08:45 unassign(byoa, 7)
=> 09:00 byoa inc: disable 1 [7]
?? 09:01 app(byoa).accounts = 2
?? 09:01 app(byoa, 7).active = false`));

	it('C-149, C-180: blocking sign-in disables, unblocking enables', () =>
		passes(`${linked}
do 08:45 block(7)
=> 09:00 byoa inc: disable 1 [7]
do 09:10 unblock(7)
=> 09:40 byoa inc: enable 1 [7]`));

	it('C-181, C-226, C-228, C-150, C-187: day 0 disables, the purge deletes', () =>
		passes(`${linked}
do 08:45 softDelete(7)
=> 09:00 byoa inc: disable 1 [7]
do 09:10 purge(7)
=> 09:40 byoa inc: delete 1 [7]
?? 09:41 app(byoa).accounts = 1`));

	it('C-227: thirty days after the soft delete the account is deleted', () =>
		passes(`${linked}
do 08:45 softDelete(7)
=> 04-01 09:00 byoa inc: delete 1 [7]`));

	it('C-191: deleted and purged before the next cycle: one DELETE, no disable before it', () =>
		passes(`${linked}
do 08:45 softDelete(7)
do 08:46 purge(7)
=> 09:00 byoa inc: delete 1 [7]`));

	it('C-229, C-176, C-234: a restored user is enabled on the stored id', () =>
		passes(`${linked}
do 08:45 softDelete(7)
do 09:10 restore(7)
=> 09:40 byoa inc: enable 1 [7]
?? 09:41 app(byoa).accounts = 2`));

	it('C-189, C-232: after an unassignment nothing more is sent, whatever becomes of the user', () =>
		passes(`${linked}
do 08:45 unassign(byoa, 7)
=> 09:00 byoa inc: disable 1 [7]
do 09:10 softDelete(7)
=> 09:40 byoa inc: none
do 09:50 purge(7)
=> 10:20 byoa inc: none
?? 10:21 app(byoa).accounts = 2`));

	it('C-233: blocked first and unassigned later: no second request, and no delete either', () =>
		passes(`${linked}
do 08:45 block(7)
=> 09:00 byoa inc: disable 1 [7]
do 09:10 unassign(byoa, 7)
=> 09:40 byoa inc: skip 1 [7]
do 09:50 softDelete(7)
do 09:51 purge(7)
=> 10:20 byoa inc: none`));

	it('C-184, C-203: without Update nobody is disabled: leavers keep access', () =>
		passes(`${linked}
do 08:30 setActions(byoa, C, D)
do 08:45 unassign(byoa, 7)
=> 09:10 byoa inc: skip 1 [7]
?? 09:11 app(byoa, 7).active = true
?? 09:11 log(byoa, 7).reason = "SimUpdateDisabled"`));

	it('C-188, C-204: without Delete an account outlives its person; disables still happen', () =>
		passes(`${linked}
do 08:30 setActions(byoa, C, U)
do 08:45 softDelete(7)
=> 09:10 byoa inc: disable 1 [7]
do 09:15 purge(7)
=> 09:50 byoa inc: none
?? 09:51 app(byoa).accounts = 2`));

	it('C-183: without a mapped account state nothing is disabled', () =>
		passes(`world cloud-only
do 08:05 saveMapping(byoa, remove active)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:45 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 log(byoa, 7).reason = "SimAccountStateNotMapped"`));

	it('C-186: an account that is inactive already is left alone', () =>
		passes(`${linked}
do 08:40 app.edit(byoa, 7, active, false)
do 08:45 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 log(byoa, 7).reason = "RedundantExport"`));

	it('C-190: an account that its administrator deleted counts as deleted', () =>
		passes(`${linked}
do 08:40 app.delete(byoa, 7)
do 08:45 softDelete(7)
do 08:46 purge(7)
=> 09:00 byoa inc: delete 1 [7]`));

	it('C-182, C-244, C-245, C-246, C-508: SkipOutOfScopeDeletions leaves them as they are, hard deletes excepted', () =>
		passes(`${linked}
do 08:30 setSecret(byoa, SkipOutOfScopeDeletions, True)
do 08:45 unassign(byoa, 7)
do 08:46 block(8)
=> 09:00 byoa inc: skip 2 [7 8]
?? 09:01 log(byoa, 7).reason = "SimSkipOutOfScopeDeletions"
?? 09:01 app(byoa).active = 2
do 09:10 softDelete(8)
do 09:11 purge(8)
=> 09:40 byoa inc: delete 1 [8]`));

	it('C-005: the first generation never deletes', () =>
		passes(`world cloud-only era=2016
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:45 softDelete(7)
do 08:46 purge(7)
=> 08:50 byoa inc: disable 1 [7]
=> 09:00 byoa inc: none
?? 09:01 app(byoa).accounts = 1`));

	it('C-005: nor a group, or where an application cannot disable', () =>
		passes(`world cloud-only era=2016 groupMapping=on
do 08:11 world(supportsDisable.netsuite, off)
do 08:12 assign(snowflake, Renamed-Later)
do 08:13 assign(netsuite, 5)
do 08:20 start(snowflake)
do 08:20 start(netsuite)
do 08:25 unassign(snowflake, Renamed-Later)
do 08:26 unassign(netsuite, 5)
=> 08:30 snowflake inc: disable 2 [20 21]; skip 1 [Renamed-Later]
=> 08:30 netsuite inc: disable 1 [5]
?? 08:31 app(snowflake).groups = "Renamed-Later"`));

	it('C-172, C-173: who was never provisioned leaves no row when deleted', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 stop(byoa)
do 08:40 assign(byoa, 8)
do 08:45 softDelete(8)
do 08:50 start(byoa)
=> 08:50 byoa inc: none
do 08:55 purge(8)
=> 09:30 byoa inc: none`));

	it('C-227, C-229: the thirty days count from the deletion that stands, not from one that was taken back', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 softDelete(7)
do 03-12 08:30 restore(7)
do 03-22 08:30 softDelete(7)
?? 04-02 10:00 app(byoa).accounts = 1
?? 04-21 08:59 app(byoa).accounts = 1
=> 04-21 09:00 byoa inc: delete 1 [7]`));

	it('C-229: who is restored is in the dynamic groups still, and need not wait for their evaluation', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, DYN-Dept-Marketing)
do 08:20 start(byoa)
do 08:30 softDelete(20)
=> 09:00 byoa inc: disable 1 [20]
do 09:38 restore(20)
=> 09:40 byoa inc: enable 1 [20]`));

	it('C-176, C-187: who comes back to an account that is active already is managed again, though nothing is sent', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 app.edit(byoa, 7, active, false)
do 08:41 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
do 09:05 app.edit(byoa, 7, active, true)
do 09:06 assign(byoa, 7)
=> 09:40 byoa inc: skip 1 [7]
do 09:50 softDelete(7)
=> 10:20 byoa inc: disable 1 [7]
do 10:30 purge(7)
=> 11:00 byoa inc: delete 1 [7]`));
});
