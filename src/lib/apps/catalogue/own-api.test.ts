import { describe, expect, it } from 'vitest';
import { approve, pendingOf, stateOf } from '../admin';
import { at, body, vendor } from '../testing/vendor';

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
		set(id, { active: '1' });
		set(id, { locked_out: 'true' });
		set(id, { title: 'Nurse' });
		expect(stored(id).data).toMatchObject({ active: '1', locked_out: 'true' });
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
