import { text } from '#lib/scim/schema/define';
import type { AppDefinition, Check } from '../definition';
import { keepInstead, requireSeat, requireTexts } from './checks';
import { textAt } from './text-at';
import { everyOperation, OWN_API, ownUsers, row, texts } from './standard';

const inUse = (status: string) => status !== 'Closed';

const requires = ['userName', 'email'];

/** seats. An account is closed, not deleted. */
const check: Check = (change, around) => {
	const kept = keepInstead(change, { userStatus: 'Closed' });
	if (kept) return kept;
	requireTexts(change, requires);
	const { data, before } = change;
	const used = before !== undefined && inUse(textAt(before.data, 'userStatus'));
	requireSeat(change, around, inUse(textAt(data, 'userStatus')), used);
	return undefined;
};

/** */
export const docusign: AppDefinition = {
	id: 'docusign',
	name: 'DocuSign',
	host: 'https://www.docusign.net/scim/v2',
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
		ownUsers('docusign', [
			text('userName', '', { uniqueness: 'server' }),
			text('email', '', {}),
			...texts('firstName', 'lastName', 'title', 'userStatus', 'permissionProfileId')
		])
	],
	requires: () => requires,
	mappings: {
		User: [
			row('[userPrincipalName]', 'userName', { match: 1 }),
			row('[mail]', 'email'),
			row('[givenName]', 'firstName'),
			row('[surname]', 'lastName'),
			row('[jobTitle]', 'title'),
			row('Switch([IsSoftDeleted], , "False", "Active", "True", "Closed")', 'userStatus'),
			row('Switch(SingleAppRoleAssignment([appRoleAssignments]), " ", "DS Admin", "8032066")', 'permissionProfileId')
		]
	},
	/** */
	roles: ['DS Viewer', 'DS Sender', 'DS Admin'],
	operations: { ...everyOperation, delete: false, groups: false, groupRename: false },
	settings: { seats: 50 },
	indexes: { User: ['email'] },
	userName: 'userName',
	countsSeats: true,
	isActive: ({ data }) => inUse(textAt(data, 'userStatus')),
	check
};
