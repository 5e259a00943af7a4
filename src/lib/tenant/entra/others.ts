import { BREAK_GLASS } from '#lib/content/company/extras';
import { AD_DOMAIN, INITIAL_DOMAIN } from '#lib/content/company/tenant';
import type { AdUser } from '../ad/user';
import { guest, layout, serviceAccountName, sharedMailbox, type Range } from '../sample/extras';
import { guestUser, otherId } from './guest';
import { blankUser, type EntraUser } from './user';

/** Guests, service accounts, shared mailboxes, break-glass accounts: the slots behind the last person's. `twins` are their accounts in Active Directory. */
export function otherUsers(
	seed: string,
	persons: number,
	withAd: boolean,
	twins: readonly (AdUser | null)[],
	synced: (twin: AdUser, id: string) => EntraUser
): EntraUser[] {
	const places = layout(persons, true, withAd);
	const users: EntraUser[] = [];
	const add = ({ from, to }: Range, user: (n: number, slot: number, id: string) => EntraUser) => {
		for (let slot = from; slot < to; slot++) {
			const twin = twins[slot - persons];
			const id = otherId(seed, slot - persons);
			users.push(twin ? synced(twin, id) : user(slot - from, slot, id));
		}
	};
	add(places.guests, (n, slot, id) => guestUser(guest(seed, n), slot, id));
	add(places.serviceAccounts, (n, slot, id) => serviceUser(serviceAccountName(n), slot, id));
	add(places.sharedMailboxes, mailboxUser);
	add(places.breakGlass, breakGlassUser);
	return users;
}

function serviceUser(name: string, slot: number, id: string): EntraUser {
	const user = blankUser(slot, id, `${name}@${AD_DOMAIN}`);
	return { ...user, displayName: name, mailNickname: name, department: 'IT' };
}

function mailboxUser(n: number, slot: number, id: string): EntraUser {
	const { alias, displayName } = sharedMailbox(n);
	const mail = `${alias}@${AD_DOMAIN}`;
	const user = blankUser(slot, id, mail);
	return { ...user, displayName, mail, mailNickname: alias, proxyAddresses: [`SMTP:${mail}`], accountEnabled: false };
}

function breakGlassUser(n: number, slot: number, id: string): EntraUser {
	const name = BREAK_GLASS[n] as string;
	const user = blankUser(slot, id, `${name}@${INITIAL_DOMAIN}`);
	return { ...user, displayName: name, mailNickname: name };
}
