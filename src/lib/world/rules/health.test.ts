import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

const broken = `world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]`;

describe('quarantine and retries', () => {
	it('C-322, C-340, C-556, C-461: a refused credential quarantines the job at once and sends one mail', () =>
		passes(`${broken}
?? 09:01 job(byoa).quarantine = "EncounteredQuarantineException"
?? 09:01 mails = 1
=> 15:00 byoa probe: fail [Unauthorized]
?? 15:01 mails = 1`));

	it('C-344, C-347: retries come 6, 12 and 24 hours after the first failure, then every 24', () =>
		passes(`${broken}
=> 15:00 byoa probe: fail [Unauthorized]
=> 21:00 byoa probe: fail [Unauthorized]
=> 03-03 09:00 byoa probe: fail [Unauthorized]
=> 03-04 09:00 byoa probe: fail [Unauthorized]`));

	it('C-016: an earlier generation waits its interval, and twice as long after each retry that fails, up to a day', () =>
		passes(`${broken.replace('cloud-only', 'cloud-only era=2019')}
=> 09:40 byoa probe: fail [Unauthorized]
=> 11:00 byoa probe: fail [Unauthorized]
=> 13:40 byoa probe: fail [Unauthorized]
=> 19:00 byoa probe: fail [Unauthorized]
=> 03-03 05:40 byoa probe: fail [Unauthorized]
=> 03-04 03:00 byoa probe: fail [Unauthorized]
=> 03-05 03:00 byoa probe: fail [Unauthorized]`));

	it('C-338: what Microsoft quarantines by hand pauses as every quarantine does, and the next clean retry lifts it', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]
do 08:30 quarantine(byoa)
?? 08:31 job(byoa).quarantine = "QuarantinedOnDemand"
?? 08:31 mails = 1
do 08:40 block(7)
?? 14:29 app(byoa, 7).active = true
=> 14:30 byoa inc: disable 1 [7]
?? 14:31 job(byoa).quarantine = none
?? 14:31 job(byoa).nextCycle = "15:10"`));

	it('C-345, C-349, C-358: a repaired credential waits for the next retry, which lifts the quarantine', () =>
		passes(`${broken}
do 09:10 block(7)
do 09:20 setCredential(byoa, ok)
?? 14:59 app(byoa, 7).active = true
=> 15:00 byoa inc: disable 1 [7]
?? 15:01 job(byoa).quarantine = none
?? 15:01 job(byoa).nextCycle = "15:40"`));

	it('C-353, C-354, C-355, C-014: after four weeks the job is off, and start brings it back with its links', () =>
		passes(`${broken}
do 09:10 block(7)
?? 03-29 09:01 job(byoa).state = "Quarantine"
?? 03-30 09:01 job(byoa).state = "Disabled"
do 03-31 10:00 setCredential(byoa, ok)
do 03-31 10:05 start(byoa)
=> 03-31 10:05 byoa inc: disable 1 [7]`));

	it('C-323, A-403: a test query that answers 404 quarantines the job as incompatible', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:15 app.toggle(byoa, notFound404=on)
do 08:20 start(byoa)
=> 08:20 byoa probe: fail [ServiceIncompatible]
?? 08:21 job(byoa).quarantine = "EncounteredQuarantineException"`));

	it('C-304, C-306: an object that failed is retried in the next cycle, then after 80, 160 and 320 minutes', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [7 InternalServerError]
=> 09:00 byoa inc: fail 1 [7 InternalServerError]
=> 09:40 byoa inc: none
=> 10:20 byoa inc: fail 1 [7 InternalServerError]
=> 13:00 byoa inc: fail 1 [7 InternalServerError]
=> 18:20 byoa inc: fail 1 [7 InternalServerError]`));

	it('C-308, C-309: a change of the object makes it due in the next cycle, and success ends the retries', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 09:00 byoa inc: fail 1 [7 InternalServerError]
do 09:10 app.toggle(byoa, rejectCreatesMod10=0)
do 09:20 edit(entra, 7, jobTitle, "A")
=> 09:40 byoa inc: create 1 [7]
=> 10:20 byoa inc: none
?? 10:21 job(byoa).result = "Succeeded"`));

	it('C-133, C-303, C-318: a failing object does not stop the others, and the cycle tells of entry-level errors', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=5)
do 08:12 assign(byoa, 3 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [3 InternalServerError]; create 2 [7 8]
?? 08:21 job(byoa).result = "EntryLevelErrors"`));

	it('C-102, C-103, C-168: several hits fail the object with DuplicateTargetEntries', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="a@contoso.com", employeeNumber="1000007")
do 08:10 app.create(byoa, userName="b@contoso.com", employeeNumber="1000007")
do 08:11 saveMapping(byoa, employeeNumber = [employeeId] match 2)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [7 DuplicateTargetEntries]`));

	it('C-360, C-372, C-129, C-293: the portal restart runs everybody by the stored links and repairs drift', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 app.edit(byoa, 7, title, "drifted")
do 08:45 restart(byoa)
=> 08:45 byoa initial: update 1 [7]; skip 1 [8]
?? 08:46 app(byoa, 7).title = "Account Executive"`));

	it('C-367, C-194, C-377: a full reset loses who is out of scope: the account stays active', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 unassign(byoa, 7)
do 08:45 restart(byoa, full)
=> 08:45 byoa initial: skip 1 [8]
?? 08:46 app(byoa).active = 2
?? 08:46 app(byoa, 7) = absent`));

	it('C-375, C-135, C-376: a restart loses hard deletes that were not delivered, not the other removals', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 softDelete(7)
do 08:31 purge(7)
do 08:32 unassign(byoa, 8)
do 08:45 restart(byoa)
=> 08:45 byoa initial: disable 1 [8]
?? 08:46 app(byoa).accounts = 2`));

	it('C-371: a restart that is asked for while a cycle runs waits for its end', () =>
		passes(`world cloud-only cycleMinutes=10
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:25 restart(byoa)
=> 08:20 byoa initial: create 1 [7]
=> 08:30 byoa initial: skip 1 [7]`));

	it('C-381, C-382, C-383, C-386: saved mappings and filters run everybody again with the links kept', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 18)
do 08:20 start(byoa)
do 08:40 saveMapping(byoa, title = constant "X")
=> 08:40 byoa initial: update 2 [7 18]
do 08:50 stop(byoa)
do 08:55 saveFilter(byoa, department EQUALS "Sales")
do 09:30 start(byoa)
=> 09:30 byoa initial: skip 1 [7]; disable 1 [18]`));

	it('C-388: credentials, mail and threshold start no cycle', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 setThreshold(byoa, 5)
do 08:31 setNotificationMail(byoa, "a@contoso.com")
?? 08:32 job(byoa).nextCycle = "09:00"
=> 09:00 byoa inc: none`));

	it('C-460: without an address no mail is sent', () =>
		passes(`world cloud-only
do 08:10 setNotificationMail(byoa, "")
do 08:12 assign(byoa, 7)
do 08:15 setCredential(byoa, bad)
do 08:20 start(byoa)
=> 08:20 byoa probe: fail [Unauthorized]
?? 08:21 mails = 0`));

	it('C-004: in the first generation a failing target is asked less and less often, without a quarantine', () =>
		passes(`world cloud-only era=2016
do 08:12 assign(byoa, 7)
do 08:15 setCredential(byoa, bad)
do 08:20 start(byoa)
=> 08:20 byoa probe: fail [Unauthorized]
=> 08:40 byoa probe: fail [Unauthorized]
=> 09:20 byoa probe: fail [Unauthorized]
?? 09:21 job(byoa).quarantine = none
=> 03-04 02:40 byoa probe: fail [Unauthorized]
=> 03-05 02:40 byoa probe: fail [Unauthorized]
=> 03-06 02:40 byoa probe: fail [Unauthorized]`));
});
