import { describe, expect, it } from 'vitest';
import { createWorld } from '../index';
import { passes } from './passes.fixture';

/** Section 28: what trainees believe, and what really happens. */
const linked = `world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [7 8]`;

describe('commonly misunderstood behaviours, up to leaving', () => {
	it('L-01: assigning a user creates nothing until the next cycle', () =>
		passes(`${linked}
do 08:30 assign(byoa, 9)
?? 08:59 app(byoa, 9) = absent
=> 09:00 byoa inc: create 1 [9]`));

	it('L-02: the interval is fixed; stop and start are the only accelerator beside on demand', () =>
		passes(`${linked}
do 08:30 assign(byoa, 9)
do 08:35 stop(byoa)
do 08:36 start(byoa)
=> 08:36 byoa inc: create 1 [9]
?? 08:37 job(byoa).nextCycle = "09:16"`));

	it('L-03: unassigning disables; only the hard delete of a managed user deletes', () =>
		passes(`${linked}
do 08:30 unassign(byoa, 7)
do 08:31 softDelete(8)
do 08:32 purge(8)
=> 09:00 byoa inc: disable 1 [7]; delete 1 [8]`));

	it('L-04: deleting a user disables on day 0 and deletes on day 30', () =>
		passes(`${linked}
do 08:45 softDelete(7)
=> 09:00 byoa inc: disable 1 [7]
?? 03-31 12:00 app(byoa).accounts = 2
=> 04-01 09:00 byoa inc: delete 1 [7]`));

	it('L-05: unassigned first and deleted later, the account is never cleaned up', () =>
		passes(`${linked}
do 08:30 unassign(byoa, 7)
do 09:10 softDelete(7)
do 09:11 purge(7)
?? 12:00 app(byoa).accounts = 2`));

	it('L-06: clearing the Delete box does not prevent deactivation', () =>
		passes(`${linked}
do 08:25 setActions(byoa, C, U)
do 08:30 unassign(byoa, 7)
=> 09:05 byoa inc: disable 1 [7]`));

	it('L-07: clearing the Update box stops disables too: leavers keep access', () =>
		passes(`${linked}
do 08:25 setActions(byoa, C, D)
do 08:30 block(7)
=> 09:05 byoa inc: skip 1 [7]
?? 09:06 app(byoa, 7).active = true`));

	it('L-08: members of nested groups do not come along', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Sales-All)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [5 6]`));

	it('L-09: assigning a group creates its users, not the group', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [7-9]
?? 08:22 app(byoa).groups = ""`));

	it('L-10: switching off lets the cycle finish and forgets nothing', () =>
		passes(`${linked}
do 08:30 stop(byoa)
do 08:40 edit(entra, 7, jobTitle, "A")
?? 12:00 app(byoa, 7).title = "Account Executive"
do 12:00 start(byoa)
=> 12:00 byoa inc: update 1 [7]`));

	it('L-11: the portal restart keeps the links; the checkbox of 2017 was a full reset', () =>
		passes(`${linked}
do 08:30 app.edit(byoa, 7, userName, "zz")
do 08:40 restart(byoa)
=> 08:40 byoa initial: update 1 [7]; skip 1 [8]
do 08:50 app.edit(byoa, 7, userName, "zz")
do 09:00 restart(byoa, full)
=> 09:00 byoa initial: create 1 [7]; skip 1 [8]`));

	it('L-12: a full reset leaves those active who were not yet disabled', () =>
		passes(`${linked}
do 08:30 unassign(byoa, 7)
do 08:40 restart(byoa, full)
=> 08:40 byoa initial: skip 1 [8]
?? 08:41 app(byoa).active = 2`));

	it('L-13: a restart loses hard deletes that were not processed', () =>
		passes(`${linked}
do 08:30 softDelete(7)
do 08:31 purge(7)
do 08:40 restart(byoa)
=> 08:40 byoa initial: skip 1 [8]
?? 10:00 app(byoa).accounts = 2`));

	it('L-14: drift in the app survives until the person changes or a restart', () =>
		passes(`${linked}
do 08:30 app.edit(byoa, 7, title, "drift")
=> 09:00 byoa inc: none
do 09:10 restart(byoa)
=> 09:10 byoa initial: update 1 [7]; skip 1 [8]`));

	it('L-15: disabling somebody in the app lasts until the next change of the person', () =>
		passes(`${linked}
do 08:30 app.edit(byoa, 7, active, false)
do 08:40 edit(entra, 7, city, "Hamburg")
=> 09:00 byoa inc: enable 1 [7]`));

	it('L-16: emptying an attribute in the directory leaves it in the app', () =>
		passes(`${linked}
do 08:30 edit(entra, 7, jobTitle, "")
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 app(byoa, 7).title = "Account Executive"`));

	it('L-18: blocked users are neither created nor matched', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com")
do 08:11 block(7)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [7]
?? 08:21 link(byoa, 7) = absent`));

	it('L-19: skipped is the normal result for equal and out-of-scope objects', () =>
		passes(`${linked}
do 08:30 restart(byoa)
=> 08:30 byoa initial: skip 2 [7 8]
?? 08:31 job(byoa).result = "Succeeded"`));
});

describe('commonly misunderstood behaviours, from matching on', () => {
	it('L-17: a default value works on create only', () => {
		const world = createWorld({ apps: ['byoa'] });
		const attributes = world.sim.host
			.config(0)
			.users.attributes.map((one) => (one.target === 'title' ? { ...one, defaultValue: 'Unknown' } : one));
		const minute = 60_000;
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [7] } });
		world.do({ verb: 'user.edit', args: { user: 8, attribute: 'jobTitle', value: null } });
		world.advance({ by: 20 * minute });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 5 * minute });
		world.do({ verb: 'job.saveMapping', args: { app: 'byoa', attributes: attributes as never } });
		world.do({ verb: 'user.edit', args: { user: 7, attribute: 'jobTitle', value: null } });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [8] } });
		world.advance({ by: 90 * minute });
		const titles = [...world.tables.accounts.all()].map(({ resource }) => resource.data.title);
		expect(titles).toEqual(['Account Executive', 'Unknown']);
	});

	it('L-20: ImportSkipped says nothing about scope', () =>
		passes(`world cloud-only
do 08:10 saveMapping(byoa, userName = [mail] match 1)
do 08:12 assign(byoa, 15)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [15]
?? 08:21 log(byoa, 15).reason = "ImportSkipped"`));

	it('L-21: two matching attributes are tried one after another', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="other@contoso.com", employeeNumber="1000007")
do 08:11 saveMapping(byoa, employeeNumber = [employeeId] match 2)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [7]`));

	it('L-22: renaming a user is an update on the stored id', () =>
		passes(`${linked}
do 08:30 edit(entra, 7, userPrincipalName, "zoe.new@contoso.com")
=> 09:00 byoa inc: update 1 [7]
?? 09:01 app(byoa).accounts = 2`));

	it('L-23: duplicates in the app stop that user', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="a@contoso.com", employeeNumber="1000007")
do 08:10 app.create(byoa, userName="b@contoso.com", employeeNumber="1000007")
do 08:11 saveMapping(byoa, employeeNumber = [employeeId] match 2)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [7 DuplicateTargetEntries]`));

	it('L-24: a few failing users do not quarantine a job; a bad credential does at once', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 1-9)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 9 [1-9 InternalServerError]
?? 08:22 job(byoa).quarantine = none
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
?? 09:01 job(byoa).quarantine = "EncounteredQuarantineException"`));

	it('L-25: a repaired password waits for the next retry', () =>
		passes(`${linked}
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
do 09:01 setCredential(byoa, ok)
do 09:02 edit(entra, 7, jobTitle, "A")
=> 15:00 byoa inc: update 1 [7]`));

	it('L-26: quarantine holds leavers too, and after 28 days the job is off', () =>
		passes(`${linked}
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
do 09:10 block(7)
?? 03-29 09:01 app(byoa, 7).active = true
?? 03-30 09:01 job(byoa).state = "Disabled"`));

	it('L-27: a manager who comes later does not appear at existing reports', () =>
		passes(`${linked}
do 08:30 assign(byoa, 6)
=> 09:00 byoa inc: create 1 [6]
?? 09:01 app(byoa, 7).manager = absent
do 09:10 restart(byoa)
?? 09:12 app(byoa, 7).manager = 6`));

	it('L-28: a group lacks members without an account, and they are not added when they come', () =>
		passes(`world cloud-only groupMapping=on
do 08:10 block(8)
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
do 08:30 unblock(8)
=> 09:00 byoa inc: create 1 [8]
?? 09:01 members(byoa, Sales-EMEA) = "7 9"`));

	it('L-29: a changed mapping runs everybody again', () =>
		passes(`${linked}
do 08:30 saveMapping(byoa, title = constant "X")
=> 08:30 byoa initial: update 2 [7 8]`));

	it('L-30: from sync-all to sync-assigned nothing happens until a restart; then all others are disabled', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:13 setScope(byoa, all)
do 08:20 start(byoa)
do 08:40 setScope(byoa, assigned)
=> 09:00 byoa inc: none
do 09:10 restart(byoa)
=> 09:10 byoa initial: skip 1 [7]; disable 24 [0-6 8-23 G1]`));

	it('L-31: the deletion threshold is counted per cycle', () =>
		passes(`${linked}
do 08:25 setThreshold(byoa, 1)
do 08:30 unassign(byoa, 7)
=> 09:00 byoa inc: disable 1 [7]
do 09:10 unassign(byoa, 8)
=> 09:40 byoa inc: disable 1 [8]`));

	it('L-32: after a deletion alarm a restart without a repair stages the same removals', () =>
		passes(`${linked}
do 08:25 setThreshold(byoa, 1)
do 08:30 unassign(byoa, 7 8)
=> 09:00 byoa inc: staged 2 [7 8]
do 09:10 restart(byoa)
=> 09:10 byoa initial: staged 2 [7 8]
do 09:20 allowDeletes(byoa)
=> 09:20 byoa inc: disable 2 [7 8]`));

	it('L-33: provision on demand forces nobody in', () =>
		passes(`${linked}
do 08:30 onDemand(byoa, 9)
=> 08:30 byoa demand: skip 1 [9]`));

	it('L-34: the progress counts pages of a hundred objects, not users', () => {
		const world = createWorld({ apps: ['byoa'], size: 500 });
		world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 10 * 60_000 });
		const cycle = world.tables.cycles.get(0)!;
		expect(cycle.endedAt).toBeNull();
		expect(world.tables.plans.get(cycle.plan)!.work.length).toBeGreaterThan(500);
		expect(Math.floor(cycle.next / 100)).toBe(1);
	});

	it('L-35: the counters count links ever made, disabled and deleted users included', () => {
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [7, 8] } });
		world.advance({ by: 20 * 60_000 });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 5 * 60_000 });
		world.do({ verb: 'user.softDelete', args: { user: 7 } });
		world.do({ verb: 'user.purge', args: { user: 7 } });
		world.do({ verb: 'unassign', args: { app: 'byoa', kind: 'user', who: [8] } });
		world.advance({ by: 60 * 60_000 });
		expect([...world.tables.accounts.all()].filter(({ resource }) => resource.data.active)).toEqual([]);
		expect(world.tables.everyLinkByJob.get(0).length).toBe(2);
	});

	it('L-36: a restored user gets the account back, the memberships are not written again', () => {
		const world = createWorld({ apps: ['byoa'], groupMapping: true });
		const emea = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'Sales-EMEA')!.slot;
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'group', who: [emea] } });
		world.advance({ by: 20 * 60_000 });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 5 * 60_000 });
		world.do({ verb: 'user.softDelete', args: { user: 8 } });
		world.advance({ by: 60 * 60_000 });
		world.do({ verb: 'user.restore', args: { user: 8 } });
		const from = world.checkpoint().seq;
		world.advance({ by: 60 * 60_000 });
		expect(world.facts(from).filter(({ kind }) => kind === 'membership')).toEqual([]);
		expect(world.facts(from).some(({ kind, rule }) => kind === 'row' && rule === 'C-176')).toBe(true);
	});

	it('L-37, C-231: a rehired person may take over the old account, and the old purge may delete it', () =>
		passes(`${linked}
do 08:30 softDelete(7)
=> 09:00 byoa inc: disable 1 [7]
do 09:10 edit(entra, 8, userPrincipalName, "jose@contoso.com")
do 09:11 entra.create(N1, displayName="Zoë Müller", mail="zoe.muller.2@contoso.com", employeeId="1000007")
do 09:12 saveMapping(byoa, employeeNumber = [employeeId] match 2)
do 09:13 assign(byoa, N1)
=> 09:52 byoa inc: enable 1 [N1]
do 09:55 purge(7)
=> 10:32 byoa inc: delete 1 [7]
?? 10:33 app(byoa, N1) = absent`));
});
