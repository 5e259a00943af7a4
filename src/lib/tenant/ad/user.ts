/** An account of Active Directory, under the names its schema gives. `null` is an attribute that is not set. */
export interface AdUser {
	/** The same slot as the account's twin in the tenant. */
	readonly slot: number;
	readonly objectGUID: string;
	readonly objectSid: string;
	readonly cn: string;
	readonly parentDistinguishedName: string;
	readonly distinguishedName: string;
	readonly sAMAccountName: string;
	readonly userPrincipalName: string;
	readonly displayName: string;
	readonly givenName: string | null;
	readonly sn: string | null;
	readonly mail: string | null;
	readonly mailNickname: string | null;
	readonly proxyAddresses: readonly string[];
	readonly title: string | null;
	readonly department: string | null;
	readonly company: string | null;
	readonly employeeID: string | null;
	readonly employeeType: string | null;
	/** The manager's slot: Active Directory itself stores a distinguished name (H-250). */
	readonly manager: number | null;
	readonly streetAddress: string | null;
	readonly postalCode: string | null;
	readonly l: string | null;
	readonly st: string | null;
	readonly co: string | null;
	readonly c: string | null;
	readonly physicalDeliveryOfficeName: string | null;
	readonly telephoneNumber: string | null;
	readonly mobile: string | null;
	readonly facsimileTelephoneNumber: string | null;
	readonly preferredLanguage: string | null;
	/** userAccountControl without its second bit. */
	readonly enabled: boolean;
	/** 1 for an account in a protected group (H-281). */
	readonly adminCount: number | null;
	/** Where the hire date travels when it is captured (H-193, O-27). */
	readonly 'msDS-cloudExtensionAttribute1': string | null;
}
