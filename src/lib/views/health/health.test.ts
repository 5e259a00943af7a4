import { describe, expect, it } from 'vitest';
import { at, must, running } from '../testing.fixture';
import { views } from '../index';

const day = 24 * 3_600_000;

describe('mails', () => {
	it('C-464: single failures send none; C-466: the switch-off after four weeks does', () => {
		const world = running();
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ to: at('09:01') });
		expect(views.mails(world, {}).total).toBe(0);
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ by: 30 * day });
		const subjects = views.mails(world, {}).rows.map(({ subject }) => subject);
		expect(subjects[0]).toMatch(/was switched off$/);
		expect(subjects).toHaveLength(2);
		expect(views.home(world, {}).attention[0]).toMatchObject({ kind: 'switched off', severity: 'failure' });
	});
});

describe('the audit log', () => {
	it('C-469, C-470, C-471: names what was saved, started, stopped and restarted', () => {
		const world = running();
		must(world, 'job.setThreshold', { app: 'byoa', threshold: 5 });
		must(world, 'job.saveFilter', { app: 'byoa', filter: null });
		must(world, 'job.restart', { app: 'byoa' });
		must(world, 'job.stop', { app: 'byoa' });
		const { rows, activities } = views.audit(world, {});
		expect(rows.map(({ activity }) => activity)).toEqual([
			'Disable/pause provisioning configuration',
			'Enable/restart provisioning configuration',
			'Update attribute mappings or scope',
			'Update provisioning setting or credentials',
			'Enable/start provisioning configuration'
		]);
		expect(activities).toEqual([...activities].sort());
		expect(rows.every(({ seq, initiatedBy }) => seq > 0 && initiatedBy === 'You')).toBe(true);
		expect(
			views.audit(world, { search: 'threshold' }).total + views.audit(world, { search: 'mappings' }).total
		).toBeGreaterThan(0);
	});

	it('C-526, C-054: keeps the rows of a job that was deleted, under its application, as the mails and the insights do', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		must(world, 'job.setCredential', { app: 'byoa', state: 'ok' });
		must(world, 'user.edit', { user: 7, attribute: 'department', value: 'Harbour' });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({
			until: ({ tables }) => [...tables.cycles.all()].some((one) => !one.state && one.counts.exports > 0)
		});
		must(world, 'job.delete', { app: 'byoa' });
		const { rows } = views.audit(world, { app: 'byoa' });
		expect(rows[0]).toMatchObject({ activity: 'Delete provisioning configuration', app: { key: 'byoa' } });
		expect(views.audit(world, {}).total).toBe(rows.length);
		expect(views.mails(world, { app: 'byoa' }).rows[0]!.app).toMatchObject({ key: 'byoa' });
		expect(views.insights(world, {}).byCycle).toHaveLength(2);
	});

	it('C-475: rows of the audit log are gone after thirty days', () => {
		const world = running();
		expect(views.audit(world, {}).total).toBe(1);
		world.advance({ by: 31 * day });
		expect(views.audit(world, {}).total).toBe(0);
	});

	it('C-472: entering and leaving quarantine are both there', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		must(world, 'job.setCredential', { app: 'byoa', state: 'ok' });
		must(world, 'job.restart', { app: 'byoa' });
		world.advance({ to: at('09:10') });
		const rows = views.audit(world, { activity: 'Quarantine' }).rows;
		expect(rows.map(({ text }) => text)).toEqual(['Leaving quarantine', 'EncounteredQuarantineException']);
		expect(rows.every(({ initiatedBy }) => initiatedBy === 'Azure AD Provisioning Service')).toBe(true);
	});
});

describe('the job as Graph gives it', () => {
	it('C-452, C-453, C-455: managers are no entries, who leaves is not entitled, and what is staged was expected', () => {
		const world = running();
		const executions = () => {
			const { last, lastWithExports } = views.provisioning(world, { app: 'byoa' }).job!;
			return [last!.counts, lastWithExports!.ended === last!.ended];
		};
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [0, 1] });
		world.advance({ to: at('09:05') });
		expect(executions()).toMatchObject([{ entitled: 2, exports: 2, exported: 2 }, true]);
		must(world, 'user.edit', { user: 7, attribute: 'manager', value: 0 });
		world.advance({ to: at('09:45') });
		expect(executions()).toMatchObject([{ entitled: 1, exports: 0, exported: 0 }, true]);
		must(world, 'job.setThreshold', { app: 'byoa', threshold: 1 });
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [0, 1] });
		must(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Pilot' });
		world.advance({ to: at('10:25') });
		expect(executions()).toMatchObject([{ entitled: 1, exports: 3, exported: 1 }, true]);
	});

	it('C-451 to C-454, C-457, C-458: counts of the last execution, entries by type, errors', () => {
		const world = running();
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5, 6] });
		world.advance({ to: at('09:05') });
		const { graph, last } = views.provisioning(world, { app: 'byoa' }).job!;
		expect(graph).toMatchObject({
			status: {
				lastExecution: {
					state: 'EntryLevelErrors',
					countEscrowed: 2,
					countExports: 2,
					countExported: 0,
					countImportedDeltas: 2,
					activityIdentifier: last!.activityId
				},
				synchronizedEntryCountByType: [
					{ key: 'User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', value: 2 },
					{ key: 'Group to urn:ietf:params:scim:schemas:core:2.0:Group', value: 0 }
				]
			}
		});
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:45') });
		expect(views.provisioning(world, { app: 'byoa' }).job!.graph).toMatchObject({
			status: {
				quarantine: { error: { code: expect.any(String), message: expect.any(String), tenantActionable: true } }
			}
		});
	});
});
