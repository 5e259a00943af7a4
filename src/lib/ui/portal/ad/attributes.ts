import type { Section } from '../directory/user-attributes';

const one = (name: string, label: string, writing?: 'list' | 'flag') => ({ name, label, writing });

/** The pages of Active Directory Users and Computers, with the words of that console. */
const known: readonly Section[] = [
	{
		title: 'General',
		attributes: [
			one('cn', 'Name'),
			one('displayName', 'Display name'),
			one('givenName', 'First name'),
			one('sn', 'Last name'),
			one('physicalDeliveryOfficeName', 'Office'),
			one('telephoneNumber', 'Telephone number'),
			one('mobile', 'Mobile'),
			one('facsimileTelephoneNumber', 'Fax'),
			one('mail', 'E-mail'),
			one('proxyAddresses', 'Proxy addresses', 'list')
		]
	},
	{
		title: 'Account',
		attributes: [
			one('userPrincipalName', 'User logon name'),
			one('sAMAccountName', 'Pre-Windows 2000 logon name'),
			one('enabled', 'Account is enabled', 'flag'),
			one('adminCount', 'Protected'),
			one('distinguishedName', 'Distinguished name'),
			one('objectGUID', 'Object GUID'),
			one('objectSid', 'Object SID')
		]
	},
	{
		title: 'Organization',
		attributes: [
			one('title', 'Job title'),
			one('department', 'Department'),
			one('company', 'Company'),
			one('employeeID', 'Employee ID'),
			one('employeeType', 'Employee type')
		]
	},
	{
		title: 'Address',
		attributes: [
			one('streetAddress', 'Street'),
			one('l', 'City'),
			one('st', 'State or province'),
			one('postalCode', 'ZIP or postal code'),
			one('co', 'Country or region'),
			one('c', 'Country code')
		]
	}
];

const named = new Set([
	'parentDistinguishedName',
	...known.flatMap(({ attributes }) => attributes.map(({ name }) => name))
]);

/** Everything that an account has, also what the console has no line for. */
export function adSections(names: readonly string[]): readonly Section[] {
	const others = names.filter((name) => !named.has(name)).map((name) => one(name, name));
	return [...known, { title: 'Attribute editor', attributes: others }];
}
