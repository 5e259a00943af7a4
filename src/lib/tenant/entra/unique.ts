import { INITIAL_DOMAIN } from '#lib/content/company/tenant';
import { aliasOf } from '../sample/effects';
import { chance } from '../sample/hash';
import { AddressHolders } from './holders';
import type { EntraUser } from './user';

/**
 * What the tenant does with a value that somebody else already holds (H-316): a user name becomes
 * `<prefix>+<four digits>` on the initial domain, a proxy address is quarantined, and the user exists all the same.
 */
export function resolveConflicts(seed: string): (user: EntraUser) => EntraUser {
	const names = new Set<string>();
	const addresses = new AddressHolders();
	return (user) => {
		let { userPrincipalName, proxyAddresses } = user;
		// The generator and the verified domains keep all other names apart.
		if (userPrincipalName.endsWith(INITIAL_DOMAIN)) {
			for (let n = 0; names.has(userPrincipalName); n++) {
				const digits = 1000 + (chance(seed, `upn:${user.slot}`, n) % 9000);
				userPrincipalName = `${aliasOf(user.userPrincipalName)}+${digits}@${INITIAL_DOMAIN}`;
			}
			names.add(userPrincipalName);
		}
		const isTaken = (address: string) => addresses.holder(address, user.slot) !== user.slot;
		if (usualTaken(user, addresses) || (proxyAddresses.length > 2 && proxyAddresses.some(isTaken)))
			proxyAddresses = proxyAddresses.filter((address) => !isTaken(address));
		if (userPrincipalName === user.userPrincipalName && proxyAddresses === user.proxyAddresses) return user;
		return { ...user, userPrincipalName, proxyAddresses };
	};
}

/** Whether somebody has one of the two addresses that a user has first: the mail address, and the alias on the initial domain. */
function usualTaken({ slot, mail, mailNickname, proxyAddresses }: EntraUser, addresses: AddressHolders): boolean {
	if (mail === null || proxyAddresses.length === 0) return false;
	if (addresses.ofMail(mail, slot) !== slot) return true;
	return proxyAddresses.length > 1 && mailNickname !== null && addresses.ofAlias(mailNickname, slot) !== slot;
}
