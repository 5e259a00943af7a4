import { FIRST_GUEST } from '#lib/content/company/guest';
import { INITIAL_DOMAIN } from '#lib/content/company/tenant';
import { guestUserPrincipalName } from '../names/guest';
import { guid } from '../sample/identifiers';
import { blankUser, type EntraUser } from './user';

/** The id of somebody who is no person, by the number behind the last of them. */
export const otherId = (seed: string, n: number): string => guid(seed, 'entra:extra', n);

/** Who is there besides the persons, where nothing else is wanted. */
export const onlyGuest = (seed: string, slot: number): EntraUser => guestUser(FIRST_GUEST, slot, otherId(seed, 0));

interface Guest {
	readonly givenName: string;
	readonly surname: string;
	readonly mail: string;
}

export function guestUser({ givenName, surname, mail }: Guest, slot: number, id: string): EntraUser {
	return {
		...blankUser(slot, id, guestUserPrincipalName(mail, INITIAL_DOMAIN)),
		displayName: `${givenName} ${surname}`,
		givenName,
		surname,
		mail,
		mailNickname: `${mail.replace('@', '_')}#EXT#`,
		otherMails: [mail],
		proxyAddresses: [`SMTP:${mail}`],
		userType: 'Guest'
	};
}
