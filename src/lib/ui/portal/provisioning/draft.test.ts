import { describe, expect, it } from 'vitest';
import {
	errorsOf,
	isDraft,
	shownOf,
	stepsOf,
	typedSince,
	typedToken,
	waitsForRestart,
	type Draft,
	type Settings
} from './draft';

const settings = {
	credentials: {
		kind: 'bearer',
		system: null,
		accepted: true,
		fields: [
			{ key: 'BaseAddress', label: 'Tenant URL', secret: false, value: 'https://app.example/scim', filled: true },
			{ key: 'SecretToken', label: 'Secret Token', secret: true, value: '••••••••', filled: true }
		]
	},
	notificationMail: 'admin@contoso.com',
	sendMail: true,
	deletionThreshold: null,
	scope: { mode: 'assigned', words: 'Sync only assigned users and groups', isFixed: false, waits: true },
	status: 'Off'
} as unknown as Settings;

const draft = (changed: Partial<Draft>): Draft => ({ secrets: {}, ...changed });

describe('the form of the provisioning settings', () => {
	it('saves nothing when nothing was changed, also when a value was put back', () => {
		expect(stepsOf(draft({}), 'byoa', settings)).toEqual([]);
		expect(stepsOf(draft({ mail: 'admin@contoso.com', scope: 'assigned' }), 'byoa', settings)).toEqual([]);
	});

	it('keeps what has been typed since it was sent to be saved', () => {
		const sent = draft({ mail: 'a@contoso.com', secrets: { SecretToken: 'one' } });
		expect(typedSince(sent, sent)).toEqual({ secrets: {} });
		expect(typedSince(sent, { ...sent, send: false, secrets: { SecretToken: 'two' } })).toEqual({
			send: false,
			secrets: { SecretToken: 'two' }
		});
	});

	it('saves each changed setting by its own command, and the token only when one was typed', () => {
		const typed = draft({ secrets: { SecretToken: 'tok-byoa' }, scope: 'all', prevent: true, threshold: 5 });
		expect(stepsOf(typed, 'byoa', settings)).toEqual([
			['job.setSecret', { app: 'byoa', key: 'SecretToken', value: 'tok-byoa' }],
			['job.setThreshold', { app: 'byoa', threshold: 5 }],
			['job.setScope', { app: 'byoa', mode: 'all' }]
		]);
		expect(typedToken(typed, settings.credentials)).toBe('tok-byoa');
	});

	it('C-089, C-387: tells that a changed scope waits for a restart, unless saving restarts or nothing was handled yet', () => {
		const changed = draft({ scope: 'all' });
		expect(waitsForRestart(changed, settings)).toBe(true);
		expect(waitsForRestart(draft({ scope: 'assigned' }), settings)).toBe(false);
		expect(waitsForRestart(draft({ scope: 'all', clear: true }), settings)).toBe(false);
		expect(waitsForRestart(changed, { ...settings, scope: { ...settings.scope, waits: false } })).toBe(false);
	});

	it('takes the password of another kind of credentials for the token', () => {
		const fields = [{ key: 'Password', label: 'Admin password', secret: true, value: '', filled: false }];
		const other = { ...settings, credentials: { kind: 'password', system: null, accepted: false, end: null, fields } };
		const steps = stepsOf(draft({ secrets: { Password: 'tok-netsuite' } }), 'netsuite', other);
		expect(steps.map(([, args]) => args.key)).toEqual(['Password', 'SecretToken']);
	});

	it('refuses a wrong address and a wrong threshold as they are typed, and keeps them', () => {
		expect(errorsOf(draft({ mail: 'nobody' }), settings, 2024).mail).toBe('Enter a valid email address.');
		const wrong = draft({ mail: 'it@contoso.com', prevent: true, threshold: -1 });
		expect(errorsOf(wrong, settings, 2024)).toEqual({ threshold: expect.stringContaining('whole number') as string });
		expect(shownOf(wrong, settings)).toMatchObject({ mail: 'it@contoso.com', threshold: -1 });
	});

	it('wants every field filled in 2021 (C-041)', () => {
		expect(errorsOf(draft({ mail: '' }), settings, 2021).form).toContain('Notification Email');
		expect(errorsOf(draft({}), settings, 2021)).toEqual({});
		expect(errorsOf(draft({ mail: '' }), settings, 2024)).toEqual({});
	});

	it('has 1,024 bytes for credentials and mail in 2017 (C-042)', () => {
		const long = draft({ secrets: { SecretToken: 'x'.repeat(1000) } });
		expect(errorsOf(long, settings, 2017).form).toContain('1,024');
		expect(errorsOf(long, settings, 2024)).toEqual({});
	});

	it('clears the state of 2017 by a full reset after everything else (C-010)', () => {
		expect(stepsOf(draft({ clear: true, status: 'On' }), 'byoa', settings)).toEqual([
			['job.start', { app: 'byoa' }],
			['job.restart', { app: 'byoa', scope: 'Full' }]
		]);
	});

	it('is taken up again after a reload, but not with secrets or with what is no draft', () => {
		expect(isDraft({ secrets: {}, mail: 'half@', send: true, threshold: null, scope: 'all', status: 'Off' })).toBe(
			true
		);
		for (const other of [
			null,
			'text',
			{},
			{ secrets: { token: 'x' } },
			{ secrets: {}, scope: 'some' },
			{ secrets: {}, mail: 1 }
		])
			expect(isDraft(other), JSON.stringify(other)).toBe(false);
	});
});
