import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';

describe('the status page', () => {
	it('is empty where the mode is Manual, and not run before the first start', () => {
		const world = createWorld({ apps: ['byoa'] });
		expect(views.provisioning(world, { app: 'byoa' }).job).toMatchObject({ code: 'NotRun', words: 'Off', last: null });
		expect(() => views.provisioning(world, { app: 'nobody' })).toThrow('There is no application nobody');
	});

	it('C-443 to C-447, C-449: names the last cycle, the links to date and the next cycle', () => {
		const { job } = views.provisioning(changed(), { app: 'byoa' });
		expect(job).toMatchObject({ code: 'Active', words: 'On', users: 2, groups: 0, nextAt: at('09:40'), cycles: 2 });
		expect(job!.last).toMatchObject({ kind: 'Incremental cycle', name: 'cycle 2', state: 'Succeeded' });
		expect(job!.technical.jobId).toMatch(/^scim\./);
		expect(job!.technical.activityId).toBe(job!.last!.activityId);
	});

	it('C-138: while the first cycle runs there is nothing but that it runs, and nothing is wrong', () => {
		const world = createWorld({ apps: ['byoa'], size: 500 });
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ by: 20 * 60_000 });
		const { job } = views.provisioning(world, { app: 'byoa' });
		expect(job).toMatchObject({ words: 'Running', last: null, quarantine: null });
		expect(job!.graph).toMatchObject({ status: { lastExecution: null, countSuccessiveCompleteFailures: 0 } });
	});

	it('C-444, C-445: the progress counts pages of 100 objects', () => {
		const world = createWorld({ apps: ['byoa'], size: 500 });
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ until: ({ tables }) => (tables.cycles.get(0)?.next ?? 0) >= 250 });
		const { current, words } = views.provisioning(world, { app: 'byoa' }).job!;
		expect(words).toBe('Running');
		expect(current).toMatchObject({ kind: 'Initial cycle', phase: 'Users and groups' });
		expect(current!.progress).toMatchObject({ donePages: 2, pages: 6, doneObjects: 250 });
	});

	it('C-450 to C-459: the job as Graph gives it', () => {
		const { graph } = views.provisioning(changed(), { app: 'byoa' }).job!;
		expect(graph).toMatchObject({
			schedule: { interval: 'PT40M', state: 'Active', expiration: null },
			status: {
				code: 'Active',
				countSuccessiveCompleteFailures: 0,
				quarantine: null,
				troubleshootingUrl: null,
				lastExecution: { state: 'Succeeded', countExported: 2, countEscrowed: 0, error: null },
				synchronizedEntryCountByType: [
					{ key: 'User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', value: 2 },
					{ key: 'Group to urn:ietf:params:scim:schemas:core:2.0:Group', value: 0 }
				]
			}
		});
	});

	it('C-341, C-344, C-353: a quarantine says since when, when it looks again and when it is switched off', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		const { job } = views.provisioning(world, { app: 'byoa' });
		expect(job).toMatchObject({ code: 'Quarantine', words: 'Quarantine' });
		expect(job!.quarantine).toMatchObject({
			reason: 'EncounteredQuarantineException',
			since: at('09:00'),
			nextAttempt: at('15:00'),
			switchOffAt: at('09:00') + 28 * 24 * 3_600_000,
			canAllowDeletes: false
		});
		expect(job!.graph).toMatchObject({ status: { quarantine: { error: { tenantActionable: true } } } });
	});

	it('C-354, C-355: switched off after four weeks it keeps its quarantine and says Paused, until it is started', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ by: 29 * 24 * 3_600_000 });
		const { job } = views.provisioning(world, { app: 'byoa' });
		expect(job).toMatchObject({ code: 'Paused', words: 'Off, in quarantine', on: false });
		expect(job!.graph).toMatchObject({
			schedule: { state: 'Disabled' },
			status: { code: 'Paused', quarantine: { reason: 'EncounteredQuarantineException' } }
		});
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ by: 60_000 });
		expect(views.provisioning(world, { app: 'byoa' }).job!.code).toBe('Quarantine');
	});

	it('C-257, C-258: held removals are counted, and Allow deletes is offered', () => {
		const world = running();
		must(world, 'job.setThreshold', { app: 'byoa', threshold: 1 });
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2, 7] });
		world.advance({ to: at('09:02') });
		const { job } = views.provisioning(world, { app: 'byoa' });
		expect(job).toMatchObject({ heldRemovals: 2, quarantine: { reason: 'TooManyDeletes', canAllowDeletes: true } });
		must(world, 'job.allowDeletes', { app: 'byoa' });
		const allowed = views.provisioning(world, { app: 'byoa' }).job!;
		expect(allowed.quarantine).toMatchObject({ canAllowDeletes: false, nextAttempt: allowed.nextAt });
		expect([job!.deletesAllowed, allowed.deletesAllowed]).toEqual([false, true]);
		expect(views.home(world, {}).attention.map(({ kind }) => kind)).not.toContain('held removals');
		expect(allowed.nextAt).toBe(world.clock);
		const said = [views.home(world, {}).attention[0]!.sentence, views.timeline(world, {}).quarantines[0]!.words];
		expect(said).toEqual([expect.stringMatching(/Next try now\.$/), 'Quarantine, next try Mon 09:02']);
		must(world, 'job.stop', { app: 'byoa' });
		expect(views.home(world, {}).attention[0]!.sentence).toMatch(/No try comes while provisioning is off\.$/);
	});
});
