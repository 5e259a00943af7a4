import { GUEST_DOMAINS, SERVICE_ACCOUNTS, SHARED_MAILBOXES } from '#lib/content/company/extras';
import { FIRST_GUEST } from '#lib/content/company/guest';
import { LOCALES } from '#lib/content/company/locales';
import { withoutDiacritics } from '../names/diacritics';
import { stream } from './hash';

/** How many objects besides persons a company of `size` has when `extras` is on (O-21). */
export const extraCounts = (size: number) => ({
	guests: Math.max(1, Math.floor(size / 50)),
	serviceAccounts: 3 + Math.floor(size / 500),
	sharedMailboxes: 2 + Math.floor(size / 200),
	hrOnly: Math.floor(size / 50),
	adOnly: 1 + Math.floor(size / 100)
});

/** Where those objects stand in the directory: persons come first, and slot is order of creation. */
export interface Layout {
	readonly persons: number;
	readonly guests: Range;
	readonly serviceAccounts: Range;
	readonly sharedMailboxes: Range;
	readonly breakGlass: Range;
	/** Exist in Active Directory only. */
	readonly adOnly: Range;
	/** The first slot for what is created later. */
	readonly next: number;
}

export interface Range {
	readonly from: number;
	readonly to: number;
}

export function layout(size: number, extras: boolean, withAd: boolean): Layout {
	const counts = extraCounts(size);
	let next = size;
	const range = (count: number): Range => ({ from: next, to: (next += count) });
	return {
		persons: size,
		guests: range(extras ? counts.guests : 1),
		serviceAccounts: range(extras ? counts.serviceAccounts : 0),
		sharedMailboxes: range(extras ? counts.sharedMailboxes : 0),
		breakGlass: range(extras && withAd ? 2 : 0),
		adOnly: range(extras && withAd ? counts.adOnly : 0),
		next
	};
}

export interface NamedExtra {
	readonly givenName: string;
	readonly surname: string;
}

/** A Latin name for somebody who is not one of the company's persons; `kind` keeps the streams apart. */
export function extraName(seed: string, kind: string, n: number): NamedExtra {
	const draw = (part: string) => stream(seed, `${kind}:${part}`)(n);
	const locale = LOCALES[draw('loc') % LOCALES.length] as (typeof LOCALES)[number];
	const given = locale.givenNames[draw('given') % 16] as { native: string; romanised: string | null };
	const family = locale.familyNames[draw('family') % 16] as { native: string; romanised: string | null };
	return { givenName: given.romanised ?? given.native, surname: family.romanised ?? family.native };
}

export interface Guest extends NamedExtra {
	readonly mail: string;
}

/** Guest n; the first is Sam Partner of adatum.com everywhere. */
export function guest(seed: string, n: number): Guest {
	if (n === 0) return FIRST_GUEST;
	const name = extraName(seed, 'guest', n);
	const alias = withoutDiacritics(`${name.givenName}.${name.surname}`)
		.toLowerCase()
		.replace(/[^a-z0-9.-]/g, '');
	return { ...name, mail: `${alias}.${n}@${GUEST_DOMAINS[n % GUEST_DOMAINS.length]}` };
}

/** Service account n, from 0. */
export const serviceAccountName = (n: number): string => SERVICE_ACCOUNTS[n] ?? `svc-task-${n + 1}`;

/** Shared mailbox n, from 0. */
export function sharedMailbox(n: number): { alias: string; displayName: string } {
	const [alias, displayName] = SHARED_MAILBOXES[n] ?? [`team-mail-${n + 1}`, `Team Mail ${n + 1}`];
	return { alias, displayName };
}
