import { describe, expect, it } from 'vitest';
import type { Json } from '#lib/engine/base';
import { createWorld } from '#lib/world';
import { at, changed, must, running } from '../testing.fixture';
import { pathsOf, send } from './testing.fixture';

const fields = (value: object) => Object.keys(value).sort().join(' ');

describe('synchronization jobs by Graph', () => {
	it('C-031, C-029, C-030, C-032: a created job is disabled, not configured, and never was anything', () => {
		const world = createWorld({ apps: ['byoa'] });
		const { sync, job } = pathsOf(world, 'byoa');
		expect(send(world, 'DELETE', job).status).toBe(204);
		expect(send(world, 'GET', `${sync}/jobs`).body).toMatchObject({ value: [] });
		const { status, body } = send(world, 'POST', `${sync}/jobs`, { templateId: 'scim' });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			templateId: 'scim',
			schedule: { expiration: null, interval: 'P10675199DT2H48M5.4775807S', state: 'Disabled' },
			status: {
				code: 'NotConfigured',
				countSuccessiveCompleteFailures: 0,
				escrowsPruned: false,
				lastExecution: null,
				lastSuccessfulExecution: null,
				lastSuccessfulExecutionWithExports: null,
				quarantine: null,
				steadyStateFirstAchievedTime: '0001-01-01T00:00:00Z',
				steadyStateLastAchievedTime: '0001-01-01T00:00:00Z',
				synchronizedEntryCountByType: [],
				troubleshootingUrl: null
			}
		});
		expect((body as { id: string }).id).not.toBe(job.split('/').at(-1));
	});

	it('the shape of a job is the published one', () => {
		const world = running();
		const { body } = send(world, 'GET', pathsOf(world, 'byoa').job);
		expect(fields(body)).toBe('@odata.context id schedule status synchronizationJobSettings templateId');
		const { status, schedule } = body as { status: object; schedule: object };
		expect(fields(schedule)).toBe('expiration interval state');
		expect(fields(status)).toBe(
			'code countSuccessiveCompleteFailures escrowsPruned lastExecution lastSuccessfulExecution ' +
				'lastSuccessfulExecutionWithExports progress quarantine steadyStateFirstAchievedTime ' +
				'steadyStateLastAchievedTime synchronizedEntryCountByType troubleshootingUrl'
		);
	});

	it('C-034: the id of a job is the tag, the tenant without hyphens and a GUID', () => {
		const world = createWorld({ apps: ['byoa', 'slack'] });
		expect(pathsOf(world, 'byoa').id).toMatch(/^scim\.[0-9a-f]{32}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		expect(pathsOf(world, 'slack').id).toMatch(/^slack\./);
	});

	it('C-035: settings are names and texts', () => {
		const world = running();
		must(world, 'job.setThreshold', { app: 'byoa', threshold: 20 });
		expect(send(world, 'GET', pathsOf(world, 'byoa').job).body).toMatchObject({
			synchronizationJobSettings: [
				{ name: 'QuarantineTooManyDeletesThreshold', value: '20' },
				{ name: 'AllowDefaultEntitlement', value: 'False' },
				{ name: 'AzureIngestionAttributeOptimization', value: 'False' },
				{ name: 'LookaheadQueryEnabled', value: 'False' }
			]
		});
	});

	it('C-033: a started job is NotRun until its first cycle has completed, then Active', () => {
		const world = createWorld({ apps: ['byoa'] });
		const { job } = pathsOf(world, 'byoa');
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [2, 7] });
		world.advance({ to: at('08:10') });
		const code = () => (send(world, 'GET', job).body as { status: { code: string } }).status.code;
		expect(code()).toBe('NotRun');
		expect(send(world, 'POST', `${job}/start`).status).toBe(204);
		world.advance({ by: 1000 });
		expect(code()).toBe('NotRun');
		world.advance({ cycles: 1 });
		expect(code()).toBe('Active');
	});

	it('C-046, C-048: pause and start answer 204 and keep the state; pausing again changes nothing', () => {
		const world = changed();
		const { job } = pathsOf(world, 'byoa');
		expect(send(world, 'POST', `${job}/pause`)).toMatchObject({ status: 204, body: undefined });
		expect(send(world, 'GET', job).body).toMatchObject({ schedule: { state: 'Disabled' }, status: { code: 'Paused' } });
		const before = world.fingerprint();
		expect(send(world, 'POST', `${job}/pause`).status).toBe(204);
		expect(world.fingerprint()).toBe(before);
		expect(send(world, 'POST', `${job}/start`).status).toBe(204);
		world.advance({ cycles: 1 });
		expect([...world.tables.cycles.all()].at(-1)!.kind).toBe('incremental');
	});

	it('C-361: a restart is refused whose scope stands elsewhere than in its criteria', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const restart = (body: Json) => {
			const told = send(world, 'POST', `${job}/restart`, body);
			return told.status === 204 ? 'done' : (told.body as { error: { message: string } }).error.message;
		};
		const before = world.journal().length;
		expect(restart({ resetScope: 'Full' })).toMatch(
			/^The parameter 'resetScope' in the request payload is not a valid/
		);
		expect(restart({ criteria: 'Full' })).toBe('criteria has to be an object with resetScope.');
		expect(restart({ criteria: { scope: 'Full' } })).toMatch(/^The property 'scope' does not exist on type /);
		expect(world.journal()).toHaveLength(before);
		const type = '#microsoft.graph.synchronizationJobRestartCriteria';
		expect(restart({ criteria: { '@odata.type': type, resetScope: 'Full' } })).toBe('done');
		const empty: readonly Json[] = [{}, { criteria: null }, { criteria: {} }];
		expect(empty.map(restart)).toEqual(['done', 'done', 'done']);
	});

	it('C-360, C-370: a restart with empty criteria answers 204 without a body and does what the portal does', () => {
		const world = changed();
		const { job } = pathsOf(world, 'byoa');
		const links = world.tables.linksByJob.get(0).length;
		expect(send(world, 'POST', `${job}/restart`, { criteria: { resetScope: '' } })).toMatchObject({
			status: 204,
			body: undefined
		});
		world.advance({ cycles: 1 });
		expect([...world.tables.cycles.all()].at(-1)!.kind).toBe('initial');
		expect(world.tables.linksByJob.get(0)).toHaveLength(links);
	});

	it('C-361, C-367: resetScope is a comma-separated list, and Full breaks the links', () => {
		const world = changed();
		const { job } = pathsOf(world, 'byoa');
		const wrong = send(world, 'POST', `${job}/restart`, { criteria: { resetScope: 'Watermark, Everything' } });
		expect(wrong.status).toBe(400);
		expect(JSON.stringify(wrong.body)).toContain("Requested value 'Everything' was not found.");
		expect(send(world, 'POST', `${job}/restart`, { criteria: { resetScope: 'Watermark,Escrows' } }).status).toBe(204);
		expect(send(world, 'POST', `${job}/pause`).status).toBe(204);
		world.advance({ by: 60_000 });
		expect(world.tables.linksByJob.get(0).length).toBeGreaterThan(0);
		expect(send(world, 'POST', `${job}/restart`, { criteria: { resetScope: 'Full' } }).status).toBe(204);
		expect(world.tables.linksByJob.get(0)).toHaveLength(0);
	});

	it('C-362: None starts a paused job and resets nothing', () => {
		const world = changed();
		const { job } = pathsOf(world, 'byoa');
		send(world, 'POST', `${job}/pause`);
		expect(send(world, 'POST', `${job}/restart`, { criteria: { resetScope: 'None' } }).status).toBe(204);
		world.advance({ cycles: 1 });
		expect([...world.tables.cycles.all()].at(-1)!.kind).toBe('incremental');
	});

	it('what was done by Graph is undone like any command', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const before = world.fingerprint();
		send(world, 'POST', `${job}/pause`);
		world.seek({ index: world.sim.ledger.here - 1 });
		expect(world.fingerprint()).toBe(before);
		expect(send(world, 'GET', job).body).toMatchObject({ schedule: { state: 'Active' } });
	});

	it('C-021: a job is found below its own service principal only', () => {
		const world = createWorld({ apps: ['byoa', 'slack'] });
		const [byoa, slack] = [pathsOf(world, 'byoa'), pathsOf(world, 'slack')];
		expect(send(world, 'GET', `${slack.sync}/jobs/${byoa.id}`).status).toBe(404);
		expect(send(world, 'GET', '/v1.0/servicePrincipals/nobody/synchronization/jobs').status).toBe(404);
	});

	it('C-037: an application without a connector has no template, and no job can be created', () => {
		const world = createWorld({ apps: ['timecard'] });
		const { sync } = pathsOf(world, 'timecard');
		expect(send(world, 'GET', `${sync}/templates`).body).toMatchObject({ value: [] });
		expect(send(world, 'POST', `${sync}/jobs`, { templateId: 'timecard' }).status).toBe(400);
	});

	it('one job for each application is modelled, and a second one is refused', () => {
		const world = createWorld({ apps: ['byoa'] });
		const { sync } = pathsOf(world, 'byoa');
		expect(send(world, 'POST', `${sync}/jobs`, { templateId: 'scim' }).status).toBe(409);
		expect(send(world, 'POST', `${sync}/jobs`, {}).status).toBe(400);
		expect(send(world, 'POST', `${sync}/jobs`, { templateId: 'BoxOutDelta' }).status).toBe(400);
		expect(send(world, 'GET', `${sync}/templates`).body).toMatchObject({ value: [{ id: 'scim', default: true }] });
	});
});

describe('the surface', () => {
	it('errors have the shape of Graph', () => {
		const { status, body, headers } = send(running(), 'GET', '/v1.0/nothing/here');
		expect(status).toBe(404);
		expect(body).toEqual({
			error: {
				code: 'UnknownError',
				message: expect.stringContaining('/servicePrincipals/{sp}/synchronization/jobs'),
				innerError: {
					date: '2026-03-02T08:22:00',
					'request-id': headers['request-id'],
					'client-request-id': headers['request-id']
				}
			}
		});
	});

	it('a wrong method, a wrong version, a body that is no JSON and a bad encoding are told', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		expect(send(world, 'POST', `${job}/schema`)).toMatchObject({ status: 405 });
		expect(send(world, 'GET', '/v2.0/servicePrincipals').status).toBe(400);
		expect(send(world, 'POST', `${job}/restart`, '{"criteria"').status).toBe(400);
		expect(send(world, 'POST', `${job}/restart`, '[]').status).toBe(400);
		expect(send(world, 'GET', '/v1.0/servicePrincipals/%E0%A4%A').status).toBe(400);
	});

	it('service principals are found by the name of their application', () => {
		const world = createWorld({ apps: ['byoa', 'slack'] });
		const filter = encodeURIComponent("startswith(displayName, 'quill')");
		const { body } = send(world, 'GET', `/beta/servicePrincipals?$select=id,displayName&$filter=${filter}`);
		const { app } = pathsOf(world, 'byoa');
		expect(body).toMatchObject({ value: [{ id: app.id, displayName: 'Quillpad' }] });
		expect(send(world, 'GET', `/v1.0/servicePrincipals/${app.id}`).body).toMatchObject({ displayName: 'Quillpad' });
		expect(send(world, 'GET', "/v1.0/servicePrincipals?$filter=tags eq 'x'").status).toBe(400);
	});

	it('a call refuses a query that it would not heed, and a property that is not there', () => {
		const world = createWorld({ apps: ['byoa'] });
		const { sync, job } = pathsOf(world, 'byoa');
		const told = (path: string) => {
			const { status, body } = send(world, 'GET', path);
			return [status, (body as { error?: { message: string } }).error?.message];
		};
		const none = (name: string) => [400, `The query option $${name} is not supported here; this call takes none.`];
		expect(told(`${sync}/jobs?$filter=status/code eq 'Quarantine'`)).toEqual(none('filter'));
		expect(told(`${job}?$select=id`)).toEqual(none('select'));
		expect(told(`${job}/schema?$expand=directories`)).toEqual(none('expand'));
		expect(told('/v1.0/servicePrincipals?$select=id,shoeSize')).toEqual([
			400,
			"Parsing OData Select and Expand failed: Could not find a property named 'shoeSize' on type 'microsoft.graph.servicePrincipal'."
		]);
		expect(send(world, 'PUT', `${sync}/secrets?$select=id`, { value: [] }).status).toBe(204);
	});
});
