import type { TargetAttribute } from '#lib/engine/mapping';

type Attributes = Readonly<Record<string, TargetAttribute>>;

const texts = (names: readonly string[]): Attributes =>
	Object.fromEntries(names.map((name) => [name, { type: 'String', caseExact: true }]));

/** Active Directory compares names of places without letter case. */
export const adTargets: Attributes = {
	...texts([
		'cn',
		'sAMAccountName',
		'userPrincipalName',
		'employeeID',
		'givenName',
		'sn',
		'displayName',
		'company',
		'department',
		'title',
		'streetAddress',
		'l',
		'st',
		'co',
		'c',
		'postalCode',
		'physicalDeliveryOfficeName',
		'telephoneNumber',
		'mobile',
		'facsimileTelephoneNumber',
		'mail',
		'mailNickname',
		'employeeType',
		'preferredLanguage',
		'description',
		'info',
		'accountExpires',
		'msExchHideFromAddressLists',
		'msDS-cloudExtensionAttribute1',
		...Array.from({ length: 15 }, (_, n) => `extensionAttribute${n + 1}`)
	]),
	parentDistinguishedName: { type: 'String', caseExact: false },
	accountDisabled: { type: 'Boolean' },
	proxyAddresses: { type: 'String', multivalued: true, caseExact: true },
	manager: { type: 'Reference' }
};

export const entraTargets: Attributes = {
	...texts([
		'employeeId',
		'displayName',
		'userPrincipalName',
		'mailNickname',
		'givenName',
		'surname',
		'jobTitle',
		'department',
		'companyName',
		'city',
		'country',
		'usageLocation',
		'state',
		'postalCode',
		'streetAddress',
		'telephoneNumber',
		'mobile',
		'facsimileTelephoneNumber',
		'preferredLanguage',
		'employeeHireDate',
		'employeeLeaveDateTime',
		'employeeType',
		'mail',
		'physicalDeliveryOfficeName',
		...Array.from({ length: 15 }, (_, n) => `extensionAttribute${n + 1}`)
	]),
	accountEnabled: { type: 'Boolean' },
	manager: { type: 'Reference' }
};

/** H-341, H-354: what may be written back to Workday, and the matching attribute. */
export const workdayTargets: Attributes = texts([
	'WorkerID',
	'UserID',
	'EmailAddress',
	'landlineNumber',
	'landlineExtension',
	'landlineCountryCodeName',
	'landlineCountryCodeNumber',
	'landlinePrimary',
	'mobileNumber',
	'mobileCountryCodeName',
	'mobileCountryCodeNumber',
	'mobilePrimary'
]);

/** H-360: the same of SuccessFactors. */
export const successFactorsTargets: Attributes = texts([
	'personIdExternal',
	'userId',
	'username',
	'email',
	'businessPhoneNumber',
	'businessPhoneType',
	'businessPhoneIsPrimary',
	'cellPhoneNumber',
	'cellPhoneType',
	'cellPhoneIsPrimary',
	'emailType',
	'loginMethod',
	...Array.from({ length: 15 }, (_, n) => `custom${String(n + 1).padStart(2, '0')}`)
]);
