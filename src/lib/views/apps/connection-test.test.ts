import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { views } from '../index';
import { must, running } from '../testing.fixture';

describe('Test Connection', () => {
	it('asks the application for somebody who cannot exist, and an empty list will do (C-039)', () => {
		const test = views.connectionTest(running(), { app: 'byoa' });
		expect(test).toMatchObject({ ok: true, status: 200, code: null });
		expect(test.request).toMatch(/^GET \/Users\?filter=userName/);
	});

	it('fails with the words of the application when the token is another than it accepts (C-322)', () => {
		const test = views.connectionTest(running(), { app: 'byoa', token: 'expired' });
		expect(test).toMatchObject({ ok: false, status: 401 });
		expect(test.message).toContain('invalid credentials');
	});

	it('uses the saved token unless another one stands in the form', () => {
		const world = running();
		must(world, 'job.setSecret', { app: 'byoa', key: 'SecretToken', value: 'expired' });
		expect(views.connectionTest(world, { app: 'byoa' }).ok).toBe(false);
		expect(views.connectionTest(world, { app: 'byoa', token: 'tok-byoa' }).ok).toBe(true);
	});

	it('H-026: without an agent the test says that Active Directory cannot be reached', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		must(world, 'agent.stop', { agent: 'agent1' });
		const { ok, message } = views.connectionTest(world, { app: 'wd-ad' });
		expect(ok).toBe(false);
		expect(message).toMatch(/^There was an error connecting to Active Directory\. Please ensure that the on-premises/);
	});

	it('H-025: a test that succeeds proves nothing about what can be read', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		must(world, 'hr.domains', { app: 'wd-ad', missing: ['Worker Data: Workers'] });
		must(world, 'hr.activateDomains', { app: 'wd-ad' });
		expect(views.connectionTest(world, { app: 'wd-ad' }).ok).toBe(true);
	});

	it('changes nothing: no fact is told, and the fingerprint stays', () => {
		const world = running();
		const before = [world.fingerprint(), world.checkpoint().seq];
		views.connectionTest(world, { app: 'byoa', token: 'wrong' });
		expect([world.fingerprint(), world.checkpoint().seq]).toEqual(before);
	});
});
