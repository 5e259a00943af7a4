const MARK = '#EXT#';

/** What the tenant calls an invited guest: the home address with `_` for `@`, marked, on the initial domain. */
export const guestUserPrincipalName = (homeAddress: string, initialDomain: string): string =>
	`${homeAddress.replace('@', '_')}${MARK}@${initialDomain}`;

export const isGuestName = (userPrincipalName: string): boolean => userPrincipalName.includes(MARK);

/**
 * The user principal name as matching and mapping see it: without the guest's suffix and the tenant's domain (C-088, A-025).
 * The home address is restored at the last underscore, because an alias may have some and a domain none.
 */
export function mappedUserPrincipalName(userPrincipalName: string): string {
	const end = userPrincipalName.indexOf(MARK);
	if (end < 0) return userPrincipalName;
	const home = userPrincipalName.slice(0, end);
	const at = home.lastIndexOf('_');
	return at < 0 ? home : `${home.slice(0, at)}@${home.slice(at + 1)}`;
}
