/** A licence's part, as dynamic rules ask for it. */
export interface ServicePlan {
	readonly servicePlanId: string;
	readonly service: string;
	readonly capabilityStatus: 'Enabled' | 'Suspended' | 'Deleted';
}

/** A user of the tenant, under the names that mappings and dynamic rules use. `null` is an empty attribute. */
export interface EntraUser {
	readonly slot: number;
	readonly objectId: string;
	readonly userPrincipalName: string;
	readonly displayName: string | null;
	readonly givenName: string | null;
	readonly surname: string | null;
	readonly mail: string | null;
	readonly mailNickname: string | null;
	readonly proxyAddresses: readonly string[];
	readonly otherMails: readonly string[];
	readonly accountEnabled: boolean;
	readonly userType: 'Member' | 'Guest';
	readonly jobTitle: string | null;
	readonly department: string | null;
	readonly companyName: string | null;
	readonly employeeId: string | null;
	readonly employeeType: string | null;
	/** An ISO date-time. */
	readonly employeeHireDate: string | null;
	/** The manager's slot. */
	readonly manager: number | null;
	readonly streetAddress: string | null;
	readonly postalCode: string | null;
	readonly city: string | null;
	readonly state: string | null;
	readonly country: string | null;
	readonly usageLocation: string | null;
	readonly physicalDeliveryOfficeName: string | null;
	readonly telephoneNumber: string | null;
	readonly mobile: string | null;
	readonly facsimileTelephoneNumber: string | null;
	readonly preferredLanguage: string | null;
	readonly assignedPlans: readonly ServicePlan[];
	/** True for an account that Connect feeds; such an attribute cannot be edited in the cloud (H-324). */
	readonly dirSyncEnabled: boolean;
	/** The source anchor, base64 of the objectGUID (H-309). */
	readonly immutableId: string | null;
	readonly onPremisesDistinguishedName: string | null;
	readonly onPremisesSamAccountName: string | null;
	readonly onPremisesSecurityIdentifier: string | null;
	/** Differs from userPrincipalName where Connect had to replace the suffix (H-317). */
	readonly onPremisesUserPrincipalName: string | null;
}

export const NOTHING: readonly never[] = Object.freeze([]);

/** A cloud user of whom only the name is known. */
export function blankUser(slot: number, objectId: string, userPrincipalName: string): EntraUser {
	return {
		slot,
		objectId,
		userPrincipalName,
		displayName: null,
		givenName: null,
		surname: null,
		mail: null,
		mailNickname: null,
		proxyAddresses: NOTHING,
		otherMails: NOTHING,
		accountEnabled: true,
		userType: 'Member',
		jobTitle: null,
		department: null,
		companyName: null,
		employeeId: null,
		employeeType: null,
		employeeHireDate: null,
		manager: null,
		streetAddress: null,
		postalCode: null,
		city: null,
		state: null,
		country: null,
		usageLocation: null,
		physicalDeliveryOfficeName: null,
		telephoneNumber: null,
		mobile: null,
		facsimileTelephoneNumber: null,
		preferredLanguage: null,
		assignedPlans: NOTHING,
		dirSyncEnabled: false,
		immutableId: null,
		onPremisesDistinguishedName: null,
		onPremisesSamAccountName: null,
		onPremisesSecurityIdentifier: null,
		onPremisesUserPrincipalName: null
	};
}
