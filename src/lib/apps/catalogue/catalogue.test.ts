import { describe, expect, it } from 'vitest';
import { create, match, setActive } from '#lib/scim/client';
import { parsePath } from '#lib/scim/patch/path';
import { createApp, planFor } from '..';
import type { JsonObject } from '#lib/scim/types';
import type { Quirks } from '../quirks';
import { at, auth, body, connection, vendor } from '../testing/vendor';
import type { App } from '../types';
import { catalogue } from './index';

describe('every application of the catalogue', () => {
	const connected = catalogue.filter((definition) => definition.connector !== 'none');

	it('lists the seventeen connected and the two manual applications once each', () => {
		expect(new Set(catalogue.map((definition) => definition.id)).size).toBe(19);
		expect(connected).toHaveLength(17);
	});

	it.each(connected.map((d) => [d.id, d] as const))('%s can be mapped: each target exists in its schema', (id, d) => {
		const models = planFor(id).models;
		for (const [type, rows] of Object.entries(d.mappings)) {
			const model = models.find((m) => m.type.name === type);
			for (const { target } of rows ?? []) expect(() => parsePath(target, model as never, false)).not.toThrow();
		}
	});

	it.each(connected.map((d) => [d.id, d] as const))('%s is matched by an attribute that it has indexed', (id, d) => {
		const first = d.mappings.User.find((r) => r.match === 1);
		expect(first).toBeDefined();
		const app: App = createApp(id);
		const response = app.answer(match(connection, 'User', first?.target as string, 'nobody@contoso.com'));
		expect(response.status).toBe(200);
		expect(body(response).totalResults).toBe(0);
		const label = (first?.target as string).replace(/\[.*\]/, '');
		expect(planFor(id).indexOf('User', label)).toBeDefined();
	});

	it('A-001: the manual applications have no connector, no mapping and no operation', () => {
		for (const id of ['timecard', 'larkspur']) {
			expect(planFor(id).definition).toMatchObject({ connector: 'none', mappings: { User: [] } });
		}
	});
});

describe('your own SCIM application', () => {
	it('A-410: refusing active=false is a 422 that leaves the account as it is', () => {
		const { made, send, stored } = at('byoa', { quirks: { deactivation: 'refuse' } });
		const id = made({ userName: 'a@contoso.com', active: 'True' });
		expect(send(setActive(connection, id, false)).status).toBe(422);
		expect(stored(id).data.active).toBe(true);
	});

	it('A-402: it creates, changes and finds users, in pages too, and still finds who was put out of use', () => {
		const { made, send, set } = at('byoa');
		const ids = ['a', 'b', 'c'].map((name) => made({ userName: `${name}@contoso.com` }));
		expect(set(ids[0]!, { title: 'x' }).status).toBe(200);
		send(setActive(connection, ids[0]!, false));
		const answered = (path: string) => body(send({ method: 'GET', path, headers: auth }));
		expect(answered(`/Users/${ids[0]!}`)).toMatchObject({ title: 'x', active: false });
		expect(body(send(match(connection, 'User', 'userName', 'a@contoso.com'))).totalResults).toBe(1);
		expect(answered('/Users?startIndex=2&count=1')).toMatchObject({ totalResults: 3, itemsPerPage: 1, startIndex: 2 });
	});

	it('A-405: two groups of one name are taken, or refused where its administrator turned that switch', () => {
		const second = (groupNames: Quirks['groupNames']) => {
			const { send } = at('byoa', { quirks: { groupNames } });
			const group = create(connection, 'Group', [{ path: 'displayName', value: 'Ops' }]);
			send(group);
			return send(group).status;
		};
		expect([second('any'), second('unique')]).toEqual([201, 409]);
	});

	it('A-403, A-410: an application that answers 404 to a query without a match', () => {
		const { send } = at('byoa', { quirks: { noMatch: 'notFound' } });
		expect(send(match(connection, 'User', 'userName', 'nobody')).status).toBe(404);
	});

	it('each switch can be turned while the application runs', () => {
		const { app, made, send } = at('byoa');
		const id = made({ userName: 'a@contoso.com', active: 'True' });
		const disable = () => send(setActive(connection, id, false)).status;
		app.turn('textBooleans', 'refuse');
		expect(app.quirks.textBooleans).toBe('refuse');
		expect(disable()).toBe(400);
		app.turn('textBooleans', 'accept');
		expect(disable()).toBe(200);
	});

	it.each<[Partial<Quirks>, (answer: JsonObject) => void]>([
		[{ missingId: 'always' }, (answer) => expect(answer).not.toHaveProperty('id')],
		[{ storedCase: 'lower' }, (answer) => expect(answer.displayName).toBe('ada b')],
		[{ unknownAttributes: 'refuse' }, (answer) => expect(answer.scimType).toBe('invalidSyntax')]
	])('A-410: %j breaks the sample application in its own way', (quirks, check) => {
		const { post } = at('byoa', { quirks });
		check(body(post({ userName: 'ada', displayName: 'Ada B', shoeSize: 7 })));
	});

	it('S-145: an unknown attribute and a missing one have codes of their own', () => {
		const { made, post, set } = at('byoa', { quirks: { unknownAttributes: 'refuse' } });
		expect(vendor(post({ userName: 'ada', shoeSize: 7 }))?.code).toBe('SchemaAttributeNotFound');
		expect(vendor(post({ title: 'x' }))).toMatchObject({ code: 'MandatoryFieldsMissing', attribute: 'userName' });
		expect(vendor(set(made({ userName: 'ada' }), { shoeSize: 7 }))?.code).toBe('SchemaAttributeNotFound');
	});

	it('A-410: an application without filters refuses them, or returns everybody', () => {
		const query = match(connection, 'User', 'userName', 'nobody');
		const refusing = at('byoa', { quirks: { filters: 'refuse' } });
		expect(refusing.send(query).status).toBe(400);
		const ignoring = at('byoa', { quirks: { filters: 'ignore' } });
		ignoring.made({ userName: 'ada' });
		ignoring.made({ userName: 'bob' });
		expect(body(ignoring.send(query)).totalResults).toBe(2);
	});

	it('S-069: an application that returns members although they were excluded', () => {
		const { send } = at('byoa', { quirks: { excludedMembers: 'return' } });
		const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
		const members = [{ value: 'u-1' }];
		const body = JSON.stringify({ schemas, displayName: 'Ops', members });
		send({ method: 'POST', path: '/Groups', headers: auth, body });
		expect(send(match(connection, 'Group', 'displayName', 'Ops')).body).toContain('"members"');
		expect(at('byoa').send(match(connection, 'Group', 'displayName', 'Ops')).body).not.toContain('"members"');
	});

	it('a protected account refuses updates', () => {
		const { app, made, set, stored } = at('byoa');
		const id = made({ userName: 'a@contoso.com' });
		app.store.put(id, { ...stored(id), aside: { protected: true } });
		expect(set(id, { title: 'x' }).status).toBe(403);
	});
});
