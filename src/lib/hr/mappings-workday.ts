import type { DefaultMapping } from '#lib/apps';

const created = { onlyOnCreate: true } as const;

const upn =
	'SelectUniqueValue(Join("@", Join(".", [FirstName], [LastName]), "contoso.com"), ' +
	'Join("@", Join(".", Mid([FirstName], 1, 1), [LastName]), "contoso.com"), ' +
	'Join("@", Join(".", Mid([FirstName], 1, 2), [LastName]), "contoso.com"))';

const sam =
	'Replace(Mid(Replace([UserID], , "([\\\\/\\\\\\\\\\\\[\\\\]\\\\:\\\\;\\\\|\\\\=\\\\,\\\\+\\\\*\\\\?\\\\<\\\\>])", , "", , ), 1, 20), , "(\\\\.)*$", , "", , )';

const cities = ['Dallas', 'Austin', 'Seattle', 'London'];
const unit = `Switch([Municipality], "OU=Default Users,DC=contoso,DC=com", ${cities
	.map((city) => `"${city}", "OU=${city},OU=Users,DC=contoso,DC=com"`)
	.join(', ')})`;

/** H-190: the 24 rows of table 9.1. */
export const toAd: readonly DefaultMapping[] = [
	{ target: 'employeeID', source: '[WorkerID]', match: 1, ...created },
	{ target: 'cn', source: '[PreferredNameData]', ...created },
	{ target: 'userPrincipalName', source: upn, ...created },
	{ target: 'sAMAccountName', source: sam, ...created },
	{ target: 'accountDisabled', source: 'Switch([Active], , "0", "True", "1", "False")' },
	{ target: 'givenName', source: '[FirstName]' },
	{ target: 'sn', source: '[LastName]' },
	{ target: 'displayName', source: '[PreferredNameData]' },
	{ target: 'company', source: '[Company]' },
	{ target: 'department', source: '[SupervisoryOrganization]' },
	{ target: 'manager', source: '[ManagerReference]', reference: true },
	{ target: 'title', source: '[BusinessTitle]' },
	{ target: 'streetAddress', source: '[AddressLineData]' },
	{ target: 'l', source: '[Municipality]' },
	{ target: 'co', source: '[CountryReferenceTwoLetter]' },
	{ target: 'c', source: '[CountryReferenceTwoLetter]' },
	{ target: 'st', source: '[CountryRegionReference]' },
	{ target: 'physicalDeliveryOfficeName', source: '[WorkSpaceReference]' },
	{ target: 'postalCode', source: '[PostalCode]' },
	{ target: 'telephoneNumber', source: '[PrimaryWorkTelephone]' },
	{ target: 'facsimileTelephoneNumber', source: '[Fax]' },
	{ target: 'mobile', source: '[Mobile]' },
	{ target: 'preferredLanguage', source: '[LocalReference]' },
	{ target: 'parentDistinguishedName', source: unit }
];

/** Section 9.2: the tutorial lists no rows; these are ours, each consistent with a documented expression. */
export const toEntra: readonly DefaultMapping[] = [
	{ target: 'employeeId', source: '[WorkerID]', match: 1 },
	{ target: 'displayName', source: '[PreferredNameData]' },
	{
		target: 'userPrincipalName',
		source: 'Join("@", NormalizeDiacritics(StripSpaces(Join(".", [FirstName], [LastName]))), "contoso.com")',
		...created
	},
	{
		target: 'mailNickname',
		source: 'NormalizeDiacritics(StripSpaces(Join(".", [FirstName], [LastName])))',
		...created
	},
	{ target: 'accountEnabled', source: 'Switch([Active], , "1", "True", "0", "False")' },
	{ target: 'givenName', source: '[FirstName]' },
	{ target: 'surname', source: '[LastName]' },
	{ target: 'jobTitle', source: '[BusinessTitle]' },
	{ target: 'department', source: '[SupervisoryOrganization]' },
	{ target: 'companyName', source: '[Company]' },
	{ target: 'city', source: '[Municipality]' },
	{ target: 'country', source: '[CountryReferenceTwoLetter]' },
	{ target: 'usageLocation', source: '[CountryReferenceTwoLetter]' },
	{ target: 'state', source: '[CountryRegionReference]' },
	{ target: 'postalCode', source: '[PostalCode]' },
	{ target: 'streetAddress', source: '[AddressLineData]' },
	{ target: 'telephoneNumber', source: '[PrimaryWorkTelephone]' },
	{ target: 'mobile', source: '[Mobile]' },
	{ target: 'manager', source: '[ManagerReference]', reference: true },
	{ target: 'preferredLanguage', source: '[LocalReference]' },
	{ target: 'employeeHireDate', source: 'Join("", Mid([StatusHireDate], 1, 10), "T00:00:00Z")' },
	{ target: 'employeeLeaveDateTime', source: '[StatusTerminationLastDayOfWork]', off: true }
];

/** H-343; the sample company's rows leave out what the directory does not have. */
export const writeback: readonly DefaultMapping[] = [
	{ target: 'WorkerID', source: '[employeeId]', match: 1, ...created },
	{ target: 'UserID', source: 'IgnoreFlowIfNullOrEmpty([userPrincipalName])' },
	{ target: 'EmailAddress', source: 'IgnoreFlowIfNullOrEmpty([mail])' }
];
