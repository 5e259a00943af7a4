import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

const staged = `world cloud-only
do 08:11 setThreshold(byoa, 2)
do 08:12 assign(byoa, 3 5 7 8)
do 08:20 start(byoa)
do 08:45 unassign(byoa, 3 5 7)
do 08:46 assign(byoa, 9)
=> 09:00 byoa inc: create 1 [9]; staged 3 [3 5 7]
?? 09:01 job(byoa).quarantine = "TooManyDeletes"`;

describe('accidental deletion prevention', () => {
	it('C-250, C-252, C-254, C-255, C-256, C-196, C-463: above the threshold nothing is removed, the rest is sent, one mail is sent', () =>
		passes(`${staged}
?? 09:01 app(byoa).active = 5
?? 09:01 mails = 1`));

	it('C-254: as many removals as the threshold are carried out', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 3)
do 08:12 assign(byoa, 3 5 7)
do 08:20 start(byoa)
do 08:45 unassign(byoa, 3 5 7)
=> 09:00 byoa inc: disable 3 [3 5 7]`));

	it('C-253: the count starts anew in each cycle', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 3 5)
do 08:20 start(byoa)
do 08:45 unassign(byoa, 3)
=> 09:00 byoa inc: disable 1 [3]
do 09:10 unassign(byoa, 5)
=> 09:40 byoa inc: disable 1 [5]`));

	it('C-257, C-258: allowing them carries out exactly the staged removals, and the job is healthy again', () =>
		passes(`${staged}
do 09:30 allowDeletes(byoa)
=> 09:30 byoa inc: disable 3 [3 5 7]
?? 09:31 job(byoa).quarantine = none
?? 09:31 app(byoa).active = 2`));

	it('C-259: removing the cause and restarting leaves everybody in', () =>
		passes(`${staged}
do 09:10 assign(byoa, 3 5 7)
do 09:20 restart(byoa)
=> 09:20 byoa initial: skip 5 [3 5 7-9]
?? 09:21 job(byoa).quarantine = none
?? 09:21 app(byoa).active = 5`));

	it('C-260: a restart without a repair stages them again', () =>
		passes(`${staged}
do 09:20 restart(byoa)
=> 09:20 byoa initial: skip 2 [8 9]; staged 3 [3 5 7]
?? 09:21 job(byoa).quarantine = "TooManyDeletes"`));

	it('C-261: a repair without a restart shows at the next quarantine retry', () =>
		passes(`${staged}
do 09:10 assign(byoa, 3 5 7)
?? 14:59 job(byoa).quarantine = "TooManyDeletes"
=> 15:00 byoa inc: skip 3 [3 5 7]
?? 15:01 job(byoa).quarantine = none`));

	it('C-337, C-131: hard deletes count too, and a first cycle never removes anybody', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 3 5)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [3 5]
do 08:30 softDelete(3)
do 08:31 softDelete(5)
do 08:32 purge(3)
=> 09:00 byoa inc: staged 2 [3 5]`));

	it('C-258, C-371: allowed while a cycle still runs, they are carried out when it has ended', () =>
		passes(`${staged.replace('cloud-only', 'cloud-only cycleMinutes=20')}
do 09:50 restart(byoa)
do 10:00 allowDeletes(byoa)
=> 09:50 byoa initial: skip 2 [8 9]; staged 3 [3 5 7]
=> 10:10 byoa inc: disable 3 [3 5 7]
?? 10:11 job(byoa).quarantine = none`));

	it('C-258, C-355: allowed after four weeks have switched the job off, they start it', () =>
		passes(`${staged}
?? 03-30 09:01 job(byoa).state = "Disabled"
do 03-30 10:00 allowDeletes(byoa)
=> 03-30 10:00 byoa inc: disable 3 [3 5 7]
?? 03-30 10:01 job(byoa).state = "Active"
?? 03-30 10:01 job(byoa).quarantine = none`));
});
