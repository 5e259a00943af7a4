import { AD_DOMAIN } from '#lib/content/company/tenant';
import { frozen } from '#lib/scim/frozen';
import { extraName, layout, serviceAccountName, sharedMailbox } from '../sample/extras';
import { guid } from '../sample/identifiers';
import type { AccountNamer } from './build';
import { DEFAULT_USERS_OU, NO_SYNC_OU } from './ou';
import type { AdUser } from './user';

/** Accounts of nobody in HR: the slots behind the last person's; null where a slot has none (guests). */
export function otherAccounts(seed: string, persons: number, account: AccountNamer): (AdUser | null)[] {
	const places = layout(persons, true, true);
	const rows: (AdUser | null)[] = Array<AdUser | null>(places.adOnly.to - persons).fill(null);
	const put = (slot: number, row: AdUser) => void (rows[slot - persons] = frozen(row));
	const blank = blankAccount(seed);
	for (let slot = places.serviceAccounts.from; slot < places.serviceAccounts.to; slot++) {
		const name = serviceAccountName(slot - places.serviceAccounts.from);
		const named = account(slot, name, DEFAULT_USERS_OU, `${name}@${AD_DOMAIN}`);
		put(slot, { ...blank(slot), ...named, displayName: name, department: 'IT' });
	}
	for (let slot = places.sharedMailboxes.from; slot < places.sharedMailboxes.to; slot++) {
		const { alias, displayName } = sharedMailbox(slot - places.sharedMailboxes.from);
		const address = `${alias}@${AD_DOMAIN}`;
		const named = account(slot, displayName, DEFAULT_USERS_OU, address);
		const mailbox = { displayName, mail: address, proxyAddresses: [`SMTP:${address}`], enabled: false };
		put(slot, { ...blank(slot), ...named, ...mailbox });
	}
	for (let slot = places.adOnly.from; slot < places.adOnly.to; slot++) {
		const n = slot - places.adOnly.from;
		const { givenName, surname } = extraName(seed, 'ad-only', n);
		const displayName = `${givenName} ${surname} (old)`;
		const named = account(slot, displayName, NO_SYNC_OU, `old.account.${n + 1}@${AD_DOMAIN}`);
		put(slot, { ...blank(slot), ...named, displayName, givenName, sn: surname });
	}
	return rows;
}

const blankAccount = (seed: string) => (slot: number) => ({
	objectGUID: guid(seed, 'ad:extra', slot),
	givenName: null,
	sn: null,
	mail: null,
	proxyAddresses: [] as readonly string[],
	title: null,
	department: null,
	company: null,
	employeeID: null,
	employeeType: null,
	manager: null,
	streetAddress: null,
	postalCode: null,
	l: null,
	st: null,
	co: null,
	c: null,
	physicalDeliveryOfficeName: null,
	telephoneNumber: null,
	mobile: null,
	facsimileTelephoneNumber: null,
	preferredLanguage: null,
	enabled: true,
	adminCount: null,
	'msDS-cloudExtensionAttribute1': null
});
