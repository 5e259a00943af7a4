import { INITIAL_DOMAIN, VERIFIED_DOMAINS } from '#lib/content/company/tenant';
import type { AdUser } from '../ad/user';
import type { EntraUser } from './user';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** A GUID's first three groups are stored with the low byte first. */
const BYTE_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** The source anchor of an objectGUID: base64 of its sixteen bytes (H-309). */
export function immutableIdOf(objectGUID: string): string {
	const hex = objectGUID.replace(/-/g, '');
	const bytes = BYTE_ORDER.map((at) => parseInt(hex.slice(at * 2, at * 2 + 2), 16));
	let text = '';
	for (let at = 0; at < 15; at += 3) {
		const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
		for (let shift = 18; shift >= 0; shift -= 6) text += BASE64[(three >> shift) & 63];
	}
	const last = bytes[15] as number;
	return `${text}${BASE64[last >> 2]}${BASE64[(last & 3) << 4]}==`;
}

/** H-317: the tenant accepts only a verified suffix; otherwise the name is made from the alias and the initial domain. */
export function tenantUserPrincipalName(userPrincipalName: string, mailNickname: string): string {
	const domain = userPrincipalName.slice(userPrincipalName.indexOf('@') + 1);
	return VERIFIED_DOMAINS.includes(domain) ? userPrincipalName : `${mailNickname}@${INITIAL_DOMAIN}`;
}

/** 20190506000000.0Z -> 2019-05-06T00:00:00Z */
const generalizedTime = (text: string): string =>
	text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d+Z$/, '$1-$2-$3T$4:$5:$6Z');

/** The attributes that Connect carries by default from Active Directory into the tenant (H-306). */
export function connectAttributes(ad: AdUser) {
	const hireDate = ad['msDS-cloudExtensionAttribute1'];
	return {
		userPrincipalName: tenantUserPrincipalName(ad.userPrincipalName, ad.mailNickname ?? ad.sAMAccountName),
		displayName: ad.displayName,
		givenName: ad.givenName,
		surname: ad.sn,
		mail: ad.mail,
		mailNickname: ad.mailNickname,
		proxyAddresses: ad.proxyAddresses,
		accountEnabled: ad.enabled,
		jobTitle: ad.title,
		department: ad.department,
		companyName: ad.company,
		employeeId: ad.employeeID,
		employeeType: ad.employeeType,
		employeeHireDate: hireDate && generalizedTime(hireDate),
		manager: ad.manager,
		streetAddress: ad.streetAddress,
		postalCode: ad.postalCode,
		city: ad.l,
		state: ad.st,
		country: ad.co,
		usageLocation: ad.c,
		physicalDeliveryOfficeName: ad.physicalDeliveryOfficeName,
		telephoneNumber: ad.telephoneNumber,
		mobile: ad.mobile,
		facsimileTelephoneNumber: ad.facsimileTelephoneNumber,
		preferredLanguage: ad.preferredLanguage,
		dirSyncEnabled: true,
		immutableId: immutableIdOf(ad.objectGUID),
		onPremisesDistinguishedName: ad.distinguishedName,
		onPremisesSamAccountName: ad.sAMAccountName,
		onPremisesSecurityIdentifier: ad.objectSid,
		onPremisesUserPrincipalName: ad.userPrincipalName
	} satisfies Partial<EntraUser>;
}
