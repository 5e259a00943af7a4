import { CORE_USER, ENTERPRISE_USER } from '../urns';
import { complex, flag, reference, text, values } from './define';
import type { Attribute, Schema } from './types';

const readOnly = { mutability: 'readOnly' } as const;

export const userName = text('userName', 'The name with which the person signs in.', {
	required: true,
	uniqueness: 'server'
});

export const name = complex('name', "The parts of the person's name.", [
	text('formatted', 'The full name, ready for display.'),
	text('familyName', 'The family name.'),
	text('givenName', 'The given name.'),
	text('middleName', 'The middle names.'),
	text('honorificPrefix', 'A title before the name.'),
	text('honorificSuffix', 'A suffix after the name.')
]);

export const emails = values('emails', 'E-mail addresses.', ['work', 'home', 'other']);
export const phoneNumbers = values('phoneNumbers', 'Telephone numbers.', [
	'work',
	'home',
	'mobile',
	'fax',
	'pager',
	'other'
]);

export const addresses = complex(
	'addresses',
	'Postal addresses.',
	[
		text('formatted', 'The full address, ready for display.'),
		text('streetAddress', 'Street and number.'),
		text('locality', 'The city.'),
		text('region', 'The state or region.'),
		text('postalCode', 'The postal code.'),
		text('country', 'The country.'),
		text('type', 'A label for the value.', { canonicalValues: ['work', 'home', 'other'] }),
		flag('primary', 'Whether this is the preferred value; true for one value at most.')
	],
	{ multiValued: true }
);

export const groups = complex(
	'groups',
	'The groups to which the person belongs; changed through the groups only.',
	[
		text('value', "The group's id.", readOnly),
		reference('$ref', "The group's address.", ['Group'], readOnly),
		text('display', "The group's name.", readOnly),
		text('type', 'direct or indirect.', { ...readOnly, canonicalValues: ['direct', 'indirect'] })
	],
	{ multiValued: true, mutability: 'readOnly' }
);

export const roles = values('roles', 'Roles.', []);

export const userAttributes: readonly Attribute[] = [
	userName,
	name,
	text('displayName', 'The name for display.'),
	text('nickName', 'The casual name.'),
	reference('profileUrl', "The address of the person's profile.", ['external']),
	text('title', 'The job title.'),
	text('userType', 'The relation to the organization.'),
	text('preferredLanguage', 'The preferred language.'),
	text('locale', 'The locale for dates and numbers.'),
	text('timezone', 'The time zone.'),
	flag('active', 'Whether the account may be used.'),
	text('password', 'The initial or changed password.', { mutability: 'writeOnly', returned: 'never' }),
	emails,
	phoneNumbers,
	values('ims', 'Instant messaging addresses.', []),
	values(
		'photos',
		'Addresses of photographs.',
		['photo', 'thumbnail'],
		reference('value', 'The address of the photograph.', ['external'])
	),
	addresses,
	groups,
	values('entitlements', 'Entitlements.', []),
	roles,
	values(
		'x509Certificates',
		'Certificates.',
		[],
		text('value', 'The certificate.', { type: 'binary', caseExact: true })
	)
];

export const userSchema: Schema = {
	id: CORE_USER,
	name: 'User',
	description: 'User Account',
	attributes: userAttributes
};

/** S-202, RFC 7643 §4.3. */
export const enterpriseSchema: Schema = {
	id: ENTERPRISE_USER,
	name: 'EnterpriseUser',
	description: 'Enterprise User',
	attributes: [
		text('employeeNumber', 'The number that the organization gave to the person.'),
		text('costCenter', 'The cost center.'),
		text('organization', 'The organization.'),
		text('division', 'The division.'),
		text('department', 'The department.'),
		complex('manager', "The person's manager.", [
			text('value', "The manager's id in this application."),
			reference('$ref', "The manager's address.", ['User']),
			text('displayName', "The manager's name.", readOnly)
		])
	]
};
