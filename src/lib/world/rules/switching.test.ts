import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

describe('switching the job on, off and back on', () => {
	it('C-043, C-044, C-137: the first start runs an initial cycle at that moment, and the job is Active when it ends', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:27 start(byoa)
=> 08:27 byoa initial: create 1 [7]
?? 08:28 job(byoa).state = "Active"
?? 08:28 job(byoa).nextCycle = "09:07"`));

	it('C-056, C-059: incremental cycles start forty minutes after the start of the one before', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:45 edit(entra, 7, jobTitle, "A")
do 09:30 edit(entra, 8, jobTitle, "B")
=> 09:00 byoa inc: update 1 [7]
=> 09:40 byoa inc: update 1 [8]
=> 10:20 byoa inc: none`));

	it('C-045, C-047, C-048, C-049, C-050: off lets the cycle finish, sends nothing, and on catches up at once', () =>
		passes(`world cloud-only cycleMinutes=8
do 08:12 assign(byoa, 3 7)
do 08:20 start(byoa)
do 08:21 stop(byoa)
=> 08:20 byoa initial: create 2 [3 7]
?? 08:29 job(byoa).state = "Off"
do 08:40 edit(entra, 7, jobTitle, "A")
do 08:41 unassign(byoa, 3)
?? 09:50 app(byoa, 7).title = "Account Executive"
?? 09:50 app(byoa, 3).active = true
do 10:05 start(byoa)
=> 10:05 byoa inc: update 1 [7]; disable 1 [3]
?? 10:06 job(byoa).nextCycle = "10:45"`));

	it('C-050: a hard delete made while the job was off is delivered in the first cycle after on', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 stop(byoa)
do 08:40 softDelete(7)
do 08:41 purge(7)
do 12:00 start(byoa)
=> 12:00 byoa inc: delete 1 [7]`));

	it('C-052: starting a quarantined job lifts the quarantine and runs a cycle', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
?? 09:01 job(byoa).state = "Quarantine"
do 09:30 setCredential(byoa, ok)
do 09:31 edit(entra, 7, jobTitle, "A")
do 09:32 start(byoa)
=> 09:32 byoa inc: update 1 [7]
?? 09:33 job(byoa).quarantine = none`));

	it('C-053: starting a job that is running already changes nothing', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 start(byoa)
?? 08:31 job(byoa).nextCycle = "09:00"`));

	it('C-060, C-061: cycles of one job never overlap; a long one is followed at once by the next', () =>
		passes(`world cloud-only cycleMinutes=95
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:45 edit(entra, 7, jobTitle, "A")
?? 09:41 app(byoa, 7).title = "Account Executive"
=> 09:55 byoa inc: update 1 [7]`));

	it('C-003, C-009, C-018, C-056: the interval belongs to the generation of the service', () => {
		const run = (era: string, next: string) =>
			passes(`world cloud-only era=${era}
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
?? 08:25 job(byoa).nextCycle = "${next}"`);
		run('2016', '08:30');
		run('2017', '08:30');
		run('2019', '09:00');
		run('2021', '09:00');
		run('2024', '09:00');
	});
});
