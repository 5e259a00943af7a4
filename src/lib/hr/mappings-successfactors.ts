import type { DefaultMapping } from '#lib/apps';

const created = { onlyOnCreate: true } as const;
const name = 'NormalizeDiacritics(StripSpaces(Join(".", [PerPersonal.firstName], [PerPersonal.lastName])))';
const initial =
	'NormalizeDiacritics(StripSpaces(Join(".", Mid([PerPersonal.firstName], 1, 1), [PerPersonal.lastName])))';

/** Table 9.3, with what a new account cannot do without (cn, UPN) and the User rows of H-195. */
export const toAd: readonly DefaultMapping[] = [
	{ target: 'employeeID', source: '[PerPerson.personIdExternal]', match: 1, ...created },
	{ target: 'cn', source: '[PerPersonal.displayName]', ...created },
	{
		target: 'userPrincipalName',
		source: `SelectUniqueValue(Join("@", ${name}, "contoso.com"), Join("@", ${initial}, "contoso.com"))`,
		...created
	},
	{ target: 'sAMAccountName', source: 'Mid([User.username], 1, 20)', ...created },
	{
		target: 'accountDisabled',
		source: 'Switch([EmpEmploymentTermination.activeEmploymentsCount], "False", "0", "True")'
	},
	{ target: 'displayName', source: '[PerPersonal.displayName]' },
	{ target: 'givenName', source: '[PerPersonal.firstName]' },
	{ target: 'sn', source: '[PerPersonal.lastName]' },
	{ target: 'streetAddress', source: '[User.addressLine1]' },
	{ target: 'l', source: '[User.city]' },
	{ target: 'co', source: '[User.country]' },
	{ target: 'st', source: '[User.state]' },
	{ target: 'postalCode', source: '[User.zipCode]' },
	{ target: 'mail', source: '[PerEmail.emailAddress]' },
	{ target: 'title', source: '[EmpJob.jobTitle]' },
	{ target: 'manager', source: '[EmpJob.managerId]', reference: true },
	{ target: 'c', source: '[EmpJob.Company.CountryOfRegistration.twoCharCountryCode]' },
	{ target: 'department', source: '[EmpJob.Department.department]' },
	{ target: 'company', source: '[EmpJob.Division.division]' }
];

export const toEntra: readonly DefaultMapping[] = [
	{ target: 'employeeId', source: '[PerPerson.personIdExternal]', match: 1 },
	{ target: 'displayName', source: '[PerPersonal.displayName]' },
	{ target: 'userPrincipalName', source: `Join("@", ${name}, "contoso.com")`, ...created },
	{ target: 'mailNickname', source: name, ...created },
	{
		target: 'accountEnabled',
		source: 'Switch([EmpEmploymentTermination.activeEmploymentsCount], "True", "0", "False")'
	},
	{ target: 'givenName', source: '[PerPersonal.firstName]' },
	{ target: 'surname', source: '[PerPersonal.lastName]' },
	{ target: 'streetAddress', source: '[User.addressLine1]' },
	{ target: 'city', source: '[User.city]' },
	{ target: 'country', source: '[User.country]' },
	{ target: 'state', source: '[User.state]' },
	{ target: 'postalCode', source: '[User.zipCode]' },
	{ target: 'mail', source: '[PerEmail.emailAddress]' },
	{ target: 'jobTitle', source: '[EmpJob.jobTitle]' },
	{ target: 'manager', source: '[EmpJob.managerId]', reference: true },
	{ target: 'usageLocation', source: '[EmpJob.Company.CountryOfRegistration.twoCharCountryCode]' },
	{ target: 'department', source: '[EmpJob.Department.department]' },
	{ target: 'companyName', source: '[EmpJob.Division.division]' }
];

/** H-363; the e-mail row is added by whoever wants it (S-62). */
export const writeback: readonly DefaultMapping[] = [
	{ target: 'personIdExternal', source: '[employeeId]', match: 1, ...created },
	{ target: 'username', source: 'IgnoreFlowIfNullOrEmpty([userPrincipalName])' }
];
