import type { AdUser } from '../ad/user';
import { immutableIdOf } from './anchor';
import { NO_PLAN, plansOf } from './plans';
import { NOTHING, type EntraUser, type ServicePlan } from './user';
import { tenantUserPrincipalName } from './user-name';

/** 20190506000000.0Z -> 2019-05-06T00:00:00Z */
const generalizedTime = (text: string): string =>
	text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d+Z$/, '$1-$2-$3T$4:$5:$6Z');

/** A user with the attributes that Connect carries by default from Active Directory into the tenant (H-306). */
export function connectedUser(ad: AdUser, objectId: string, assignedPlans: readonly ServicePlan[]): EntraUser {
	const hireDate = ad['msDS-cloudExtensionAttribute1'];
	return {
		slot: ad.slot,
		objectId,
		userPrincipalName: tenantUserPrincipalName(ad.userPrincipalName, ad.mailNickname ?? ad.sAMAccountName),
		displayName: ad.displayName,
		givenName: ad.givenName,
		surname: ad.sn,
		mail: ad.mail,
		mailNickname: ad.mailNickname,
		proxyAddresses: ad.proxyAddresses,
		otherMails: NOTHING,
		accountEnabled: ad.enabled,
		userType: 'Member',
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
		assignedPlans,
		dirSyncEnabled: true,
		immutableId: immutableIdOf(ad.objectGUID),
		onPremisesDistinguishedName: ad.distinguishedName,
		onPremisesSamAccountName: ad.sAMAccountName,
		onPremisesSecurityIdentifier: ad.objectSid,
		onPremisesUserPrincipalName: ad.userPrincipalName
	};
}

/** The tenant's user of an account of Active Directory. */
export function syncedUser(ad: AdUser, objectId: string): EntraUser {
	return connectedUser(ad, objectId, ad.employeeType === null ? NO_PLAN : plansOf(ad.slot));
}
