import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { views } from '../index';
import { must } from '../testing.fixture';

const job = (world: ReturnType<typeof createWorld>, key: string) =>
	views.hrConnection(world, {})!.jobs.find((one) => one.key === key)!;

describe('the connection to human resources', () => {
	it('is none where there is no human-resources system', () => {
		expect(views.hrConnection(createWorld(), {})).toBeNull();
	});

	it('H-013: counts the workers who need a licence, and keeps nobody out for it', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		const { licences } = views.hrConnection(world, {})!;
		expect(licences).toBe([...world.tables.workers.all()].filter(({ lastDay }) => lastDay === null).length);
		must(world, 'hr.terminate', { worker: 7, lastDay: '2026-03-05' });
		expect(views.hrConnection(world, {})!.licences).toBe(licences);
		must(world, 'hr.terminate', { worker: 8, lastDay: '2026-03-01' });
		expect(views.hrConnection(world, {})!.licences).toBe(licences - 1);
	});

	it('H-022, H-028: says which attributes come back empty as things stand', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		expect(job(world, 'wd-ad')).toMatchObject({ version: null, xpaths: 'v21.1', empty: [], reads: true });
		must(world, 'hr.apiUrl', { app: 'wd-ad', url: 'https://wd3.workday.com/ccx/service/contoso/v34.0' });
		expect(job(world, 'wd-ad')).toMatchObject({ version: 34 });
		expect(job(world, 'wd-ad').empty).toContain('BusinessTitle');
		must(world, 'hr.xpaths', { app: 'wd-ad', version: 'v30.0' });
		must(world, 'hr.domains', { app: 'wd-ad', missing: ['Worker Data: Current Staffing Information'] });
		expect(job(world, 'wd-ad')).toMatchObject({ empty: [], isPending: true });
		must(world, 'hr.activateDomains', { app: 'wd-ad' });
		expect(job(world, 'wd-ad').empty).toEqual(['ManagerReference', 'SupervisoryOrganization']);
	});

	it('H-090, H-364: says which employment of SuccessFactors is read, and the ids of the picklists', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		expect(job(world, 'sf-ad')).toMatchObject({ employment: 'first', startDate: 'first', preHires: true });
		must(world, 'hr.employmentPath', { app: 'sf-ad', employment: 'active', startDate: 'active' });
		expect(job(world, 'sf-ad')).toMatchObject({ employment: 'active', preHires: false });
		expect(job(world, 'sf-wb').typeIds).toContainEqual({ name: 'emailType', id: '8448' });
	});
});

describe('uploads to API-driven jobs', () => {
	it('are offered where there is no such job, and told with their answers where there is', () => {
		const world = createWorld();
		expect(views.uploads(world, {})).toMatchObject({ jobs: [], offered: [{ key: 'api-entra' }] });
		must(world, 'app.add', { app: 'api-entra' });
		must(world, 'api.post', { app: 'api-entra', records: [{ externalId: '9000001' }] });
		const { jobs, calls, records } = views.uploads(world, {});
		expect(jobs).toMatchObject([{ on: false, hasMail: false, waiting: 1 }]);
		expect(jobs[0]!.endpoint).toContain('bulkUpload');
		expect(calls).toMatchObject([{ answers: '202', records: 1 }]);
		expect(records).toMatchObject([{ externalId: '9000001', state: 'waiting' }]);
		must(world, 'job.setNotificationMail', { app: 'api-entra', address: 'iam@contoso.com' });
		must(world, 'job.start', { app: 'api-entra' });
		const state = () => views.uploads(world, {}).records[0]!.state;
		world.advance({ until: ({ tables }) => [...tables.jobs.all()].some(({ cycle }) => cycle !== null) });
		expect(state()).toBe('taken');
		world.advance({ by: 60_000 });
		expect(state()).toBe('failed');
		world.advance({ by: 11 * 60_000 });
		expect(views.home(world, {}).attention[0]!.sentence).toContain('The next upload tries them again');
		const [row] = views.logs(world, {}).rows;
		expect(row).toMatchObject({ identity: '9000001', sourceId: '9000001', object: { kind: 'record', slot: 0 } });
		const told = views.logRow(world, { seq: row!.seq })!;
		expect(JSON.stringify(told.graph.provisioningSteps)).not.toContain('@');
		const chain = views.why(world, { seq: row!.seq })!.chain.map(({ sentence }) => sentence);
		expect(chain).toContain('The service read 9000001: a change of type Add.');
	});

	it('H-014: the first generation of the portal has no writeback', () => {
		const world = createWorld({ preset: 'cloud-only', hr: 'workday' });
		const names = () => views.gallery(world, {}).map(({ name }) => name);
		expect(names()).toContain('Workday Writeback');
		const jobs = views.gallery(world, {}).filter(({ isJob }) => isJob);
		expect(jobs.map(({ kind, here }) => [kind, here])).toContainEqual(['wd-entra', 1]);
		must(world, 'world.set', { era: 2016 });
		expect(names()).not.toContain('Workday Writeback');
		expect(names()).not.toContain('Workday to Active Directory User Provisioning');
	});
});
