import { USERS_OU } from './ou';

/** What Active Directory holds of an account: its schema's names, null where nothing is set. */
export type AdAttributes = { readonly [name: string]: unknown };

/** How Active Directory, or the agent that speaks to it, says no. */
export interface AdRefusal {
	readonly code: string;
	readonly detail: string;
}

/** What a check has to know of the rest of the domain. */
export interface AdDomain {
	hasUnit(distinguishedName: string): boolean;
	/** Another account than the one that is written has this value. */
	isTaken(attribute: 'distinguishedName' | 'sAMAccountName' | 'userPrincipalName', value: string): boolean;
}

/** The code under which the service logs an LDAP refusal (H-202). */
export const badResponse = 'SystemForCrossDomainIdentityManagementBadResponse';

/** H-202, H-203: upper limits of the schema. */
export const AD_LIMITS: Readonly<Record<string, number>> = {
	cn: 64,
	company: 64,
	sAMAccountName: 20,
	givenName: 64,
	sn: 64,
	displayName: 256,
	department: 64,
	title: 128,
	l: 128,
	st: 128,
	c: 2,
	co: 128,
	postalCode: 40,
	telephoneNumber: 64,
	mobile: 64,
	facsimileTelephoneNumber: 64,
	mail: 256,
	employeeID: 16,
	physicalDeliveryOfficeName: 128,
	streetAddress: 1024
};

/** H-206. */
const booleans = new Set(['msExchHideFromAddressLists']);
/** H-204. */
const unfitForSam = /[/\\[\]:;|=,+*?<>]/;
/** H-201: after the at sign stands the suffix. */
const fitForUpn = /^[A-Za-z0-9'._\-!#^~]+@[A-Za-z0-9.-]+$/;

/** Why a value cannot stand in this attribute, or null (H-106, H-201 to H-206). */
export function refuseValue(name: string, value: unknown): AdRefusal | null {
	if (value === null || value === undefined) return null;
	if (value === '')
		return {
			code: badResponse,
			detail:
				'InvalidAttributeSyntax-LdapErr: The syntax is invalid. The parameter is incorrect. ' +
				`Error in attribute conversion operation, data 0, v3839 (${name})`
		};
	if (typeof value !== 'string') return null;
	const limit = AD_LIMITS[name];
	if (limit !== undefined && value.length > limit)
		return {
			code: badResponse,
			detail: `ConstraintViolation-AtrErr: DSID-03050D17, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, CONSTRAINT_ATT_TYPE - ${name}`
		};
	if (booleans.has(name) && value !== 'TRUE' && value !== 'FALSE')
		return {
			code: 'HybridSynchronizationActiveDirectoryInvalidParameter',
			detail: `${name} takes TRUE or FALSE in upper case.`
		};
	if (name === 'sAMAccountName' && (unfitForSam.test(value) || value.endsWith('.')))
		return { code: badResponse, detail: `ConstraintViolation-AtrErr: ${value} is no account name` };
	if (name === 'userPrincipalName' && !fitForUpn.test(value))
		return { code: badResponse, detail: `ConstraintViolation-AtrErr: ${value} has characters that a UPN cannot have` };
	return null;
}

/** H-200: what a new account cannot do without. */
const mandatory = ['cn', 'userPrincipalName', 'givenName', 'sn'];

/** Why this account cannot be written as it is: `changed` are the attributes that somebody set. */
export function refuseAccount(
	account: AdAttributes,
	changed: readonly string[],
	isNew: boolean,
	domain: AdDomain
): AdRefusal | null {
	for (const name of changed) {
		const refusal = refuseValue(name, account[name]);
		if (refusal) return refusal;
	}
	const missing = isNew ? mandatory.find((name) => account[name] == null) : undefined;
	if (missing) return { code: badResponse, detail: `ObjectClassViolation: ${missing} is missing` };
	const moved = isNew || changed.includes('cn') || changed.includes('parentDistinguishedName');
	if (moved && !domain.hasUnit(String(account.parentDistinguishedName))) return noSuperior;
	return clash(account, changed, moved, domain);
}

/** H-207. */
const noSuperior: AdRefusal = {
	code: badResponse,
	detail:
		'OperationsError-SvcErr: An operation error occurred. No superior reference has been configured for the ' +
		'directory service. The directory service is therefore unable to issue referrals to objects outside this forest.'
};

/** H-205: a name is unique in its unit, an account name and a UPN in the domain. */
function clash(account: AdAttributes, changed: readonly string[], moved: boolean, domain: AdDomain): AdRefusal | null {
	const names = ['sAMAccountName', 'userPrincipalName'] as const;
	const taken =
		moved && domain.isTaken('distinguishedName', String(account.distinguishedName))
			? 'distinguishedName'
			: names.find(
					(name) => changed.includes(name) && account[name] != null && domain.isTaken(name, String(account[name]))
				);
	return taken
		? { code: 'EntryAlreadyExists', detail: `EntryAlreadyExists: ${taken} ${String(account[taken])} is in use.` }
		: null;
}

/** H-281: the agent's account has no right to write a protected object. */
export const noRights: AdRefusal = {
	code: 'HybridSynchronizationActiveDirectoryInsufficientAccessRights',
	detail: 'INSUFF_ACCESS_RIGHTS: the account provAgentgMSA$ has no right to write this object.'
};

/** H-110. */
export const unknownAttribute = (name: string): AdRefusal => ({
	code: 'HybridSynchronizationActiveDirectoryCannotFindAttribute',
	detail: `The agent does not know the attribute ${name}: it reads the schema when it starts.`
});

/** H-024: where an account is created when no mapping says so. */
export const DEFAULT_CONTAINER = USERS_OU;
