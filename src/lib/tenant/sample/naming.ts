import type { EdgeTag, Name } from '#lib/content/company/types';
import { withoutDiacritics } from '../names/diacritics';

export const roman = (name: Name): string => name.romanised ?? name.native;

/** How many given and family names somebody has: simple below 200, then mixed, which keeps display names apart (O-13). */
export function nameForm(index: number, draw: number): { middle: boolean; hyphen: boolean } {
	const percent = draw % 100;
	if (index < 200 || percent < 5) return { middle: false, hyphen: false };
	if (percent < 30) return { middle: true, hyphen: false };
	return { middle: percent >= 60, hyphen: true };
}

/** Names are few and people many: what is made of two texts is made once. */
function madeOnce(make: (one: string, other: string) => string): (one: string, other: string) => string {
	const made = new Map<string, Map<string, string>>();
	return (one, other) => {
		let ofOne = made.get(one);
		if (!ofOne) made.set(one, (ofOne = new Map<string, string>()));
		let text = ofOne.get(other);
		if (text === undefined) ofOne.set(other, (text = make(one, other)));
		return text;
	};
}

/** Two family names with a hyphen. */
export const hyphened = madeOnce((one, other) => `${one}-${other}`);

const plain = (text: string): string =>
	withoutDiacritics(text)
		.toLowerCase()
		.replace(/[^a-z0-9.'_-]/g, '');

const aliasFront = madeOnce((given, middle) => `${plain(given)}.${middle ? `${plain(middle[0] as string)}.` : ''}`);
const aliasEnd = madeOnce((family, domain) => `${plain(family)}@${domain}`);

/** Romanised, without diacritics, lower case; who comes later gets 2, 3, ... (O-14). `taken`: how often each name was asked for. */
export function freeAlias(given: string, middle: string, family: string, domain: string, taken: Map<string, number>) {
	const wanted = family ? aliasFront(given, middle) + aliasEnd(family, domain) : aliasEnd(given, domain);
	// What was found taken stays taken: the next of the same name goes on counting from there.
	let suffix = (taken.get(wanted) ?? 0) + 1;
	let userPrincipalName = wanted;
	if (suffix > 1) {
		const base = wanted.slice(0, wanted.length - domain.length - 1);
		while (taken.has((userPrincipalName = `${base}${suffix}@${domain}`))) suffix++;
	}
	taken.set(wanted, suffix);
	if (suffix > 1) taken.set(userPrincipalName, 1);
	return { suffix, userPrincipalName };
}

export function mailOf(
	tag: EdgeTag | null,
	{ suffix, userPrincipalName }: ReturnType<typeof freeAlias>,
	domain: string,
	given: string,
	family: string
) {
	if (tag === 'noMail') return null;
	if (tag === 'initialDomainUpn' || tag === 'unverifiedSuffix')
		return `${userPrincipalName.slice(0, userPrincipalName.indexOf('@'))}@contoso.com`;
	if (tag !== 'mailNotUpn') return userPrincipalName;
	const short = ((withoutDiacritics(given)[0] as string) + withoutDiacritics(family)).toLowerCase();
	return `${short.replace(/[^a-z0-9]/g, '')}${suffix > 1 ? suffix : ''}@${domain}`;
}

/** What stands before the family name. */
const namesBefore = madeOnce((first, middle) => (middle ? `${first} ${middle} ` : `${first} `));

export function nativeDisplayName(
	localeId: string,
	first: Name,
	middle: Name | null,
	last: Name,
	after: Name | null
): string {
	const family = after ? hyphened(last.native, after.native) : last.native;
	if (localeId === 'ja-JP' || localeId === 'zh-SG') return `${family} ${first.native}${middle?.native ?? ''}`;
	return namesBefore(first.native, middle?.native ?? '') + family;
}

export function latinDisplayName(given: string, middle: string, family: string): string {
	return family ? namesBefore(given, middle) + family : given;
}
