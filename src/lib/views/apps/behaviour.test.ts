import { describe, expect, it } from 'vitest';
import { faultWords } from '#lib/content/apps/faults';
import { quirkWords } from '#lib/content/apps/quirks';
import { views } from '../index';
import { at, must, running } from '../testing.fixture';

describe('the behaviour of an application', () => {
	it('has words for every switch and for each of its positions', () => {
		const { quirks } = views.behaviour(running(), { app: 'byoa' });
		expect(quirkWords.map(({ name }) => name).sort()).toEqual(quirks.map(({ name }) => name).sort());
		for (const { name, now, rfc, entra } of quirks) {
			const known = quirkWords.find((words) => words.name === name)!.positions.map(({ value }) => value);
			expect(known, name).toEqual(expect.arrayContaining([now, rfc, entra]));
		}
		expect(new Set(faultWords.map(({ kind }) => kind)).size).toBe(12);
	});

	it('tells which switches somebody turned, and back', () => {
		const world = running();
		must(world, 'app.set', { app: 'byoa', settings: { quirks: { noMatch: 'notFound' } } });
		const noMatch = () => views.behaviour(world, { app: 'byoa' }).quirks.find(({ name }) => name === 'noMatch')!;
		expect(noMatch()).toMatchObject({ now: 'notFound', vendor: 'empty', rfc: 'empty', entra: 'empty' });
		must(world, 'app.set', { app: 'byoa', settings: { quirks: {} } });
		expect(noMatch().now).toBe('empty');
	});

	it('an outage strikes the service from its beginning to its end, and leaves the administrator alone', () => {
		const world = running();
		const faults = [{ kind: 'unavailable', from: at('08:50'), to: at('09:10') }];
		must(world, 'app.set', { app: 'byoa', settings: { faults } });
		expect(views.behaviour(world, { app: 'byoa' }).faults).toEqual(faults);
		world.advance({ to: at('08:55') });
		const { id } = views.accounts(world, { app: 'byoa' }).rows[0]!;
		const body = JSON.stringify({
			schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
			Operations: [{ op: 'replace', path: 'title', value: 'Pilot' }]
		});
		must(world, 'app.request', { app: 'byoa', method: 'PATCH', path: `/Users/${id}`, body, what: 'Edit by hand' });
		const answer = () =>
			world.sim.apps.answer({ app: 0, method: 'GET', path: '/Users', headers: { Authorization: 'Bearer tok-byoa' } });
		expect(answer().status).toBe(503);
		world.advance({ to: at('09:11') });
		expect(answer().status).toBe(200);
	});
});
