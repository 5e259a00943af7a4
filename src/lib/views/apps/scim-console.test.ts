import { describe, expect, it } from 'vitest';
import type { World } from '#lib/world';
import { views } from '../index';
import { must, running } from '../testing.fixture';

const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

function both(world: World, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) {
	const { token } = views.scimConsole(world, { app: 'byoa' });
	const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' };
	const request = { method, path, headers, ...(body && { body: JSON.stringify(body) }) };
	return views.scimTwin(world, { app: 'byoa', ...request });
}

describe('the SCIM console', () => {
	it('knows the token and an account to begin with', () => {
		const world = running();
		const { token, user, schemas } = views.scimConsole(world, { app: 'byoa' });
		expect(token).toBe('tok-byoa');
		expect(views.accounts(world, { app: 'byoa' }).rows.map(({ id }) => id)).toContain(user);
		expect(schemas.User).toBe('urn:ietf:params:scim:schemas:core:2.0:User');
	});

	it('checks a request before it is sent', () => {
		const [problem] = views.scimCheck(running(), {
			app: 'byoa',
			method: 'POST',
			path: '/Users',
			body: '{"userName": 1}'
		});
		expect(problem).toMatchObject({ part: 'body', severity: 'error', rule: 'S-182' });
	});

	it('asks a conformant twin with the same accounts, and keeps nothing of its answer', () => {
		const world = running();
		const { user } = views.scimConsole(world, { app: 'byoa' });
		const before = [world.fingerprint(), world.sim.ledger.tape.n, world.sim.ledger.facts.n];
		const value = 'False';
		const loose = { schemas: [patchOp], Operations: [{ op: 'Replace', path: 'active', value }] };
		expect(both(world, 'PATCH', `/Users/${user}`, loose).status).toBe(400);
		const strict = { schemas: [patchOp], Operations: [{ op: 'replace', path: 'active', value: false }] };
		const answer = both(world, 'PATCH', `/Users/${user}`, strict);
		expect([answer.status, JSON.parse(answer.body!).active]).toEqual([200, false]);
		expect(both(world, 'GET', `/Users/${user}`).body).toContain('"active":true');
		expect([world.fingerprint(), world.sim.ledger.tape.n, world.sim.ledger.facts.n]).toEqual(before);
	});

	it('the twin does not know the faults and switches of the application', () => {
		const world = running();
		must(world, 'app.set', {
			app: 'byoa',
			settings: { faults: [{ kind: 'serverError' }], quirks: { noMatch: 'notFound' } }
		});
		const { status, body } = both(world, 'GET', '/Users?filter=userName%20eq%20%22nobody%22');
		expect([status, JSON.parse(body!).totalResults]).toEqual([200, 0]);
	});
});
