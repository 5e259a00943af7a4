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
});
