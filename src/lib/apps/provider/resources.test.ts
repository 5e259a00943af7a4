import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import { body, started } from '../testing/started';

describe('resources', () => {
	it('S-182, S-185, S-186: id, schemas and meta are the application’s own', () => {
		const { user } = started({ now: () => Date.UTC(2026, 2, 2, 8) });
		const made = user('ada', { id: 'mine', meta: { location: 'elsewhere' } });
		expect(made.id).not.toBe('mine');
		expect(made.schemas).toEqual([CORE_USER]);
		expect(made.meta).toEqual({
			resourceType: 'User',
			created: '2026-03-02T08:00:00.000Z',
			lastModified: '2026-03-02T08:00:00.000Z',
			location: `https://conformance.example/scim/v2/Users/${made.id}`,
			version: 'W/"1"'
		});
	});

	it('S-187, S-216, S-305: Location and ETag say what meta says', () => {
		const { ask } = started();
		const response = ask('POST', '/Users', { schemas: [CORE_USER], userName: 'ada' });
		const meta = body(response).meta as JsonObject;
		expect(response.headers).toMatchObject({ Location: meta.location, ETag: meta.version });
		const operations = [{ op: 'add', path: 'title', value: 'Analyst' }];
		for (const answer of [
			ask('GET', `/Users/${body(response).id}`),
			ask('PUT', `/Users/${body(response).id}`, { schemas: [CORE_USER], userName: 'ada' }),
			ask('PATCH', `/Users/${body(response).id}`, { schemas: [MESSAGE.patch], Operations: operations })
		]) {
			const { location, version } = body(answer).meta as JsonObject;
			expect(answer.headers).toMatchObject({ Location: location, 'Content-Location': location, ETag: version });
		}
	});

	it('attributes under the URN of the core schema are read as if they stood beside it', () => {
		const { ask } = started();
		const inside = { userName: 'ada', id: 'own', schemas: ['urn:own'], groups: [{ value: 'g' }], title: '' };
		const made = ask('POST', '/Users', {
			schemas: [CORE_USER],
			[CORE_USER]: inside,
			[ENTERPRISE_USER]: { division: 'R' }
		});
		expect(made.status).toBe(201);
		expect(body(made)).toMatchObject({ schemas: [CORE_USER, ENTERPRISE_USER], userName: 'ada' });
		expect(body(made).id).not.toBe('own');
		expect(body(made)).not.toHaveProperty('groups');
		const { id } = body(made);
		const put = ask('PUT', `/Users/${id}`, {
			schemas: [CORE_USER],
			[CORE_USER]: { userName: 'ada', title: 'Analyst' }
		});
		expect(body(put)).toMatchObject({ id, userName: 'ada', title: 'Analyst' });
		expect(body(ask('POST', '/Users', { schemas: [CORE_USER], [CORE_USER]: 'ada' })).scimType).toBe('invalidValue');
		expect(ask('POST', '/Groups', { schemas: [CORE_GROUP], [CORE_GROUP]: { displayName: 'Ops' } }).status).toBe(201);
	});

	it('S-198: an extension is listed exactly while it is there', () => {
		const { ask, user } = started();
		const { id } = user('ada', { [ENTERPRISE_USER]: { department: 'Records' } });
		expect(body(ask('GET', `/Users/${id}`)).schemas).toEqual([CORE_USER, ENTERPRISE_USER]);
		const operations = [{ op: 'remove', path: `${ENTERPRISE_USER}:department` }];
		const after = body(ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations: operations }));
		expect(after.schemas).toEqual([CORE_USER]);
		expect(after).not.toHaveProperty([ENTERPRISE_USER]);
	});

	it('S-200: a password is taken and never shown, not even to a filter', () => {
		const { ask, user } = started();
		const { id } = user('ada', { password: 'secret' });
		expect(body(ask('GET', `/Users/${id}?attributes=password`))).not.toHaveProperty('password');
		expect(body(ask('GET', `/Users?filter=${encodeURIComponent('password eq "secret"')}`)).totalResults).toBe(0);
	});

	it('S-201: groups of a user follow from the groups', () => {
		const { ask, user, group } = started();
		const { id } = user('ada', { groups: [{ value: 'invented' }] });
		expect(body(ask('GET', `/Users/${id}`))).not.toHaveProperty('groups');
		const ops = group('Ops', id);
		expect(body(ask('GET', `/Users/${id}`)).groups).toEqual([
			{ value: ops.id, $ref: ops.meta.location, display: 'Ops', type: 'direct' }
		]);
		expect(body(ask('GET', `/Users?filter=${encodeURIComponent(`groups eq "${ops.id}"`)}`)).totalResults).toBe(1);
		ask('DELETE', `/Groups/${ops.id}`);
		expect(body(ask('GET', `/Users/${id}`))).not.toHaveProperty('groups');
	});

	it('S-218, S-224: a name can be taken again once its owner is gone', () => {
		const { ask, user } = started();
		const { id } = user('ada');
		const again = ask('POST', '/Users', { schemas: [CORE_USER], userName: 'ADA' });
		expect(again.status).toBe(409);
		expect(body(again)).toMatchObject({ schemas: [MESSAGE.error], status: '409', scimType: 'uniqueness' });
		expect(ask('DELETE', `/Users/${id}`)).toMatchObject({ status: 204 });
		expect(user('ada').id).not.toBe(id);
	});

	it('S-214: a name that is taken cannot be had by PUT or PATCH either', () => {
		const { ask, user } = started();
		user('ada');
		const { id } = user('bob');
		const put = ask('PUT', `/Users/${id}`, { schemas: [CORE_USER], userName: 'ada' });
		const operations = [{ op: 'replace', path: 'userName', value: 'Ada' }];
		const patch = ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations: operations });
		expect([put.status, patch.status]).toEqual([409, 409]);
	});

	it('S-220 to S-222: PUT clears what it does not name and never creates', () => {
		const { ask, user } = started();
		const { id, meta } = user('ada', { title: 'Analyst', [ENTERPRISE_USER]: { department: 'Records' } });
		const put = ask('PUT', `/Users/${id}`, { schemas: [CORE_USER], id: 'x', userName: 'ada', nickName: 'A' });
		expect(put.status).toBe(200);
		expect(body(put)).toMatchObject({ id, nickName: 'A', meta: { created: meta.created } });
		expect(body(put)).not.toHaveProperty('title');
		expect(body(put)).not.toHaveProperty([ENTERPRISE_USER]);
		expect(ask('PUT', '/Users/nobody', { schemas: [CORE_USER], userName: 'x' }).status).toBe(404);
		expect(ask('PUT', `/Users/${id}`, { schemas: [CORE_USER] }).status).toBe(400);
	});

	it('PUT of a group replaces its members', () => {
		const { ask, user, group } = started();
		const [a, b] = [user('a').id, user('b').id];
		const { id } = group('Ops', a);
		const put = (members: object[] | undefined) =>
			body(ask('PUT', `/Groups/${id}`, { schemas: [CORE_GROUP], displayName: 'Ops', members })).members;
		expect(put([{ value: b }])).toMatchObject([{ value: b }]);
		expect(put(undefined)).toBeUndefined();
	});

	it('S-223: what is deleted is gone from everywhere', () => {
		const { ask, user, group } = started();
		const { id } = user('ada');
		const ops = group('Ops', id);
		ask('DELETE', `/Users/${id}`);
		expect(ask('GET', `/Users/${id}`).status).toBe(404);
		expect(ask('DELETE', `/Users/${id}`).status).toBe(404);
		expect(body(ask('GET', `/Groups/${ops.id}`))).not.toHaveProperty('members');
	});

	it('S-191: null, empty lists and empty objects are no values', () => {
		const { user } = started();
		const made = user('ada', { title: null, roles: [], name: {}, emails: [null, {}] });
		for (const name of ['title', 'roles', 'name', 'emails']) expect(made).not.toHaveProperty(name);
	});

	it('S-193: two primary values are refused', () => {
		const { ask } = started();
		const emails = [
			{ value: 'a', primary: true },
			{ value: 'b', primary: true }
		];
		expect(body(ask('POST', '/Users', { schemas: [CORE_USER], userName: 'a', emails })).scimType).toBe('invalidValue');
	});
});

it('S-260: its own id is no change, as clients that rename a group send it; another one is refused', () => {
	const { ask, group } = started();
	const { id } = group('Ops');
	const rename = (value: object) =>
		ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations: [{ op: 'replace', value }] });
	expect(rename({ id, displayName: 'Operations' }).status).toBe(204);
	expect(body(ask('GET', `/Groups/${id}`)).displayName).toBe('Operations');
	expect(body(rename({ id: 'other', displayName: 'X' })).scimType).toBe('mutability');
});

describe('the manager', () => {
	it('S-100 to S-102: is asked for with and without its URN, in either order', () => {
		const { ask, user } = started();
		const boss = user('boss').id;
		const { id } = user('ada', { [ENTERPRISE_USER]: { manager: { value: boss } } });
		const total = (filter: string) =>
			body(ask('GET', `/Users?filter=${encodeURIComponent(filter)}&attributes=id`)).totalResults;
		expect(total(`id eq "${id}" and manager eq "${boss}"`)).toBe(1);
		expect(total(`manager eq "${boss}" and id eq "${id}"`)).toBe(1);
		expect(total(`id eq "${id}" and manager eq "${id}"`)).toBe(0);
		expect(total(`${ENTERPRISE_USER}:manager.value eq "${boss}"`)).toBe(1);
	});

	it('S-103: the list form on the bare path, where it is tolerated', () => {
		const patch = (kind: string) => {
			const { ask, user } = started({}, kind);
			const { id } = user('ada');
			const Operations = [{ op: 'Add', path: 'manager', value: [{ $ref: 'https://x.example/Users/2', value: 'u-2' }] }];
			return ask('PATCH', `/Users/${id}`, { schemas: [MESSAGE.patch], Operations });
		};
		expect(body(patch('byoa'))[ENTERPRISE_USER]).toMatchObject({ manager: { value: 'u-2' } });
		expect(body(patch('conformance')).scimType).toBe('invalidPath');
	});
});

describe('members', () => {
	it('S-124 to S-127, S-204: repeats are ignored, whole values come and go', () => {
		const { ask, group } = started({}, 'byoa');
		const { id } = group('Ops', 'u-1');
		const patch = (...Operations: object[]) =>
			ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).status;
		const members = () => ((body(ask('GET', `/Groups/${id}`)).members ?? []) as JsonObject[]).map((m) => m.value);
		expect(patch({ op: 'Add', path: 'members', value: [{ $ref: null, value: 'u-1' }, { value: 'u-2' }] })).toBe(204);
		expect(members()).toEqual(['u-1', 'u-2']);
		expect(patch({ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'u-1' }] })).toBe(204);
		expect(members()).toEqual(['u-2']);
		patch(
			{ op: 'remove', path: 'members[value eq "u-2"]' },
			{ op: 'add', path: 'members', value: [{ value: 'u-3' }] },
			{ op: 'remove', path: 'members[value eq "u-9"]' }
		);
		expect(members()).toEqual(['u-3']);
		patch({ op: 'remove', path: 'members' }, { op: 'add', value: { members: [{ value: 'u-4' }] } });
		expect(members()).toEqual(['u-4']);
		patch({ op: 'add', path: 'members', value: [{ value: 'u-5' }, { value: 'u-6' }] });
		patch({ op: 'remove', path: 'members[value ne "u-5"]' });
		expect(members()).toEqual(['u-5']);
	});

	it('S-257: the operations after one find a member that came without its type by the type that it has', () => {
		const { ask, user, group } = started();
		const [ada, inner] = [user('ada').id, group('Inner').id];
		const { id } = group('Ops');
		const Operations = [
			{ op: 'add', path: 'members', value: [{ value: ada }, { value: inner }] },
			{ op: 'remove', path: 'members[type eq "Group"]' }
		];
		expect(ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).status).toBe(204);
		expect(body(ask('GET', `/Groups/${id}`)).members).toMatchObject([{ value: ada, type: 'User' }]);
	});

	it('a member without a value is refused', () => {
		const { ask, group } = started();
		const { id } = group('Ops');
		const Operations = [{ op: 'add', path: 'members', value: [{ display: 'Ada' }] }];
		const response = ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations });
		expect(body(response)).toMatchObject({ status: '400', scimType: 'invalidValue' });
	});

	it('S-258: a refused request leaves the members as they were', () => {
		const { ask, group } = started();
		const { id } = group('Ops', 'u-1');
		const Operations = [
			{ op: 'remove', path: 'members' },
			{ op: 'replace', path: 'id', value: 'x' }
		];
		expect(ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).status).toBe(400);
		expect(body(ask('GET', `/Groups/${id}`)).members).toMatchObject([{ value: 'u-1' }]);
	});

	it('S-035, S-122: a PATCH of a group is 204, or 200 to a client of the RFC that asks for JSON', () => {
		const answers = (kind: string) => {
			const { ask, group } = started({}, kind);
			const { id } = group('Ops');
			const patch = { schemas: [MESSAGE.patch], Operations: [{ op: 'add', path: 'externalId', value: 'x' }] };
			return [{}, { Accept: '*/*' }, { Accept: 'application/json, text/plain, */*' }].map(
				(headers) => ask('PATCH', `/Groups/${id}`, patch, headers as Record<string, string>).status
			);
		};
		expect(answers('conformance')).toEqual([204, 204, 200]);
		expect(answers('byoa')).toEqual([204, 204, 204]);
	});

	it('S-308: a new member is a new version of the group', () => {
		const { ask, group } = started();
		const { id } = group('Ops');
		const Operations = [{ op: 'add', path: 'members', value: [{ value: 'u-1' }] }];
		const versions = [1, 2].map(
			() => ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations }).headers.ETag
		);
		expect(versions).toEqual(['W/"2"', 'W/"2"']);
	});
});
