import { describe, expect, it } from 'vitest';
import { at, must, running } from '../testing.fixture';
import { pathsOf, send } from './testing.fixture';

type Pairs = { readonly value: readonly { readonly key: string; readonly value: string }[] };
const valueOf = (body: unknown, key: string) => (body as Pairs).value.find((pair) => pair.key === key)?.value;

describe('secrets by Graph', () => {
	it('C-243: secret values come back as a star, the settings among them as they are', () => {
		const world = running();
		const { sync } = pathsOf(world, 'byoa');
		const secrets = [
			{ key: 'SecretToken', value: 'tok-byoa' },
			{ key: 'SkipOutOfScopeDeletions', value: 'True' },
			{ key: 'SyncAll', value: 'true' }
		];
		expect(send(world, 'PUT', `${sync}/secrets`, { value: secrets })).toMatchObject({ status: 204, body: undefined });
		const { body } = send(world, 'GET', `${sync}/secrets`);
		expect(valueOf(body, 'SecretToken')).toBe('*');
		expect(valueOf(body, 'SkipOutOfScopeDeletions')).toBe('True');
		expect(valueOf(body, 'SyncAll')).toBe('true');
		expect(JSON.parse(valueOf(body, 'SyncNotificationSettings')!)).toMatchObject({ Enabled: false });
	});

	it('C-247: the call replaces the whole set, and credentials left out are lost', () => {
		const world = running();
		const { sync, job } = pathsOf(world, 'byoa');
		const secrets = [{ key: 'SkipOutOfScopeDeletions', value: 'True' }];
		expect(send(world, 'PUT', `${sync}/secrets`, { value: secrets }).status).toBe(204);
		expect(valueOf(send(world, 'GET', `${sync}/secrets`).body, 'SecretToken')).toBeUndefined();
		world.advance({ to: at('09:01') });
		expect(send(world, 'GET', job).body).toMatchObject({
			status: { code: 'Quarantine', quarantine: { reason: 'EncounteredQuarantineException' } }
		});
	});

	it('C-245: the flag set by Graph keeps accounts that leave the scope', () => {
		const world = running();
		const { sync } = pathsOf(world, 'byoa');
		const secrets = [
			{ key: 'SecretToken', value: 'tok-byoa' },
			{ key: 'SkipOutOfScopeDeletions', value: 'True' }
		];
		send(world, 'PUT', `${sync}/secrets`, { value: secrets });
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [7] });
		world.advance({ to: at('09:01') });
		const { body } = send(world, 'GET', '/v1.0/auditLogs/provisioning?$top=5');
		expect(JSON.stringify(body)).toContain('SimSkipOutOfScopeDeletions');
	});

	it('C-250, C-251: notification and deletion threshold are stored as JSON among the secrets', () => {
		const world = running();
		const { sync, job } = pathsOf(world, 'byoa');
		const put = (value: string) =>
			send(world, 'PUT', `${sync}/secrets`, {
				value: [
					{ key: 'SecretToken', value: 'tok-byoa' },
					{ key: 'SyncNotificationSettings', value }
				]
			});
		expect(put('{"Enabled":true,"Recipients":"ops@contoso.com","DeleteThresholdEnabled":true}').status).toBe(204);
		expect(send(world, 'GET', job).body).toMatchObject({
			synchronizationJobSettings: expect.arrayContaining([
				{ name: 'QuarantineTooManyDeletesThreshold', value: '500' }
			]) as never
		});
		expect(world.sim.host.config(world.tables.jobs.get(0)!.config)).toMatchObject({
			notificationMail: 'ops@contoso.com',
			deletionThreshold: 500
		});
		expect(put('not JSON').status).toBe(409);
	});

	it('unknown keys and missing lists are refused as the service words it', () => {
		const world = running();
		const { sync } = pathsOf(world, 'byoa');
		const unknown = send(world, 'PUT', `${sync}/secrets`, { value: [{ key: 'SecretTocken', value: 'x' }] });
		expect(unknown).toMatchObject({
			status: 500,
			body: { error: { code: 'InternalError', message: "Requested value 'SecretTocken' was not found." } }
		});
		expect(send(world, 'PUT', `${sync}/secrets`, {})).toMatchObject({
			status: 400,
			body: { error: { code: 'RequestMissingRequiredParameter' } }
		});
		expect(send(world, 'PUT', `${sync}/secrets`, { value: [{ key: 'SecretToken' }] }).status).toBe(400);
	});
});

describe('credentials by Graph', () => {
	const credentials = (token: string, address?: string) => ({
		useSavedCredentials: false,
		credentials: [...(address ? [{ key: 'BaseAddress', value: address }] : []), { key: 'SecretToken', value: token }]
	});

	it('C-039: valid credentials answer 204, refused ones 400 with what the application said', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const { baseUrl } = world.sim.apps.of(0).app;
		expect(send(world, 'POST', `${job}/validateCredentials`, credentials('tok-byoa', baseUrl)).status).toBe(204);
		expect(send(world, 'POST', `${job}/validateCredentials`, credentials('guess'))).toMatchObject({
			status: 400,
			body: { error: { code: 'CredentialValidationUnavailable' } }
		});
	});

	it('a wrong address is told in the published words', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const { body } = send(
			world,
			'POST',
			`${job}/validateCredentials`,
			credentials('tok-byoa', 'https://wrong.example')
		);
		expect(body).toMatchObject({
			error: {
				code: 'SystemForCrossDomainIdentityManagementInvalidCredentials',
				message: 'Please provide a valid tenant URL for your application.'
			}
		});
	});

	it('S-001: a job whose saved address leads elsewhere goes straight into quarantine, until the address is right', () => {
		const world = running();
		const { job, sync } = pathsOf(world, 'byoa');
		const { baseUrl } = world.sim.apps.of(0).app;
		const save = (address: string) =>
			send(world, 'PUT', `${sync}/secrets`, {
				value: [
					{ key: 'BaseAddress', value: address },
					{ key: 'SecretToken', value: 'tok-byoa' }
				]
			});
		const error = {
			code: 'SystemForCrossDomainIdentityManagementInvalidCredentials',
			message: 'Please provide a valid tenant URL for your application.'
		};
		save('https://wrong.example/scim');
		const saved = { useSavedCredentials: true };
		expect(send(world, 'POST', `${job}/validateCredentials`, saved)).toMatchObject({ status: 400, body: { error } });
		world.advance({ to: at('09:01') });
		expect(send(world, 'GET', job).body).toMatchObject({
			status: {
				code: 'Quarantine',
				quarantine: { reason: 'EncounteredQuarantineException', error: { ...error, tenantActionable: true } }
			}
		});
		save(`${baseUrl}/?aadOptscim062020`);
		expect(send(world, 'POST', `${job}/start`).status).toBe(204);
		world.advance({ cycles: 1 });
		expect(send(world, 'GET', job).body).toMatchObject({ status: { code: 'Active' } });
	});

	it('saved credentials are tried, and those of a template too', () => {
		const world = running();
		const { job, sync } = pathsOf(world, 'byoa');
		const saved = { useSavedCredentials: true };
		expect(send(world, 'POST', `${job}/validateCredentials`, saved).status).toBe(204);
		const ofTemplate = (body: object) => send(world, 'POST', `${sync}/jobs/validateCredentials`, body as never).status;
		expect(ofTemplate({ templateId: 'scim', ...saved })).toBe(204);
		expect(ofTemplate(saved)).toBe(400);
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		expect(ofTemplate({ templateId: 'scim', ...saved })).toBe(400);
	});

	it('unknown keys and missing credentials are refused', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const send_ = (body: object) => send(world, 'POST', `${job}/validateCredentials`, body as never);
		expect(send_({}).status).toBe(400);
		expect(send_({ credentials: [{ key: 'Token', value: 'x' }] })).toMatchObject({
			status: 500,
			body: { error: { message: "Requested value 'Token' was not found." } }
		});
	});
});
