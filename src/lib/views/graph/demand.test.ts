import { describe, expect, it } from 'vitest';
import { createWorld, explain, type World } from '#lib/world';
import { at, must, running } from '../testing.fixture';
import { pathsOf, send } from './testing.fixture';

interface Record_ {
	readonly action: string;
	readonly startTime: string;
	readonly endTime: string;
	readonly provisioningSteps: readonly {
		name: string;
		type: string;
		status: string;
		timestamp: string;
		details: object;
	}[];
	readonly modifiedProperties: readonly object[];
	readonly statusInfo: { status: string };
	readonly reportableIdentifier: string;
	readonly targetIdentity: { id: string; type: string };
}

function demand(world: World, slot: number, key = 'byoa') {
	const { job } = pathsOf(world, key);
	const objectId = world.tables.users.get(slot)!.id;
	const answer = send(world, 'POST', `${job}/provisionOnDemand`, {
		parameters: [{ ruleId: 'any', subjects: [{ objectId, objectTypeName: 'User' }] }]
	});
	const { key: verdict, value } = (answer.body ?? {}) as { key?: string; value?: string };
	return {
		...answer,
		verdict: verdict ? (JSON.parse(verdict) as { result: string; details: object }) : null,
		record: value ? (JSON.parse(value) as Record_) : null
	};
}

const fields = (value: object) => Object.keys(value).sort().join(' ');

describe('provision on demand by Graph', () => {
	it('C-414: gives a short verdict and a full record, both as JSON text, in the published shape', () => {
		const world = running();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [8] });
		world.advance({ to: at('08:30') });
		const { status, verdict, record, body } = demand(world, 8);
		expect(status).toBe(200);
		expect(fields(body)).toBe('@odata.context key value');
		expect(verdict).toEqual({ result: 'Success', details: { errorCode: null, errorMessage: null } });
		expect(fields(record!)).toBe(
			'action changeId endTime modifiedProperties provisioningSteps reportableIdentifier sourceIdentity sourceSystem ' +
				'startTime statusInfo targetIdentity targetSystem'
		);
		expect(fields(record!.provisioningSteps[0]!)).toBe('description details name status timestamp type');
		expect(fields(record!.statusInfo)).toBe(
			'additionalDetails errorCategory errorCode reason recommendedAction status'
		);
		expect(record).toMatchObject({
			action: 'Create',
			targetSystem: { id: null, name: 'customappsso', details: null },
			sourceSystem: { name: 'Microsoft Entra ID' }
		});
		expect(record!.targetIdentity.type).toMatch(/^urn:ietf:params:scim:schemas:/);
		expect(Date.parse(record!.endTime)).toBeGreaterThan(Date.parse(record!.startTime));
	});

	it('C-415: an object that is equal on both sides gives Skipped, RedundantExport and Other', () => {
		const world = running();
		world.advance({ to: at('08:30') });
		const { verdict, record } = demand(world, 7);
		expect(verdict).toMatchObject({ result: 'Skipped', details: { errorCode: 'RedundantExport' } });
		expect(record).toMatchObject({ action: 'Other', statusInfo: { status: 'Skipped', errorCode: null } });
		const steps = record!.provisioningSteps.map(({ name, type, status }) => [name, type, status]);
		// The fifth is about a manager without an account.
		expect(steps.slice(0, 4)).toEqual([
			['EntryImport', 'Import', 'Success'],
			['EntryImport', 'Matching', 'Success'],
			['EntrySynchronizationScoping', 'Scoping', 'Success'],
			['EntrySynchronizationSkip', 'Export', 'Skipped']
		]);
		expect(record!.provisioningSteps[2]!.details).toEqual({
			IsActive: 'True',
			Assigned: 'True',
			IsEffectivelyEntitledForProvisioning: 'True',
			IsInProvisioningScopeDisplayName: 'True',
			ScopeEvaluationResult: '{}'
		});
		expect(record!.provisioningSteps[3]!.details).toEqual({ SkipReason: 'RedundantExport' });
		expect(record!.modifiedProperties.length).toBeGreaterThan(0);
		expect(record!.reportableIdentifier).toBe(world.tables.users.get(7)!.attrs.userPrincipalName);
	});

	it('C-392, C-416: a run takes seconds, and its row is in the log with its own cycle', () => {
		const world = running();
		world.advance({ to: at('08:30') });
		const began = world.clock;
		demand(world, 7);
		expect(world.clock - began).toBeLessThan(30_000);
		const { value } = send(world, 'GET', '/v1.0/auditLogs/provisioning').body as { value: { cycleId: string }[] };
		expect(value.filter(({ cycleId }) => cycleId === value[0]!.cycleId)).toHaveLength(1);
	});

	it('C-394: the action takes 5 requests in 10 seconds, then says when to come again', () => {
		const world = running();
		world.advance({ to: at('08:30') });
		for (let sent = 0; sent < 5; sent++) must(world, 'job.onDemand', { app: 'byoa', kind: 'user', object: 7 });
		const refused = demand(world, 7);
		expect(refused).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
		const wait = Number(refused.headers['Retry-After']);
		expect(wait).toBeGreaterThan(0);
		expect(wait).toBeLessThanOrEqual(10);
		world.advance({ by: 10_000 });
		expect(demand(world, 7).status).toBe(200);
	});

	it('C-393: one object a request, known in the source', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const objectId = world.tables.users.get(7)!.id;
		const post = (subjects: object[]) =>
			send(world, 'POST', `${job}/provisionOnDemand`, { parameters: [{ ruleId: '', subjects }] } as never).status;
		const user = { objectId, objectTypeName: 'User' };
		expect(post([])).toBe(400);
		expect(post([user, user])).toBe(400);
		expect(post([{ ...user, objectTypeName: 'Worker' }])).toBe(400);
		expect(post([{ ...user, objectId: 'nobody' }])).toBe(404);
		expect(send(world, 'POST', `${job}/provisionOnDemand`).status).toBe(400);
	});

	it('C-393: a group comes with the members that links.members names, at most five, and only its own', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const id = (slot: number) => world.tables.users.get(slot)!.id;
		const group = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'Pilot-W2-Sales')!;
		const own = [...world.tables.members.all()].filter((row) => row.group === group.slot).map(({ member }) => member);
		const post = (members: readonly object[]) =>
			send(world, 'POST', `${job}/provisionOnDemand`, {
				parameters: [{ ruleId: '', subjects: [{ objectId: group.id, objectTypeName: 'Group', links: { members } }] }]
			} as never);
		const user = (slot: number) => ({ objectId: id(slot), objectTypeName: 'User' });
		expect(post([...own, 1, 2, 4, 5, 6].slice(0, 6).map(user))).toMatchObject({ status: 400 });
		expect(post([{ objectId: group.id, objectTypeName: 'Group' }]).status).toBe(400);
		const stranger = [...world.tables.users.all()].find(({ slot }) => !own.includes(slot))!;
		expect(post([user(stranger.slot)]).status).toBe(409);
		must(world, 'job.setGroupMapping', { app: 'byoa', enabled: true });
		expect(post(own.slice(0, 2).map(user)).status).toBe(200);
		const demanded = [...world.tables.cycles.all()].findLast(({ kind }) => kind === 'demand')!;
		expect(world.tables.plans.get(demanded.plan)!.work).toHaveLength(3);
	});

	it('C-408: an application with an OAuth grant refuses while its job runs', () => {
		const world = createWorld({ apps: ['slack'] });
		must(world, 'job.start', { app: 'slack' });
		expect(demand(world, 7, 'slack')).toMatchObject({
			status: 409,
			body: { error: { message: 'refused: stop the job first (OAuth)' } }
		});
	});

	it('C-396: credentials that are refused make a failure without a row', () => {
		const world = running();
		world.advance({ to: at('08:30') });
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		const { status, verdict, record } = demand(world, 7);
		expect(status).toBe(200);
		expect(verdict).toMatchObject({ result: 'Failure' });
		expect(record).toMatchObject({ provisioningSteps: [], statusInfo: { status: 'Failure' } });
	});

	it('H-064: a job from human resources takes one worker', () => {
		const world = createWorld({ apps: ['wd-entra'], hr: 'workday' } as never);
		const [worker] = world.tables.workers.all();
		const { job } = pathsOf(world, 'wd-entra');
		const post = (objectTypeName: string, objectId: string) =>
			send(world, 'POST', `${job}/provisionOnDemand`, {
				parameters: [{ ruleId: '', subjects: [{ objectId, objectTypeName }] }]
			});
		expect(post('User', worker!.wid).status).toBe(400);
		const answer = post('Worker', worker!.wid);
		expect(answer.status).toBe(200);
		expect(JSON.parse((answer.body as { key: string }).key)).toHaveProperty('result');
	});
});

describe('the compliance flag', () => {
	it('C-413, S-003: acts in cycles as soon as the tenant URL has it, and not in a run on demand', () => {
		const world = running();
		const { app } = world.sim.apps.of(0);
		must(world, 'job.setSecret', { app: 'byoa', key: 'BaseAddress', value: `${app.baseUrl}?aadOptscim062020` });
		must(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Pilot' });
		world.advance({ to: at('08:30') });
		demand(world, 7);
		must(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Captain' });
		world.advance({ to: at('09:01') });
		const rows = [...world.facts()].filter(({ kind, subject }) => kind === 'row' && subject.slot === 7);
		const [onDemand, inCycle] = rows.slice(-2).map(({ seq }) => {
			const sent = explain(world, seq).findLast(({ step }) => step === 'request');
			return sent?.step === 'request' ? (sent.request.body ?? '') : '';
		});
		expect(onDemand).toContain('"op":"Replace"');
		expect(inCycle).toContain('"op":"replace"');
	});
});
