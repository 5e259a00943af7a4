import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { passes } from './passes.fixture';

const running = `world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)`;

describe('what starts everything anew, and what does not', () => {
	it('C-342: a quarantine that was lifted is over: the next one counts from one', () => {
		const world = createWorld({ apps: ['byoa'] });
		const credential = (state: string) => world.do({ verb: 'job.setCredential', args: { app: 'byoa', state } });
		const quarantine = () => world.tables.jobs.get(0)!.quarantine;
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [7] } });
		credential('bad');
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ cycles: 2 });
		const first = quarantine()!;
		expect(first.seriesCount).toBeGreaterThan(1);
		credential('ok');
		world.do({ verb: 'job.restart', args: { app: 'byoa' } });
		world.advance({ cycles: 1 });
		expect(quarantine()).toBeNull();
		credential('bad');
		world.advance({ cycles: 1 });
		expect(quarantine()).toMatchObject({ seriesCount: 1, seriesBegan: world.clock });
		expect(quarantine()!.seriesBegan).toBeGreaterThan(first.seriesBegan);
	});

	it('C-351, C-384: a saved mapping restarts a quarantined job and clears its quarantine and its retries', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [7 InternalServerError]
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
do 09:10 setCredential(byoa, ok)
do 09:11 app.toggle(byoa, rejectCreatesMod10=0)
do 09:20 saveMapping(byoa, title = constant "X")
=> 09:20 byoa initial: create 1 [7]
?? 09:21 job(byoa).quarantine = none`));

	it('C-373: a restart of a job that is off starts it', () =>
		passes(`${running}
do 08:30 stop(byoa)
do 08:40 edit(entra, 7, jobTitle, "A")
do 08:45 restart(byoa)
=> 08:45 byoa initial: update 1 [7]
?? 08:46 job(byoa).state = "Active"`));

	it('C-380: the initial cycle after a restart takes longer than an incremental one', () => {
		const world = createWorld({ apps: ['byoa'] });
		const took = () => {
			world.advance({ cycles: 1 });
			const { began, ended } = world.tables.jobs.get(0)!.last!;
			return ended - began;
		};
		world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		took();
		world.do({ verb: 'user.edit', args: { user: 7, attribute: 'jobTitle', value: 'A' } });
		world.advance({ by: 5 * 60_000 });
		const incremental = took();
		world.do({ verb: 'job.restart', args: { app: 'byoa' } });
		expect(took()).toBeGreaterThan(incremental);
		expect(incremental).toBeGreaterThan(0);
	});

	it('C-389: changing the target object actions runs everybody again', () =>
		passes(`${running}
do 08:30 setActions(byoa, C, U)
=> 08:30 byoa initial: skip 1 [7]`));

	it('C-390: each of several saves runs everybody again', () =>
		passes(`${running}
do 08:30 saveMapping(byoa, title = constant "X")
=> 08:30 byoa initial: update 1 [7]
do 08:32 saveMapping(byoa, title = constant "Y")
=> 08:32 byoa initial: update 1 [7]`));

	it('C-391: an assignment is a change of the source: the next incremental cycle handles it, and nothing restarts', () =>
		passes(`${running}
do 08:30 assign(byoa, 8)
?? 08:59 app(byoa, 8) = absent
=> 09:00 byoa inc: create 1 [8]`));

	const long = `${running.replace('assign(byoa, 7)', 'assign(byoa, 7 8)').replace('cloud-only', 'cloud-only cycleMinutes=20')}
do 08:30 unassign(byoa, 7)`;

	it('C-371, C-367, C-381: what is asked for while a cycle runs adds up: a full reset is not lost to what is saved after it', () =>
		passes(`${long}
do 08:31 restart(byoa, full)
do 08:32 saveMapping(byoa, title = constant "X")
=> 08:40 byoa initial: update 1 [8]
?? 08:59 app(byoa).active = 2`));

	it('C-371, C-381: nor is the initial cycle of a saved mapping lost to a restart that names only the escrows', () =>
		passes(`${long}
do 08:31 saveMapping(byoa, title = constant "X")
do 08:32 command(job.restart, {"app":"byoa","scope":"Escrows"})
=> 08:40 byoa initial: update 1 [8]; disable 1 [7]`));

	const off = `${running}
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
?? 03-30 09:01 job(byoa).state = "Disabled"
do 03-30 09:30 setCredential(byoa, ok)
do 03-30 09:31 block(7)`;

	it.each([
		['None', 'inc'],
		['Watermark', 'initial']
	])(
		'C-355, C-373: a job that four weeks of quarantine have switched off is started by a restart of %s too',
		(scope, kind) =>
			passes(`${off}
do 03-30 10:00 command(job.restart, {"app":"byoa","scope":"${scope}"})
=> 03-30 10:00 byoa ${kind}: disable 1 [7]
?? 03-30 10:01 job(byoa).state = "Active"
?? 03-30 10:01 job(byoa).quarantine = none`)
	);

	it('C-134: a job that pauses after its initial cycle is not in quarantine, whatever came before', () =>
		passes(`world cloud-only
do 08:10 command(world.set, {"thresholdScale":0.001})
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 5-16)
do 08:15 setCredential(byoa, bad)
do 08:20 start(byoa)
=> 08:20 byoa probe: fail [Unauthorized]
do 09:00 setCredential(byoa, ok)
=> 14:20 byoa initial: fail 12 [5-16 InternalServerError]
?? 14:25 job(byoa).state = "Paused"
?? 14:25 job(byoa).quarantine = none`));
});
