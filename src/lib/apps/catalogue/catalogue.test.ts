import { describe, expect, it } from 'vitest';
import { create, match, setActive, update, type Connection } from '#lib/scim/client';
import { parsePath } from '#lib/scim/patch/path';
import type { Json, JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { ENTERPRISE_USER } from '#lib/scim/urns';
import { accept, approve, pendingOf, stateOf } from '../admin';
import { createApp, isBooleanTarget, planFor, type AppOptions } from '../app';
import type { AppSettings } from '../definition';
import type { App, Resource } from '../types';
import { catalogue } from './index';

const connection: Connection = {
	token: 'tok-demo',
	dialect: 'legacy',
	isBoolean: (target) => /^(active|IsActive|suspended|isInactive|UserPermissions.*)$/.test(target)
};

const body = ({ body }: ScimResponse) => JSON.parse(body ?? '{}') as JsonObject;
const vendor = (response: ScimResponse) => body(response)['urn:provlab:error'] as JsonObject | undefined;

/** An application with settings, and the few moves that the tests make. */
function at(kind: string, settings?: AppSettings, options: AppOptions = {}) {
	const defaults = planFor(kind).definition.settings ?? {};
	const app = createApp(kind, { ...options, settings: () => ({ ...defaults, ...settings }) });
	const send = (request: ScimRequest) => app.answer(request);
	const post = (values: Record<string, Json>) => send(create(connection, 'User', Object.entries(values)));
	const made = (values: Record<string, Json>) => {
		const response = post(values);
		expect(response.status, response.body).toBe(201);
		return body(response).id as string;
	};
	const set = (id: string, values: Record<string, Json>) =>
		send(
			update(
				connection,
				'User',
				id,
				Object.entries(values).map(([target, value]) => ({ target, value, had: true }))
			)
		);
	const stored = (id: string) => app.store.get(id) as Resource;
	const remove = (id: string) => send({ method: 'DELETE', path: `/Users/${id}`, headers: auth });
	return { app, send, post, made, set, stored, remove };
}

const auth = { Authorization: 'Bearer tok-demo' };

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
		expect(planFor(id).indexed.has(`User.${label}`)).toBe(true);
	});

	it('S-088: which targets are booleans follows from the schema', () => {
		expect(isBooleanTarget('slack', 'User', 'active')).toBe(true);
		expect(isBooleanTarget('salesforce', 'User', 'IsActive')).toBe(true);
		expect(isBooleanTarget('servicenow', 'User', 'active')).toBe(false);
		expect(isBooleanTarget('slack', 'User', 'nothing[')).toBe(false);
	});

	it('A-001: the manual applications have no connector, no mapping and no operation', () => {
		for (const id of ['timecard', 'larkspur']) {
			expect(planFor(id).definition).toMatchObject({ connector: 'none', mappings: { User: [] } });
		}
	});
});

describe('Salesforce', () => {
	const user = { Username: 'ada@contoso.com', IsActive: 'True', Alias: 'ada', Email: 'ada@contoso.com', LastName: '.' };

	it('A-110: a missing e-mail is SalesforceRequiredFieldMissing', () => {
		const { Email: _, ...rest } = user;
		const response = at('salesforce').post(rest);
		expect(response.status).toBe(400);
		expect(vendor(response)).toMatchObject({ code: 'SalesforceRequiredFieldMissing', attribute: 'Email' });
	});

	it('a user name of another organisation is SalesforceDuplicateUserName', () => {
		const response = at('salesforce', { taken: ['ADA@contoso.com'] }).post(user);
		expect(response.status).toBe(409);
		expect(vendor(response)?.code).toBe('SalesforceDuplicateUserName');
	});

	it('seats: the twenty-first user is refused, a deactivated one frees a seat', () => {
		const { made, post, set } = at('salesforce', { seats: 1 });
		const first = made(user);
		const second = { ...user, Username: 'bob@contoso.com' };
		expect(vendor(post(second))?.code).toBe('SalesforceLicenseLimitExceeded');
		set(first, { IsActive: 'False' });
		expect(post(second).status).toBe(201);
		expect(vendor(set(first, { IsActive: 'True' }))?.code).toBe('SalesforceLicenseLimitExceeded');
	});

	it('an e-mail change waits for approval and leaves the old value in place', () => {
		const { made, set, stored } = at('salesforce');
		const id = made(user);
		expect(set(id, { Email: 'new@contoso.com', FirstName: 'Ada' }).status).toBe(200);
		expect(stored(id).data).toMatchObject({ Email: 'ada@contoso.com', FirstName: 'Ada' });
		expect(pendingOf(stored(id))).toEqual({ Email: 'new@contoso.com' });
		const after = approve(stored(id), 'Email', 1);
		expect(after.data.Email).toBe('new@contoso.com');
		expect(pendingOf(after)).toEqual({});
	});

	it('A-108: a delete ends as IsActive = False', () => {
		const { made, remove, stored } = at('salesforce');
		const id = made(user);
		expect(remove(id).status).toBe(204);
		expect(stored(id).data.IsActive).toBe(false);
	});

	it('a locale in another format than its own is unprocessable', () => {
		expect(at('salesforce').post({ ...user, LocaleSidKey: 'en-US' }).status).toBe(422);
		expect(at('salesforce').post({ ...user, LocaleSidKey: 'en_US' }).status).toBe(201);
	});
});

describe('ServiceNow', () => {
	const lookups = { location: ['Los Angeles'], department: ['Sales'] };

	it('A-124: a location that is not in the table is InvalidLookupReference and names the value', () => {
		const response = at('servicenow', { lookups }).post({ user_name: 'mia@contoso.com', location: 'LA' });
		expect(vendor(response)).toEqual({ code: 'InvalidLookupReference', attribute: 'location', value: 'LA' });
	});

	it('A-124: a trailing blank is another value', () => {
		const { post } = at('servicenow', { lookups });
		expect(vendor(post({ user_name: 'a@contoso.com', department: 'Sales ' }))?.code).toBe('InvalidLookupReference');
		expect(post({ user_name: 'a@contoso.com', department: 'Sales' }).status).toBe(201);
	});

	it('A-123: locked_out follows active', () => {
		const { made, set, stored } = at('servicenow');
		const id = made({ user_name: 'mia@contoso.com', active: '1' });
		expect(stored(id).data.locked_out).toBe('false');
		set(id, { active: '0' });
		expect(stored(id).data).toMatchObject({ active: '0', locked_out: 'true' });
		expect(stateOf('servicenow', stored(id))).toBe('inactive');
	});
});

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
		const group = body(send(create(connection, 'Group', [['displayName', 'Ops']]))).id as string;
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

	it('A-207: an e-mail address that another user has is 409', () => {
		const { post } = at('aws');
		post({ ...user, [work]: 'a@b.c' });
		expect(post({ ...user, userName: 'bob', [work]: 'A@b.c' }).status).toBe(409);
	});
});

describe('Google Workspace', () => {
	const user = { primaryEmail: 'ada@contoso.com', 'name.givenName': 'Ada', 'name.familyName': 'B' };

	it('A-221: an address of another domain is InvalidDomain', () => {
		const response = at('google').post({ ...user, primaryEmail: 'omar@contoso.onmicrosoft.com' });
		expect(vendor(response)?.code).toBe('InvalidDomain');
	});

	it('A-223: a delete suspends', () => {
		const { made, remove, stored } = at('google');
		const id = made(user);
		remove(id);
		expect(stored(id).data.suspended).toBe(true);
		expect(stateOf('google', stored(id))).toBe('suspended');
	});

	it('A-224: a personal account of that address is a conflict', () => {
		expect(vendor(at('google', { taken: ['ada@contoso.com'] }).post(user))?.code).toBe('EntryConflict');
	});
});

describe('Box', () => {
	it('A-244: an account with content is not deleted until the content is moved', () => {
		const { made, remove } = at('box');
		expect(remove(made({ login: 'ada@contoso.com' })).status).toBe(409);
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
		const group = body(send(create(connection, 'Group', [['displayName', 'Renamed-Later']]))).id as string;
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
		expect(send(create(connection, 'Group', [['displayName', 'Ops']])).status).toBe(409);
	});
});

describe('Zscaler', () => {
	const user = {
		userName: 'ada@contoso.com',
		externalId: 'ada',
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

	it('A-142: only userName can be filtered on', () => {
		const { send } = at('zscaler');
		expect(send(match(connection, 'User', 'externalId', 'ada')).status).toBe(400);
	});
});

describe('SAP Cloud Identity Services', () => {
	const user = { userName: 'a@contoso.com', 'emails[type eq "work"].value': 'a@contoso.com' };

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

describe('DocuSign, Workplace and NetSuite', () => {
	it('A-323: the fifty-first DocuSign account is refused', () => {
		const { post } = at('docusign', { seats: 1 });
		expect(post({ userName: 'a@contoso.com', email: 'a@contoso.com' }).status).toBe(201);
		expect(vendor(post({ userName: 'b@contoso.com', email: 'b@contoso.com' }))?.code).toBe('LicenseLimitExceeded');
	});

	it("A-382: Workplace asks for an e-mail address in its own words, A-381: and knows the domain's code", () => {
		expect(body(at('workplace').post({ userName: 'a' })).detail).toBe(
			'ERROR: Missing Email field: You must provide an email'
		);
		const foreign = at('workplace').post({ userName: 'a', 'emails[type eq "work"].value': 'a@x.com' });
		expect(body(foreign).detail).toContain('1789003');
	});

	it('NetSuite makes an employee inactive, or deletes where it cannot disable', () => {
		const able = at('netsuite');
		const id = able.made({ email: 'a@contoso.com' });
		able.remove(id);
		expect(able.stored(id).data.isInactive).toBe(true);
		const unable = at('netsuite', { supportsDisable: false });
		const other = unable.made({ email: 'a@contoso.com' });
		unable.remove(other);
		expect(unable.stored(other)).toBeUndefined();
	});
});

describe('your own SCIM application', () => {
	it('A-410: refusing active=false is a 422 that leaves the account as it is', () => {
		const { made, send, stored } = at('byoa', { quirks: { deactivation: 'refuse' } });
		const id = made({ userName: 'a@contoso.com', active: 'True' });
		expect(send(setActive(connection, id, false)).status).toBe(422);
		expect(stored(id).data.active).toBe(true);
	});

	it('A-403, A-410: an application that answers 404 to a query without a match', () => {
		const { send } = at('byoa', { quirks: { noMatch: 'notFound' } });
		expect(send(match(connection, 'User', 'userName', 'nobody')).status).toBe(404);
	});

	it('a protected account refuses updates', () => {
		const { app, made, set, stored } = at('byoa');
		const id = made({ userName: 'a@contoso.com' });
		app.store.put(id, { ...stored(id), aside: { protected: true } });
		expect(set(id, { title: 'x' }).status).toBe(403);
	});
});
