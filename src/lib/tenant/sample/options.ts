import type { PersonalData } from './effects';

/** What a sandbox may choose about its directories (O-21, O-27). */
export interface DirectoryOptions {
	readonly seed: string;
	/** The virtual start; hire dates are counted from it. */
	readonly start?: number;
	/** Guests, service accounts, shared mailboxes and accounts of Active Directory that nobody in HR owns. */
	readonly extras?: boolean;
	/** The hire date travels through Active Directory and Connect. */
	readonly captureHireDate?: boolean;
	/** What follows from seed and start, made once for all directories of one company. */
	readonly data?: PersonalData;
}
