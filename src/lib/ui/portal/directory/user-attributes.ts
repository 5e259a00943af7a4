import type { Json } from '#lib/engine/base';

/** How an attribute is written: one line, one value a line, a date, or one of a few words. */
export type Writing = 'text' | 'list' | 'date' | 'flag' | 'type';

export interface KnownAttribute {
	readonly name: string;
	/** As the portal calls it. */
	readonly label: string;
	readonly writing?: Writing;
}

export interface Section {
	readonly title: string;
	readonly attributes: readonly KnownAttribute[];
}

const one = (name: string, label: string, writing?: Writing): KnownAttribute => ({ name, label, writing });

/** The Properties page of a user: the portal's sections and words. */
export const sections: readonly Section[] = [
	{
		title: 'Identity',
		attributes: [
			one('displayName', 'Display name'),
			one('givenName', 'First name'),
			one('surname', 'Last name'),
			one('userPrincipalName', 'User principal name'),
			one('objectId', 'Object ID'),
			one('userType', 'User type', 'type')
		]
	},
	{
		title: 'Job information',
		attributes: [
			one('jobTitle', 'Job title'),
			one('companyName', 'Company name'),
			one('department', 'Department'),
			one('employeeId', 'Employee ID'),
			one('employeeType', 'Employee type'),
			one('employeeHireDate', 'Employee hire date', 'date'),
			one('physicalDeliveryOfficeName', 'Office location')
		]
	},
	{
		title: 'Contact information',
		attributes: [
			one('streetAddress', 'Street address'),
			one('city', 'City'),
			one('state', 'State or province'),
			one('postalCode', 'ZIP or postal code'),
			one('country', 'Country or region'),
			one('telephoneNumber', 'Business phone'),
			one('mobile', 'Mobile phone'),
			one('facsimileTelephoneNumber', 'Fax number'),
			one('mail', 'Email'),
			one('otherMails', 'Other emails', 'list'),
			one('proxyAddresses', 'Proxy addresses', 'list'),
			one('mailNickname', 'Mail nickname')
		]
	},
	{
		title: 'Settings',
		attributes: [
			one('accountEnabled', 'Account enabled', 'flag'),
			one('usageLocation', 'Usage location'),
			one('preferredLanguage', 'Preferred language'),
			one('assignedPlans', 'Assigned plans', 'list')
		]
	},
	{
		title: 'On-premises',
		attributes: [
			one('dirSyncEnabled', 'On-premises sync enabled', 'flag'),
			one('immutableId', 'On-premises immutable ID'),
			one('onPremisesSamAccountName', 'On-premises SAM account name'),
			one('onPremisesUserPrincipalName', 'On-premises user principal name'),
			one('onPremisesSecurityIdentifier', 'On-premises security identifier'),
			one('onPremisesDistinguishedName', 'On-premises distinguished name')
		]
	}
];

/** Shown in a place of its own. */
const elsewhere = new Set(['manager']);
const known = new Set(sections.flatMap(({ attributes }) => attributes.map(({ name }) => name)));

/** What the portal has no line for: extension attributes and whatever was added. */
export function otherAttributes(names: readonly string[]): Section {
	const others = names.filter((name) => !known.has(name) && !elsewhere.has(name));
	return { title: 'Other attributes', attributes: others.map((name) => one(name, name)) };
}

/** A value as the page shows it; empty: not set. */
export function shownValue(value: Json | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	if (Array.isArray(value)) return value.map(shownValue).join('\n');
	if (typeof value === 'object') return Object.values(value).map(shownValue).join(', ');
	return String(value);
}

/** What was typed, as the directory keeps it: nothing is null, a list has a value a line. */
export function typedValue(text: string, writing: Writing = 'text'): Json {
	if (writing === 'list')
		return text
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean);
	if (writing === 'flag') return text === 'Yes';
	if (writing === 'date' && /^\d{4}-\d\d-\d\d$/.test(text.trim())) return `${text.trim()}T00:00:00Z`;
	return text.trim() || null;
}
