import { describe, expect, it } from 'vitest';
import { createWorld, type Command } from '#lib/world';
import { passes } from './passes.fixture';

describe('the core of the service', () => {
	it('C-058: no setting of a job changes its interval', () => {
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		const interval = world.tables.jobs.get(0)!.intervalMs;
		for (const verb of ['job.set', 'job.setInterval', 'job.setSchedule'] as never[])
			expect(world.do({ verb, args: { app: 'byoa', intervalMs: 60_000 } } as Command).ok).toBe(false);
		world.advance({ to: world.clock + 8 * 3_600_000 });
		expect(world.tables.jobs.get(0)!.intervalMs).toBe(interval);
	});

	it('C-062: incremental cycles repeat until the job is stopped', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]
do 03-05 10:00 block(7)
=> 03-05 10:20 byoa inc: disable 1 [7]
do 03-05 10:30 stop(byoa)
do 03-05 10:35 unblock(7)
?? 03-06 10:00 app(byoa, 7).active = false`));

	it('C-067: with assigned users only the others are left alone, and with all they are provisioned', () => {
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]`);
		passes(`world cloud-only
do 08:12 setScope(byoa, all)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 25 [0-23 G1]; skip 1 [24]`);
	});

	it('C-209: a group mapping that is off is skipped, and its members are users all the same', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, Sales-EMEA)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [7-9]`));

	it('C-209: switched off again, it leaves alone the groups that it has made, whatever becomes of them', () =>
		passes(`world cloud-only groupMapping=on
do 08:12 assign(byoa, Renamed-Later)
do 08:20 start(byoa)
do 08:30 command(job.setGroupMapping, {"app":"byoa","enabled":false})
=> 08:30 byoa initial: skip 2 [20 21]
do 08:40 groupRename(Renamed-Later, "New")
do 08:41 unassign(byoa, Renamed-Later)
=> 09:10 byoa inc: disable 2 [20 21]
do 09:20 restart(byoa)
=> 09:20 byoa initial: skip 2 [20 21]
?? 09:21 app(byoa).groups = "Renamed-Later"`));

	it('C-288, C-319: a reference that fails and an object that is skipped are no failures of an object', () => {
		passes(`world cloud-only
do 08:12 assign(byoa, 7 24)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]; refFail 1 [7]; skip 1 [24]
?? 08:30 job(byoa).quarantine = none`);
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [7, 24] } });
		world.advance({ to: world.clock + 8 * 60_000 });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ to: world.clock + 60_000 });
		expect([world.tables.links.next, world.tables.escrows.next]).toEqual([1, 0]);
	});

	it('C-339: a quarantine names one of the documented reasons', () => {
		const start = `world cloud-only
do 08:12 assign(byoa, 7-9)
do 08:20 start(byoa)`;
		passes(`${start}
do 08:50 setCredential(byoa, bad)
?? 09:01 job(byoa).quarantine = "EncounteredQuarantineException"`);
		passes(`${start}
do 08:25 setThreshold(byoa, 1)
do 08:30 unassign(byoa, 7-9)
?? 09:01 job(byoa).quarantine = "TooManyDeletes"`);
	});

	it('C-350: a restart lifts the quarantine and runs an initial cycle', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
do 09:10 block(7)
do 09:20 setCredential(byoa, ok)
do 09:30 restart(byoa)
=> 09:30 byoa initial: disable 1 [7]
?? 09:31 job(byoa).quarantine = none`));
});
