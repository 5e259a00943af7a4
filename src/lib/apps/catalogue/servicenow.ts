import { text } from '#lib/scim/schema/define';
import type { AppDefinition, Check } from '../definition';
import { changed, requireLookup } from './checks';
import { textAt } from './text-at';
import { everyOperation, OWN_API, ownGroups, ownUsers, row, standardGroup, texts, pick } from './standard';

const inUse = (active: string) => active !== '0' && active.toLowerCase() !== 'false';

/** department and location must stand in their tables. A-123: locked_out follows active. */
const check: Check = (change, around) => {
	if (change.type !== 'User' || change.op === 'delete') return undefined;
	requireLookup(change, around, 'department', 'department', 'InvalidLookupReference');
	requireLookup(change, around, 'location', 'location', 'InvalidLookupReference');
	if (!changed(change, 'active')) return undefined;
	return { data: { ...change.data, locked_out: inUse(textAt(change.data, 'active')) ? 'false' : 'true' } };
};

/** */
export const servicenow: AppDefinition = {
	id: 'servicenow',
	name: 'ServiceNow',
	host: 'https://contoso.service-now.com/api/scim/v2',
	connector: 'galleryOwnApi',
	note: OWN_API,
	credentials: {
		kind: 'password',
		fields: [
			{ key: 'InstanceName', label: 'Instance Name', example: 'contoso' },
			{ key: 'UserName', label: 'Admin Username' },
			{ key: 'Password', label: 'Admin Password', secret: true }
		]
	},
	types: [
		ownUsers('servicenow', [
			text('user_name', '', { required: true, uniqueness: 'server' }),
			...texts('active', 'locked_out', 'email', 'first_name', 'last_name', 'title', 'phone', 'mobile_phone'),
			...texts('department', 'location', 'manager', 'employee_number', 'country', 'city', 'state', 'zip'),
			...texts('preferred_language')
		]),
		ownGroups('servicenow', 'name')
	],
	mappings: {
		User: [
			row('[userPrincipalName]', 'user_name', { match: 1 }),
			row('Switch([IsSoftDeleted], , "False", "1", "True", "0")', 'active'),
			row('[mail]', 'email'),
			row('[givenName]', 'first_name'),
			row('[surname]', 'last_name'),
			row('[jobTitle]', 'title'),
			row('[telephoneNumber]', 'phone'),
			row('[mobile]', 'mobile_phone'),
			row('[department]', 'department'),
			row('[physicalDeliveryOfficeName]', 'location'),
			row('[manager]', 'manager', { reference: true }),
			row('[employeeId]', 'employee_number'),
			row('[country]', 'country'),
			row('[city]', 'city'),
			row('[state]', 'state'),
			row('[postalCode]', 'zip'),
			row('[preferredLanguage]', 'preferred_language')
		],
		Group: [row('[displayName]', 'name', { match: 1 }), ...pick(standardGroup, 'members')]
	},
	discovery: false,
	operations: everyOperation,
	userName: 'user_name',
	isActive: ({ data }) => inUse(textAt(data, 'active')),
	check
};
