import { flag, text } from '#lib/scim/schema/define';
import type { AppDefinition, Check } from '../definition';
import { keepInstead, requireTexts } from './checks';
import { everyOperation, OWN_API, ownUsers, row, texts } from './standard';

const requires = ['email'];

/** The tutorial prints no constraints: an employee needs an address and is made inactive instead of deleted. */
const check: Check = (change, { settings }) => {
	// C-225, world option supportsDisable: an instance that cannot disable really deletes.
	if (settings.supportsDisable !== false) {
		const kept = keepInstead(change, { isInactive: true });
		if (kept) return kept;
	}
	requireTexts(change, requires);
	return undefined;
};

/** */
export const netsuite: AppDefinition = {
	id: 'netsuite',
	name: 'NetSuite (legacy)',
	host: 'https://contoso.netsuite.com/scim/v2',
	connector: 'galleryOwnApi',
	note: OWN_API,
	credentials: {
		kind: 'password',
		fields: [
			{ key: 'UserName', label: 'Admin User Name' },
			{ key: 'Password', label: 'Admin Password', secret: true }
		]
	},
	types: [
		ownUsers('netsuite', [
			text('email', '', { uniqueness: 'server' }),
			flag('isInactive', ''),
			...texts('entityId', 'firstName', 'lastName', 'title', 'phone', 'mobilePhone', 'role')
		])
	],
	requires: () => requires,
	mappings: {
		User: [
			row('[mail]', 'email', { match: 1 }),
			row('Switch([IsSoftDeleted], , "False", "False", "True", "True")', 'isInactive'),
			row('[userPrincipalName]', 'entityId'),
			row('[givenName]', 'firstName'),
			row('[surname]', 'lastName'),
			row('[jobTitle]', 'title'),
			row('[telephoneNumber]', 'phone'),
			row('[mobile]', 'mobilePhone')
		]
	},
	/** */
	roles: ['User'],
	operations: { ...everyOperation, delete: false, groups: false, groupRename: false },
	userName: 'email',
	isActive: ({ data }) => data.isInactive !== true,
	check
};
