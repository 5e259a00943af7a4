import { describe, expect, it } from 'vitest';
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

	it('changes nothing: no fact is told, and the fingerprint stays', () => {
		const world = running();
		const before = [world.fingerprint(), world.checkpoint().seq];
		views.connectionTest(world, { app: 'byoa', token: 'wrong' });
		expect([world.fingerprint(), world.checkpoint().seq]).toEqual(before);
	});
});
