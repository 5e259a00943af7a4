import { text } from '#lib/scim/schema/define';
import { groupSchema } from '#lib/scim/schema/group';
import type { Attribute, ResourceType, Schema } from '#lib/scim/schema/types';
import { enterpriseSchema, userSchema } from '#lib/scim/schema/user';
import { ENTERPRISE_USER } from '#lib/scim/urns';
import type { DefaultMapping } from '../definition';

/** Users with the core schema and some extensions. */
export const scimUsers = (
	schema: Schema = userSchema,
	extensions: readonly Schema[] = [enterpriseSchema]
): ResourceType => ({
	name: 'User',
	endpoint: '/Users',
	description: 'User Account',
	schema,
	extensions: extensions.map((extension) => ({ schema: extension, required: false }))
});

export const scimGroups: ResourceType = {
	name: 'Group',
	endpoint: '/Groups',
	description: 'Group',
	schema: groupSchema,
	extensions: []
};

/** Users of an application whose real API is not SCIM: its own attribute names, served over SCIM here. */
export const ownUsers = (app: string, attributes: readonly Attribute[]): ResourceType =>
	scimUsers({ id: `urn:provlab:schemas:${app}:2.0:User`, name: 'User', description: `${app} user`, attributes }, []);

/** Groups of such an application; `key` is the attribute that tells them apart. */
export const ownGroups = (app: string, key: string, attributes: readonly Attribute[] = []): ResourceType => ({
	...scimGroups,
	schema: {
		id: `urn:provlab:schemas:${app}:2.0:Group`,
		name: 'Group',
		description: `${app} group`,
		attributes: [
			text(key, '', { required: true, uniqueness: 'server' }),
			...attributes,
			...groupSchema.attributes.filter((a) => a.name === 'members')
		]
	}
});

/** What the catalogue says about an application whose vendor has an interface of its own. */
export const OWN_API = "The vendor's own interface is not SCIM; here the application is served over SCIM.";

/** Attributes that are plain optional texts. */
export const texts = (...names: readonly string[]) => names.map((name) => text(name, ''));

/** The core schema with some attributes required. */
export const requiring = (schema: Schema, ...names: readonly string[]): Schema => ({
	...schema,
	attributes: schema.attributes.map((a) => (names.includes(a.name) ? { ...a, required: true } : a))
});

export const row = (source: string, target: string, more: Partial<DefaultMapping> = {}): DefaultMapping => ({
	target,
	source,
	...more
});

const enterprise = (name: string) => `${ENTERPRISE_USER}:${name}`;

/** "Active" as SCIM has it, from the service's own notion of a soft-deleted object. */
export const ACTIVE = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")';
export const FULL_NAME = 'Join(" ", [givenName], [surname])';

const work = (part: string) => `addresses[type eq "work"].${part}`;
const phone = (type: string) => `phoneNumbers[type eq "${type}"].value`;

/** What a generic SCIM application is mapped from. */
export const standardUser: readonly DefaultMapping[] = [
	row('[userPrincipalName]', 'userName', { match: 1 }),
	row(ACTIVE, 'active'),
	row('[displayName]', 'displayName'),
	row('[jobTitle]', 'title'),
	row('[mail]', 'emails[type eq "work"].value'),
	row('[proxyAddresses]', 'emails[type eq "other"].value', { off: true }),
	row('[preferredLanguage]', 'preferredLanguage'),
	row('[givenName]', 'name.givenName'),
	row('[surname]', 'name.familyName'),
	row(FULL_NAME, 'name.formatted'),
	row('[physicalDeliveryOfficeName]', 'addresses[type eq "other"].formatted'),
	row('[streetAddress]', work('streetAddress')),
	row('[city]', work('locality')),
	row('[state]', work('region')),
	row('[postalCode]', work('postalCode')),
	row('[country]', work('country')),
	row('[telephoneNumber]', phone('work')),
	row('[mobile]', phone('mobile')),
	row('[facsimileTelephoneNumber]', phone('fax')),
	row('[mailNickname]', 'externalId'),
	row('[employeeId]', enterprise('employeeNumber')),
	row('[department]', enterprise('department')),
	row('[manager]', enterprise('manager'), { reference: true })
];

export const standardGroup: readonly DefaultMapping[] = [
	row('[displayName]', 'displayName', { match: 1 }),
	row('[objectId]', 'externalId'),
	row('[members]', 'members', { reference: true })
];

/** Rows of a mapping by their targets. */
export const pick = (rows: readonly DefaultMapping[], ...targets: readonly string[]) =>
	rows.filter((r) => targets.includes(r.target));

export const tokenCredentials = {
	kind: 'bearer' as const,
	fields: [
		{ key: 'BaseAddress', label: 'Tenant URL' },
		{ key: 'SecretToken', label: 'Secret Token', secret: true, optional: true }
	]
};

/** The same day and time some months later; a day that the month does not have runs over into the next. */
export const monthsAfter = (at: number, months: number) => {
	const date = new Date(at);
	return date.setUTCMonth(date.getUTCMonth() + months);
};

export const authorizeButton = { kind: 'oauthCode' as const, fields: [] };

export const everyOperation = {
	create: true,
	update: true,
	disable: 'deactivate' as const,
	delete: true,
	groups: true,
	groupRename: true,
	onDemandWhileRunning: true
};
