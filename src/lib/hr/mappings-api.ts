import type { DefaultMapping } from '#lib/apps';

const created = { onlyOnCreate: true } as const;

/** H-170, H-413: a record's externalId is the employee id, and its active flag the account's state. */
export const apiToEntra: readonly DefaultMapping[] = [
	{ target: 'employeeId', source: '[externalId]', match: 1 },
	{ target: 'displayName', source: '[displayName]' },
	{ target: 'userPrincipalName', source: '[userPrincipalName]', ...created },
	{ target: 'mailNickname', source: '[mailNickname]', ...created },
	{ target: 'accountEnabled', source: 'Switch([active], , "True", "True", "False", "False")' },
	{ target: 'givenName', source: '[givenName]' },
	{ target: 'surname', source: '[surname]' },
	{ target: 'jobTitle', source: '[jobTitle]' },
	{ target: 'department', source: '[department]' },
	{ target: 'mail', source: '[mail]' },
	{ target: 'city', source: '[city]' },
	{ target: 'country', source: '[country]' },
	{ target: 'manager', source: '[manager]', reference: true }
];

export const apiToAd: readonly DefaultMapping[] = [
	{ target: 'employeeID', source: '[externalId]', match: 1, ...created },
	{ target: 'cn', source: '[displayName]', ...created },
	{ target: 'userPrincipalName', source: '[userPrincipalName]', ...created },
	{ target: 'sAMAccountName', source: 'Mid([mailNickname], 1, 20)', ...created },
	{ target: 'accountDisabled', source: 'Switch([active], , "True", "False", "False", "True")' },
	{ target: 'displayName', source: '[displayName]' },
	{ target: 'givenName', source: '[givenName]' },
	{ target: 'sn', source: '[surname]' },
	{ target: 'title', source: '[jobTitle]' },
	{ target: 'department', source: '[department]' },
	{ target: 'mail', source: '[mail]' },
	{ target: 'l', source: '[city]' },
	{ target: 'co', source: '[country]' },
	{ target: 'manager', source: '[manager]', reference: true }
];
