import { describe, expect, it } from 'vitest';
import { create, match, setActive, update } from '#lib/scim/client';
import { CORE_GROUP, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import type { Schema } from '#lib/scim/schema/types';
import { accept, stateOf } from '../admin';
import type { AppSettings } from '../definition';
import { planFor } from '..';
import { at, auth, body, connection, vendor } from '../testing/vendor';

describe('Slack', () => {
	const work = 'emails[type eq "work"].value';

	it('A-165: a name of 22 characters is long_username, one of 21 is accepted', () => {
		const { post } = at('slack');
		expect(body(post({ userName: 'x'.repeat(22), [work]: 'a@contoso.com' })).detail).toBe('long_username');
		expect(post({ userName: 'x'.repeat(21), [work]: 'a@contoso.com' }).status).toBe(201);
	});

	it('an account needs an e-mail address', () => {
		expect(vendor(at('slack').post({ userName: 'ada' }))?.code).toBe('MandatoryFieldsMissing');
	});

	it('A-168: a title of 140 characters is stored with 120', () => {
		const { made, stored } = at('slack');
		const id = made({ userName: 'ada', [work]: 'a@contoso.com', title: 'x'.repeat(140) });
		expect((stored(id).data.title as string).length).toBe(120);
	});

	it('A-163: deleting a user deactivates, deleting a group removes', () => {
		const { app, made, remove, stored, send } = at('slack');
		const id = made({ userName: 'ada', [work]: 'a@contoso.com' });
		remove(id);
		expect(stored(id).data.active).toBe(false);
		const group = body(send(create(connection, 'Group', [{ path: 'displayName', value: 'Ops' }]))).id as string;
		app.answer({ method: 'DELETE', path: `/Groups/${group}`, headers: auth });
		expect(app.store.get(group)).toBeUndefined();
	});

	it('A-166: the service itself refuses a display name with an @', () => {
		const rule = planFor('slack').definition.accepts?.displayName as RegExp;
		expect(rule.test('sales@emea')).toBe(false);
		expect(rule.test("Zoë O'Neil (temp)")).toBe(true);
	});
});

describe('Dropbox', () => {
	it('A-181, A-182: an account is invited; suspending it before it was accepted deletes it', () => {
		const { made, stored, send } = at('dropbox');
		const id = made({ userName: 'ada@contoso.com' });
		expect(stateOf('dropbox', stored(id))).toBe('invited');
		send(setActive(connection, id, false));
		expect(stored(id)).toBeUndefined();
	});

	it('A-184: a suspended account keeps its seat', () => {
		const { app, made, stored, post, send } = at('dropbox', { seats: 1 });
		const id = made({ userName: 'ada@contoso.com' });
		app.store.put(id, accept(stored(id), 0));
		send(setActive(connection, id, false));
		expect(stateOf('dropbox', stored(id))).toBe('suspended');
		expect(vendor(post({ userName: 'bob@contoso.com' }))?.code).toBe('LicenseLimitExceeded');
	});
});

describe('AWS IAM Identity Center', () => {
	const user = { userName: 'ada', displayName: 'Ada', 'name.givenName': 'Ada', 'name.familyName': 'B' };
	const work = 'emails[type eq "work"].value';

	it('A-202: a missing family name fails the user', () => {
		const { 'name.familyName': _, ...rest } = user;
		expect(vendor(at('aws').post(rest))).toMatchObject({
			code: 'MandatoryFieldsMissing',
			attribute: 'name.familyName'
		});
	});

	it('A-203: a second e-mail address is refused', () => {
		const response = at('aws').post({ ...user, [work]: 'a@b.c', 'emails[type eq "other"].value': 'd@b.c' });
		expect(vendor(response)?.code).toBe('SchemaPropertyCanOnlyAcceptValue');
	});

	it('A-204: a semicolon in a name is refused', () => {
		expect(at('aws').post({ ...user, displayName: 'Ada; B' }).status).toBe(400);
	});

	it('A-205: filters know eq and and only, there is no bulk endpoint', () => {
		const { send } = at('aws');
		expect(send({ method: 'GET', path: '/Users?filter=userName%20sw%20%22a%22', headers: auth }).status).toBe(400);
		expect(send({ method: 'POST', path: '/Bulk', headers: auth, body: '{}' }).status).toBe(501);
	});

	it('A-205, A-206: members are named, a hundred in a request at most', () => {
		const { send } = at('aws');
		const ask = (method: 'POST' | 'PATCH', path: string, json: object) =>
			send({ method, path, headers: auth, body: JSON.stringify(json) });
		const group = body(ask('POST', '/Groups', { schemas: [CORE_GROUP], displayName: 'Ops' })).id as string;
		const some = (count: number) => Array.from({ length: count }, (_, i) => ({ value: `u-${i}` }));
		const patch = (operation: object) =>
			ask('PATCH', `/Groups/${group}`, { schemas: [MESSAGE.patch], Operations: [operation] }).status;
		const members = (op: string, count?: number) =>
			patch({ op, path: 'members', ...(count !== undefined && { value: some(count) }) });
		expect([members('add', 100), members('add', 101)]).toEqual([204, 400]);
		expect([members('replace', 1), members('remove'), members('Remove', 1)]).toEqual([400, 400, 204]);
		const within = (op: string, count: number) => patch({ op, value: { displayName: 'Ops', Members: some(count) } });
		expect([within('add', 100), within('add', 101), within('replace', 1)]).toEqual([204, 400, 400]);
		expect(patch({ op: 'replace', value: { displayName: 'Operations' } })).toBe(204);
	});

	it('A-207: an e-mail address that another user has is 409', () => {
		const { post } = at('aws');
		post({ ...user, [work]: 'a@b.c' });
		expect(post({ ...user, userName: 'bob', [work]: 'A@b.c' }).status).toBe(409);
	});
});

describe('Zoom', () => {
	it('A-263: another user type than the three is refused', () => {
		const { post } = at('zoom');
		expect(vendor(post({ userName: 'a@contoso.com', userType: 'Gold' }))?.code).toBe('AttributeValidationFailed');
		expect(post({ userName: 'a@contoso.com', userType: 'On-Prem' }).status).toBe(201);
	});

	it('A-264: only licensed users take a seat', () => {
		const { post } = at('zoom', { seats: 1 });
		expect(post({ userName: 'a@contoso.com', userType: 'Licensed' }).status).toBe(201);
		expect(post({ userName: 'b@contoso.com', userType: 'Basic' }).status).toBe(201);
		expect(vendor(post({ userName: 'c@contoso.com', userType: 'Licensed' }))?.code).toBe('LicenseLimitExceeded');
	});

	it('who comes back with a licence needs a free one, and who is out of use takes none', () => {
		const { made, post, send } = at('zoom', { seats: 1 });
		const licensed = (userName: string, active = 'True') => ({ userName, active, userType: 'Licensed' });
		const first = made(licensed('a@contoso.com'));
		expect(post(licensed('b@contoso.com', 'False')).status).toBe(201);
		send(setActive(connection, first, false));
		expect(post(licensed('c@contoso.com')).status).toBe(201);
		expect(vendor(send(setActive(connection, first, true)))?.code).toBe('LicenseLimitExceeded');
	});

	it('A-264: an account has 9,999 basic users at most', () => {
		const { post } = at('zoom');
		for (let n = 1; n < 9999; n++) post({ userName: `${n}@contoso.com`, userType: 'Basic' });
		expect(post({ userName: 'a@contoso.com' }).status).toBe(201);
		expect(vendor(post({ userName: 'b@contoso.com' }))?.code).toBe('LicenseLimitExceeded');
		expect(post({ userName: 'c@contoso.com', userType: 'Licensed' }).status).toBe(201);
	});

	it('A-262: a user needs a name, and can be asked for by it', () => {
		const { post, send } = at('zoom');
		expect(vendor(post({ 'name.givenName': 'Ada' }))).toMatchObject({ attribute: 'userName' });
		post({ userName: 'ada@contoso.com' });
		expect(body(send(match(connection, 'User', 'userName', 'ada@contoso.com'))).totalResults).toBe(1);
	});

	it('A-265: a new e-mail address must be of a managed domain', () => {
		const { made, set } = at('zoom');
		const id = made({ userName: 'a@contoso.com', 'emails[type eq "work"].value': 'a@contoso.com' });
		expect(vendor(set(id, { 'emails[type eq "work"].value': 'a@elsewhere.com' }))?.code).toBe('InvalidDomain');
		expect(set(id, { 'emails[type eq "work"].value': 'a@fabrikam.com' }).status).toBe(200);
	});

	it('A-266: an address of another Zoom account is a conflict; A-267: without single sign-on nothing works', () => {
		expect(at('zoom', { taken: ['raj@contoso.com'] }).post({ userName: 'raj@contoso.com' }).status).toBe(409);
		expect(at('zoom', { sso: false }).post({ userName: 'raj@contoso.com' }).status).toBe(400);
	});
});

describe('GitHub Enterprise Managed User', () => {
	const post = (userName: string, app = at('github')) => app.post({ externalId: userName, userName });

	it.each([
		["siobhan.o'connor@contoso.com", 'siobhan-o-connor_ctso'],
		['John.Smith@contoso.com', 'John-Smith_ctso'],
		['omar_partner.com#EXT#@contoso.onmicrosoft.com', 'omar-partner-com_ctso']
	])('A-282: %s becomes %s', (userName, login) => {
		const app = at('github');
		const id = app.made({ externalId: '1', userName });
		expect(app.stored(id)).toMatchObject({ aside: { login }, data: { userName } });
	});

	it('A-283: two dashes in a row are refused', () => {
		expect(post('anna..b@contoso.com').status).toBe(400);
		expect(post('.anna@contoso.com').status).toBe(400);
	});

	it('A-284: a login of more than 39 characters is UnprocessableEntity', () => {
		expect(vendor(post(`${'x'.repeat(35)}@contoso.com`))?.code).toBe('UnprocessableEntity');
		expect(post(`${'x'.repeat(34)}@contoso.com`).status).toBe(201);
	});

	it('A-285: of two users with one login the second is refused with 409', () => {
		const app = at('github');
		expect(post('bob@contoso.com', app).status).toBe(201);
		expect(post('bob@fabrikam.com', app).status).toBe(409);
	});

	it('A-286: an enterprise has a short code of its own', () => {
		const app = at('github', { shortcode: 'acme1234' });
		const id = app.made({ externalId: '1', userName: 'ada@contoso.com' });
		expect(app.stored(id).aside?.login).toBe('ada_acme1234');
	});

	it('A-281, A-288: users and groups are asked for by their external id', () => {
		const { post, send } = at('github');
		post({ externalId: '1', userName: 'ada@contoso.com' });
		send(create(connection, 'Group', [{ path: 'displayName', value: 'Ops' }, { path: 'externalId', value: 'g' }])); // prettier-ignore
		const found = (type: 'User' | 'Group', id: string) =>
			body(send(match(connection, type, 'externalId', id))).totalResults;
		expect([found('User', '1'), found('Group', 'g'), found('User', 'g')]).toEqual([1, 1, 0]);
		expect(send(match(connection, 'User', 'displayName', 'Ada')).status).toBe(400);
	});

	it('A-287: a new user name renames the login and keeps the account', () => {
		const app = at('github');
		const id = app.made({ externalId: '1', userName: 'ada@contoso.com' });
		app.set(id, { userName: 'ada.b@contoso.com' });
		expect(app.stored(id).aside?.login).toBe('ada-b_ctso');
	});
});

describe('Atlassian', () => {
	it('A-303: a group keeps its name', () => {
		const { send, app } = at('atlassian');
		const group = body(send(create(connection, 'Group', [{ path: 'displayName', value: 'Renamed-Later' }])))
			.id as string;
		const renamed = send(
			update(connection, 'Group', group, [{ target: 'displayName', value: 'Marketing-Creative', had: true }])
		);
		expect(renamed.status).toBe(204);
		expect(app.store.get(group)?.data.displayName).toBe('Renamed-Later');
	});

	it('A-301: changes to users of an unverified domain are not taken over', () => {
		const { made, set, stored } = at('atlassian');
		const id = made({ userName: 'a', 'emails[type eq "work"].value': 'a@elsewhere.com', 'name.givenName': 'A' });
		set(id, { 'name.givenName': 'B' });
		expect(stored(id).data.name).toEqual({ givenName: 'A' });
	});

	it('A-306: a local group of that name is a conflict', () => {
		const { send } = at('atlassian', { localGroups: ['Ops'] });
		expect(send(create(connection, 'Group', [{ path: 'displayName', value: 'Ops' }])).status).toBe(409);
	});
});

describe('Zscaler', () => {
	const user = {
		userName: 'ada@contoso.com',
		externalId: 'ada',
		active: 'True',
		displayName: 'Ada',
		[`${ENTERPRISE_USER}:department`]: 'Sales'
	};
	const { [`${ENTERPRISE_USER}:department`]: _, ...noDepartment } = user;

	it('A-141: without its domain a create is InvalidDomain', () => {
		const closed = at('zscaler', { domains: { 'contoso.com': false } });
		expect(vendor(closed.post(user))?.code).toBe('InvalidDomain');
		expect(at('zscaler').post(user).status).toBe(201);
	});

	it('A-143: a missing department comes before the domain', () => {
		const closed = at('zscaler', { domains: { 'contoso.com': false } });
		expect(vendor(closed.post(noDepartment))?.code).toBe('MandatoryFieldsMissing');
	});

	it('A-144: a group needs a name and an external id, and is asked for by its name', () => {
		const { send } = at('zscaler');
		const group = (...paths: string[]) =>
			send(
				create(
					connection,
					'Group',
					paths.map((path) => ({ path, value: 'Ops' }))
				)
			).status;
		expect([group('displayName'), group('externalId'), group('displayName', 'externalId')]).toEqual([400, 400, 201]);
		expect(body(send(match(connection, 'Group', 'displayName', 'Ops'))).totalResults).toBe(1);
		expect(send(match(connection, 'Group', 'externalId', 'Ops')).status).toBe(400);
	});

	it('A-142: only userName can be filtered on', () => {
		const { send } = at('zscaler');
		expect(send(match(connection, 'User', 'externalId', 'ada')).status).toBe(400);
	});
});

describe('SAP Cloud Identity Services', () => {
	const user = { userName: 'a@contoso.com', 'emails[type eq "work"].value': 'a@contoso.com' };

	it('A-341: a user needs a name and a work address, and can be asked for by the name only', () => {
		const { post, send } = at('sapcis');
		expect(vendor(post({ userName: 'a@contoso.com' }))?.code).toBe('MandatoryFieldsMissing');
		expect(vendor(post({ 'emails[type eq "work"].value': 'a@contoso.com' }))).toMatchObject({ attribute: 'userName' });
		expect(post(user).status).toBe(201);
		expect(body(send(match(connection, 'User', 'userName', user.userName))).totalResults).toBe(1);
		expect(send(match(connection, 'User', 'emails.value', 'a@contoso.com')).status).toBe(400);
	});

	it('A-342: a country name instead of its code is refused and named', () => {
		const response = at('sapcis').post({ ...user, 'addresses[type eq "work"].country': 'Bulgaria' });
		expect(vendor(response)).toMatchObject({ code: 'UnprocessableEntity', value: 'Bulgaria' });
	});

	it('A-342: a department that is not configured is refused', () => {
		const lookups = { department: ['Support'] };
		const sent = { ...user, [`${ENTERPRISE_USER}:department`]: 'Customer Support' };
		expect(at('sapcis', { lookups }).post(sent).status).toBe(422);
	});
});

describe('Snowflake', () => {
	it('A-363: who is put out of use keeps the account', () => {
		const { made, send, stored } = at('snowflake');
		const id = made({ userName: 'ada@contoso.com' });
		send(setActive(connection, id, false));
		expect(stored(id).data.active).toBe(false);
	});

	it('A-364: a user can have a default role, a default warehouse and secondary roles', () => {
		const { made, stored } = at('snowflake');
		const urn = 'urn:ietf:params:scim:schemas:extension:2.0:User';
		const own = { defaultRole: 'ANALYST', defaultWarehouse: 'SMALL', defaultSecondaryRoles: 'ALL' };
		const sent = Object.entries(own).map(([name, value]) => [`${urn}:${name}`, value]);
		const id = made({ userName: 'ada@contoso.com', ...Object.fromEntries(sent) });
		expect(stored(id).data[urn]).toEqual(own);
	});
});

/** What an application announces as required of a user, in its own schemas and in their parts. */
function announced(kind: string, settings?: AppSettings): string[] {
	const { Resources } = body(at(kind, settings).send({ method: 'GET', path: '/Schemas', headers: auth }));
	const users = planFor(kind).definition.types[0]!;
	return [users.schema, ...users.extensions.map(({ schema }) => schema)].flatMap(({ id }) => {
		const { attributes } = (Resources as unknown as Schema[]).find((schema) => schema.id === id)!;
		return attributes.flatMap(({ name, required, subAttributes = [] }) => [
			...(required ? [name] : []),
			...subAttributes.filter((sub) => sub.required).map((sub) => `${name}.${sub.name}`)
		]);
	});
}

describe('what applications require', () => {
	const person = { userName: 'ada@contoso.com', displayName: 'Ada', 'name.givenName': 'Ada', 'name.familyName': 'B' };
	const work = 'emails[type eq "work"].value';
	const department = `${ENTERPRISE_USER}:department`;
	const whole: Record<string, Record<string, string>> = {
		salesforce: { Username: 'ada@contoso.com', Alias: 'ada', Email: 'ada@contoso.com', LastName: 'B', FirstName: 'A' },
		servicenow: { user_name: 'ada@contoso.com', email: 'ada@contoso.com', last_name: 'B' },
		zscaler: { ...person, externalId: 'ada', active: 'True', [department]: 'Sales' },
		slack: { ...person, userName: 'ada', [work]: 'ada@contoso.com' },
		dropbox: { ...person, [work]: 'ada@contoso.com' },
		aws: { ...person, [work]: 'ada@contoso.com' },
		google: { primaryEmail: 'ada@contoso.com', 'name.givenName': 'Ada', 'name.familyName': 'B', suspended: 'False' },
		docusign: { userName: 'ada@contoso.com', email: 'ada@contoso.com', lastName: 'B' },
		sapcis: { ...person, [work]: 'ada@contoso.com' },
		workplace: { ...person, [work]: 'ada@contoso.com' },
		netsuite: { email: 'ada@contoso.com', lastName: 'B' }
	};
	const plain = (path: string) => path.replace(/\[.*\]/, '').replace(`${ENTERPRISE_USER}:`, '');

	it.each(Object.keys(whole))(
		'A-142: %s announces what it refuses to do without, and takes it away from nobody',
		(kind) => {
			const all = whole[kind]!;
			const without = (path: string) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== path));
			const refused = Object.keys(all).filter((path) => at(kind).post(without(path)).status === 400);
			const named = refused.flatMap((path) => [
				plain(path),
				...(plain(path).includes('.') ? [plain(path).split('.')[0]!] : [])
			]);
			expect(announced(kind).sort()).toEqual([...new Set(named)].sort());
			const { made, send, stored } = at(kind);
			const id = made(all);
			for (const path of refused) {
				const Operations = [{ op: 'remove', path }];
				const text = JSON.stringify({ schemas: [MESSAGE.patch], Operations });
				expect(send({ method: 'PATCH', path: `/Users/${id}`, headers: auth, body: text }).status, path).toBe(400);
			}
			expect(stored(id).version).toBe(1);
		}
	);

	it('A-382: Workplace announces no e-mail address once it takes accounts without one', () => {
		expect(announced('workplace')).toEqual(['userName', 'emails', 'emails.value']);
		expect(announced('workplace', { emailless: true })).toEqual(['userName']);
		expect(at('workplace', { emailless: true }).post({ userName: 'ada' }).status).toBe(201);
	});

	it('an account that never had what is required can be changed in everything else', () => {
		const { app, made, set, stored } = at('zscaler');
		const id = made(whole.zscaler!);
		const { [ENTERPRISE_USER]: _, ...data } = stored(id).data;
		app.store.put(id, { ...stored(id), data });
		expect(set(id, { displayName: 'Ada B' }).status).toBe(200);
	});
});
