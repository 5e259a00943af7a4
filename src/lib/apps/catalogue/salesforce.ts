import { flag, text } from '#lib/scim/schema/define';
import type { JsonObject } from '#lib/scim/types';
import type { AppDefinition, Check, Verdict } from '../definition';
import { conflict, refuse } from '../refuse';
import { isTaken, keepInstead, requireSeat, requireTexts } from './checks';
import { textAt } from './text-at';
import { everyOperation, OWN_API, ownUsers, row, texts } from './standard';

const requiredMissing = (attribute: string) =>
	refuse(400, `Required fields are missing: [${attribute}]`, { code: 'SalesforceRequiredFieldMissing', attribute });

const requires = ['Username', 'Email', 'Alias', 'LastName'];

const locale = /^[a-z]{2,3}(_[A-Z][A-Za-z]+)?(_[A-Z0-9]{2,3})*$/;

/** required fields, user name, licence; the first that fails gives the code. */
const check: Check = (change, around) => {
	const kept = keepInstead(change, { IsActive: false });
	if (kept || change.op === 'delete') return kept;
	const { data, before } = change;
	requireTexts(change, requires, requiredMissing);
	const name = textAt(data, 'Username');
	const others = around.find('User', 'Username', name).filter((other) => other.id !== before?.id);
	if (others.length || (isTaken(around.settings, name) && name !== before?.data.Username)) {
		throw conflict('Username', `Duplicate Username: ${name} is already in use`, 'SalesforceDuplicateUserName');
	}
	const isActive = data.IsActive !== false;
	requireSeat(change, around, isActive, before?.data.IsActive !== false, 'SalesforceLicenseLimitExceeded');
	const sid = textAt(data, 'LocaleSidKey');
	if (sid && !locale.test(sid)) {
		throw refuse(422, `LocaleSidKey: bad value for restricted picklist field: ${sid}`, {
			code: 'UnprocessableEntity',
			attribute: 'LocaleSidKey',
			value: sid
		});
	}
	return pendingEmail(change);
};

/** A new address must be approved by hand; until then the old one stays, and every evaluation writes it again. */
function pendingEmail({ before, data, aside }: Parameters<Check>[0]): Verdict | undefined {
	if (!before || data.Email === before.data.Email || data.Email === undefined) return undefined;
	const pending: JsonObject = { Email: data.Email };
	return { data: { ...data, Email: before.data.Email ?? '' }, aside: { ...aside, pending } };
}

/** and the table of constraints. */
export const salesforce: AppDefinition = {
	id: 'salesforce',
	name: 'Salesforce',
	host: 'https://contoso.my.salesforce.com/services/scim/v2',
	connector: 'galleryOwnApi',
	note: OWN_API,
	credentials: {
		kind: 'password',
		fields: [
			{ key: 'UserName', label: 'Admin Username' },
			{ key: 'Password', label: 'Admin Password', secret: true },
			{ key: 'SecretToken', label: 'Secret Token', secret: true },
			{ key: 'BaseAddress', label: 'Tenant URL', optional: true, example: 'https://<instance>.my.salesforce.com' }
		]
	},
	types: [
		ownUsers('salesforce', [
			text('Username', '', { uniqueness: 'server' }),
			flag('IsActive', ''),
			...texts('Alias', 'Email', 'FirstName', 'LastName', 'Title', 'Department', 'ProfileName', 'ManagerId'),
			...texts('LocaleSidKey', 'LanguageLocaleKey', 'TimeZoneSidKey', 'EmailEncodingKey'),
			flag('UserPermissionsCallCenterAutoLogin', ''),
			flag('UserPermissionsMarketingUser', ''),
			flag('UserPermissionsOfflineUser', '')
		])
	],
	requires: () => requires,
	mappings: {
		User: [
			row('[userPrincipalName]', 'Username', { match: 1 }),
			row('Not([IsSoftDeleted])', 'IsActive', { defaultValue: 'True' }),
			row('Mid([userPrincipalName], 1, 8)', 'Alias'),
			row('[mail]', 'Email'),
			row('[givenName]', 'FirstName'),
			row('[surname]', 'LastName', { defaultValue: '.' }),
			row('SingleAppRoleAssignment([appRoleAssignments])', 'ProfileName', { defaultValue: 'Chatter Free User' }),
			row('Replace([preferredLanguage], "-", , , "_", , )', 'LocaleSidKey', { defaultValue: 'en_US' }),
			row('', 'LanguageLocaleKey', { defaultValue: 'en_US' }),
			row('', 'TimeZoneSidKey', { defaultValue: 'America/Los_Angeles' }),
			row('', 'EmailEncodingKey', { defaultValue: 'ISO-8859-1' }),
			row('', 'UserPermissionsCallCenterAutoLogin', { defaultValue: 'False' }),
			row('', 'UserPermissionsMarketingUser', { defaultValue: 'False' }),
			row('', 'UserPermissionsOfflineUser', { defaultValue: 'False' })
		]
	},
	/** profiles are imported as roles. */
	roles: ['Chatter Free User', 'Standard User', 'System Administrator'],
	operations: { ...everyOperation, delete: false, groups: false, groupRename: false },
	userName: 'Username',
	namesElsewhere: true,
	countsSeats: true,
	isActive: ({ data }) => data.IsActive !== false,
	check
};
