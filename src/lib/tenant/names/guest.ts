const MARK = '#EXT#';

/** What the tenant calls an invited guest: the home address with `_` for `@`, marked, on the initial domain. */
export const guestUserPrincipalName = (homeAddress: string, initialDomain: string): string =>
	`${homeAddress.replace('@', '_')}${MARK}@${initialDomain}`;
