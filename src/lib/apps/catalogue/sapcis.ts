import { text } from '#lib/scim/schema/define';
import { ENTERPRISE_USER } from '#lib/scim/urns';
import { isObject, type Json } from '#lib/scim/types';
import { enterpriseSchema, userSchema } from '#lib/scim/schema/user';
import type { AppDefinition, Check } from '../definition';
import { refuse } from '../refuse';
import { requireLookup, requireTexts } from './checks';
import { everyOperation, pick, row, scimGroups, scimUsers, standardGroup, standardUser } from './standard';

/** besides the name. */
const requires = ['emails[type eq "work"].value'];
const department = `${ENTERPRISE_USER}:department`;

/** a country is an ISO two-letter code. */
function refuseCountry(addresses: Json | undefined) {
	for (const address of Array.isArray(addresses) ? (addresses as readonly Json[]) : []) {
		const country = isObject(address) ? address.country : undefined;
		if (typeof country !== 'string' || /^[A-Z]{2}$/.test(country)) continue;
		throw refuse(400, `country ${country} is not an ISO two-letter code`, {
			code: 'UnprocessableEntity',
			attribute: 'addresses[type eq "work"].country',
			value: country
		});
	}
}

/** */
const check: Check = (change, around) => {
	if (change.type !== 'User' || change.op === 'delete') return undefined;
	requireTexts(change, requires);
	refuseCountry(change.data.addresses);
	requireLookup(change, around, department, 'department');
	return undefined;
};

const custom = Array.from({ length: 10 }, (_, i) => text(`customAttribute${i + 1}`, ''));

/** */
export const sapcis: AppDefinition = {
	id: 'sapcis',
	name: 'SAP Cloud Identity Services',
	host: 'https://contoso.accounts.ondemand.com/scim',
	connector: 'gallery',
	credentials: {
		kind: 'clientCredentials',
		fields: [
			{ key: 'BaseAddress', label: 'Tenant URL', example: 'https://<tenant>.accounts.ondemand.com/scim' },
			{ key: 'Oauth2TokenExchangeUri', label: 'Token Endpoint' },
			{ key: 'Oauth2ClientId', label: 'Client ID' },
			{ key: 'Oauth2ClientSecret', label: 'Client Secret', secret: true }
		]
	},
	types: [
		scimUsers({ ...userSchema, attributes: [...userSchema.attributes, text('company', ''), ...custom] }, [
			enterpriseSchema
		]),
		scimGroups
	],
	requires: () => requires,
	mappings: {
		User: [
			...pick(standardUser, 'userName'),
			row('[userPrincipalName]', 'emails[type eq "work"].value'),
			...pick(
				standardUser,
				'active',
				'displayName',
				'name.givenName',
				'name.familyName',
				'addresses[type eq "work"].streetAddress',
				'addresses[type eq "work"].locality',
				'addresses[type eq "work"].region',
				'addresses[type eq "work"].postalCode',
				'addresses[type eq "work"].country',
				'phoneNumbers[type eq "work"].value',
				'phoneNumbers[type eq "mobile"].value',
				'phoneNumbers[type eq "fax"].value',
				`${ENTERPRISE_USER}:employeeNumber`,
				department,
				`${ENTERPRISE_USER}:manager`
			)
		],
		Group: standardGroup
	},
	filterable: { User: ['userName', 'manager'] },
	operations: everyOperation,
	userName: 'userName',
	check
};
