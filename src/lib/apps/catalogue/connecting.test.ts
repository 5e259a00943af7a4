import { describe, expect, it } from 'vitest';
import { catalogue, planFor } from '..';

const definitionOf = (id: string) => planFor(id).definition;
const fieldsOf = (id: string) => definitionOf(id).credentials.fields.map(({ label }) => label);
const kindOf = (id: string) => definitionOf(id).credentials.kind;
const hasGroups = (id: string) => {
	const { operations, types, mappings } = definitionOf(id);
	const said = [operations.groups, types.some(({ name }) => name === 'Group'), mappings.Group !== undefined];
	expect(new Set(said).size, id).toBe(1);
	return operations.groups;
};

describe('what an administrator gives to connect an application', () => {
	it('A-102: Salesforce asks for an administrator, a password and a security token, the address may stay away', () => {
		expect(fieldsOf('salesforce')).toEqual(['Admin Username', 'Admin Password', 'Secret Token', 'Tenant URL']);
		const optional = definitionOf('salesforce').credentials.fields.filter((field) => field.optional);
		expect(optional.map(({ label }) => label)).toEqual(['Tenant URL']);
	});

	it('A-120: ServiceNow asks for its instance, an administrator and a password', () => {
		expect(fieldsOf('servicenow')).toEqual(['Instance Name', 'Admin Username', 'Admin Password']);
	});

	it('A-320, A-390: DocuSign and NetSuite ask for an administrator and a password', () => {
		for (const id of ['docusign', 'netsuite'])
			expect([kindOf(id), fieldsOf(id)]).toEqual(['password', ['Admin User Name', 'Admin Password']]);
	});

	it('A-140, A-200, A-280, A-300, A-360, A-400: an address and a token connect, each at its own place', () => {
		const places = {
			zscaler: /^https:\/\/scim\.zscaler\.net\//,
			aws: /^https:\/\/scim\.[a-z0-9-]+\.amazonaws\.com\//,
			github: /^https:\/\/api\.github\.com\/scim\/v2\/enterprises\/\w+$/,
			atlassian: /^https:\/\/api\.atlassian\.com\/scim\//,
			snowflake: /^https:\/\/\w+\.snowflakecomputing\.com\/scim\/v2$/,
			byoa: /\/scim\/v2$/
		};
		for (const [id, place] of Object.entries(places)) {
			expect([kindOf(id), fieldsOf(id)]).toEqual(['bearer', ['Tenant URL', 'Secret Token']]);
			expect(definitionOf(id).host).toMatch(place);
		}
	});

	it('A-401: an application of your own takes a token, which may stay empty, and no OAuth grant', () => {
		expect(kindOf('byoa')).toBe('bearer');
		expect(definitionOf('byoa').credentials.fields.find(({ key }) => key === 'SecretToken')?.optional).toBe(true);
	});

	it('A-180, A-220, A-240, A-260, A-380: Authorize is all there is where consent is given, no token is asked for', () => {
		for (const id of ['slack', 'dropbox', 'google', 'box', 'zoom', 'workplace'])
			expect([kindOf(id), fieldsOf(id)]).toEqual(['oauthCode', []]);
		expect(definitionOf('zoom').host).toBe('https://api.zoom.us/scim');
		expect(definitionOf('workplace').host).toBe('https://scim.workplace.com/');
	});

	it('A-017, C-408: a run on demand waits for the job to stop where consent is given, and nowhere else', () => {
		for (const { id, connector, credentials, operations } of catalogue)
			if (connector !== 'none')
				expect([id, operations.onDemandWhileRunning]).toEqual([id, credentials.kind !== 'oauthCode']);
	});

	it('A-340: SAP asks where its tokens come from, and for a client with its secret', () => {
		expect(kindOf('sapcis')).toBe('clientCredentials');
		expect(fieldsOf('sapcis')).toEqual(['Tenant URL', 'Token Endpoint', 'Client ID', 'Client Secret']);
	});

	it('A-383: Workplace says that the product is discontinued', () => {
		expect(definitionOf('workplace').note).toBe('The product is discontinued.');
	});
});

describe('what an application can be asked for', () => {
	it('A-107, A-261, A-321, A-380, A-390: Salesforce, Zoom, DocuSign, Workplace and NetSuite have users only', () => {
		for (const id of ['salesforce', 'zoom', 'docusign', 'workplace', 'netsuite']) expect(hasGroups(id), id).toBe(false);
	});

	it('A-122, A-144, A-288, A-343, A-362: groups come with their members to all others', () => {
		for (const id of [
			'servicenow',
			'zscaler',
			'slack',
			'dropbox',
			'aws',
			'google',
			'box',
			'github',
			'atlassian',
			'sapcis',
			'snowflake',
			'byoa'
		]) {
			expect(hasGroups(id), id).toBe(true);
			expect(definitionOf(id).mappings.Group?.find(({ target }) => target === 'members')?.reference, id).toBe(true);
		}
		expect(definitionOf('snowflake').note).toBe('Groups become roles, memberships become role grants.');
	});

	it('A-164, A-222, A-281: where only some attributes can be matched on, no other can be chosen', () => {
		expect(definitionOf('slack').matching).toEqual(['userName', 'emails[type eq "work"].value']);
		expect(definitionOf('google').matching).toEqual(['primaryEmail']);
		expect(definitionOf('github').matching).toEqual(['externalId']);
	});

	it('A-302: Atlassian is matched by the e-mail address, its groups by their name', () => {
		const first = (type: 'User' | 'Group') =>
			definitionOf('atlassian').mappings[type]?.find(({ match }) => match === 1);
		expect([first('User')?.target, first('Group')?.target]).toEqual(['emails[type eq "work"].value', 'displayName']);
	});

	it("A-167: Slack's display name is written on create only", () => {
		expect(definitionOf('slack').mappings.User.find(({ target }) => target === 'displayName')?.onlyOnCreate).toBe(true);
	});

	it('A-170: the connector knows what Slack lets through in a minute', () => {
		expect(definitionOf('slack').limits).toEqual({ createsPerMinute: 180, writesPerMinute: 600, readsPerMinute: 1000 });
	});
});
