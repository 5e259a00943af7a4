import type { AccountVariant } from '#lib/content/company/brownfield';

/** An account that an application has before provisioning begins; plain, so that any application can store its own way. */
export interface BrownfieldAccount {
	readonly app: string;
	readonly userName: string;
	readonly email: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly displayName: string;
	readonly title: string | null;
	readonly department: string | null;
	/** Eight characters, where the application keeps such a number. */
	readonly employeeNumber: string | null;
	readonly active: boolean;
	/** cast: one of the exact rows of the cast; unmanaged: nobody's, matches nobody. */
	readonly variant: AccountVariant | 'cast' | 'unmanaged';
	/** The person; null for nobody of the company. */
	readonly belongsTo: number | null;
	/** An administrator of the application, who refuses updates. */
	readonly protected: boolean;
	readonly lockedOut: boolean;
	/** Only the name is taken: the account is in another organisation or is somebody's personal one. */
	readonly elsewhere: 'another organisation' | 'personal account' | null;
}
