import type { Operator, Subject } from './syntax';

/** text, flag and date are single values; texts is a collection of texts; plans and groups are asked with -any and -all. */
export type PropertyType = 'text' | 'flag' | 'date' | 'texts' | 'plans' | 'groups';

const NUMBERED = Array.from({ length: 15 }, (_, n) => `extensionAttribute${n + 1}`);

/** What a rule may ask about a user (G-020); employeeType and manager are not among it (G-021). */
const USER: Readonly<Record<PropertyType, readonly string[]>> = {
	flag: ['accountEnabled', 'dirSyncEnabled'],
	date: ['employeeHireDate'],
	text: [
		...['city', 'country', 'companyName', 'department', 'displayName', 'employeeId', 'facsimileTelephoneNumber'],
		...['givenName', 'jobTitle', 'mail', 'mailNickName', 'mobile', 'objectId', 'onPremisesDistinguishedName'],
		...['onPremisesSecurityIdentifier', 'passwordPolicies', 'physicalDeliveryOfficeName', 'postalCode'],
		...['preferredLanguage', 'sipProxyAddress', 'state', 'streetAddress', 'surname', 'telephoneNumber'],
		...['usageLocation', 'userPrincipalName', 'userType', ...NUMBERED]
	],
	texts: ['otherMails', 'proxyAddresses'],
	plans: ['assignedPlans'],
	groups: ['memberOf']
};

const PLAN = ['servicePlanId', 'service', 'capabilityStatus'];

/** The attribute of the user's record, where the rule language spells it in its own way. */
const RECORD_NAMES: Readonly<Record<string, string>> = { mailNickName: 'mailNickname' };
export const recordName = (property: string): string => RECORD_NAMES[property] ?? property;

export interface Property {
	readonly name: string;
	readonly type: PropertyType;
}

const known = new Map<string, Property>();
for (const [type, names] of Object.entries(USER) as [PropertyType, readonly string[]][]) {
	for (const name of names) known.set(`user.${name}`.toLowerCase(), { name, type });
}
for (const name of PLAN) known.set(`plan.${name}`.toLowerCase(), { name, type: 'text' });
known.set('group.objectid', { name: 'objectId', type: 'text' });
known.set('item._', { name: '_', type: 'text' });

/** A directory extension: extension_<id of the app that brought it>_<name>. */
const EXTENSION = /^extension_[a-z0-9]+_[a-z0-9_]+$/i;

export function propertyOf(subject: Subject, name: string): Property | undefined {
	if (subject === 'user' && EXTENSION.test(name)) return { name, type: 'text' };
	return known.get(`${subject}.${name}`.toLowerCase());
}

const EQUALITY: readonly Operator[] = ['eq', 'ne'];
const TEXT: readonly Operator[] = [
	...EQUALITY,
	...(['startsWith', 'notStartsWith', 'endsWith', 'notEndsWith', 'contains', 'notContains'] as const),
	...(['match', 'notMatch', 'in', 'notIn'] as const)
];

/** G-009, G-015. */
export const OPERATORS_OF: Readonly<Record<PropertyType, readonly Operator[]>> = {
	text: TEXT,
	texts: TEXT,
	flag: EQUALITY,
	date: [...EQUALITY, 'ge', 'le'],
	plans: [],
	groups: []
};

/** What can be asked of a subject, in the order of the list above. */
export const propertyNames = (subject: Subject): readonly string[] =>
	[...known].flatMap(([key, { name }]) => (key.startsWith(`${subject}.`) ? [name] : []));

export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
	[...TEXT, 'ge' as const, 'le' as const].map((operator) => [operator.toLowerCase(), operator])
);

/** True where nothing to compare with counts as a match (G-019). */
export const isNegative = (operator: Operator): boolean => operator === 'ne' || operator.startsWith('not');
