import { tenantUserPrincipalName } from '../entra/user-name';
import type { AdAttributes } from '../ad/refuse';
import { mailNicknameOf } from './names';

type Value = null | string | number | boolean | readonly string[];

/** One attribute flow of Connect: which attributes of Active Directory make an attribute of the tenant. */
export interface AttributeFlow {
	readonly target: string;
	readonly from: readonly string[];
	readonly value: (account: AdAttributes) => Value;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const direct = (target: string, source = target): AttributeFlow => ({
	target,
	from: [source],
	value: (account) => text(account[source])
});

/** 20190506000000.0Z -> 2019-05-06T00:00:00Z (H-193). */
const instant = (value: unknown): string | null =>
	text(value)?.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d+Z$/, '$1-$2-$3T$4:$5:$6Z') ?? null;

const extensions = Array.from({ length: 15 }, (_, n) => direct(`extensionAttribute${n + 1}`));

/** What Connect carries by default (H-306), without manager, which is a reference. */
export const ATTRIBUTE_FLOWS: readonly AttributeFlow[] = [
	{
		target: 'userPrincipalName',
		from: ['userPrincipalName'],
		value: (account) => tenantUserPrincipalName(String(account.userPrincipalName), mailNicknameOf(account))
	},
	direct('onPremisesUserPrincipalName', 'userPrincipalName'),
	direct('displayName'),
	direct('givenName'),
	direct('surname', 'sn'),
	direct('mail'),
	{
		target: 'mailNickname',
		from: ['mailNickname', 'proxyAddresses', 'mail', 'userPrincipalName'],
		value: mailNicknameOf
	},
	{
		target: 'proxyAddresses',
		from: ['proxyAddresses'],
		value: ({ proxyAddresses }) => (Array.isArray(proxyAddresses) ? (proxyAddresses as string[]) : [])
	},
	{ target: 'accountEnabled', from: ['enabled'], value: ({ enabled }) => enabled !== false },
	direct('jobTitle', 'title'),
	direct('department'),
	direct('companyName', 'company'),
	direct('employeeId', 'employeeID'),
	direct('employeeType'),
	{
		target: 'employeeHireDate',
		from: ['msDS-cloudExtensionAttribute1'],
		value: (account) => instant(account['msDS-cloudExtensionAttribute1'])
	},
	direct('streetAddress'),
	direct('postalCode'),
	direct('city', 'l'),
	direct('state', 'st'),
	direct('country', 'co'),
	direct('usageLocation', 'c'),
	direct('physicalDeliveryOfficeName'),
	direct('telephoneNumber'),
	direct('mobile'),
	direct('facsimileTelephoneNumber'),
	direct('preferredLanguage'),
	direct('onPremisesDistinguishedName', 'distinguishedName'),
	direct('onPremisesSamAccountName', 'sAMAccountName'),
	direct('onPremisesSecurityIdentifier', 'objectSid'),
	...extensions
];

/** The tenant's attributes that these attributes of Active Directory make; null: all of them. */
export function flowing(account: AdAttributes, changed: ReadonlySet<string> | null): Record<string, Value> {
	const values: Record<string, Value> = {};
	for (const { target, from, value } of ATTRIBUTE_FLOWS)
		if (changed === null || from.some((name) => changed.has(name))) values[target] = value(account);
	return values;
}
