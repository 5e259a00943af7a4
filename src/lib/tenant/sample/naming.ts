import { LOCALES } from '#lib/content/company/locales';
import type { EdgeTag, Name } from '#lib/content/company/types';
import { withoutDiacritics } from '../names/diacritics';
import type { NumbersByText } from '../names/numbers-by-text';

export const roman = (name: Name): string => name.romanised ?? name.native;

/** How many given and family names somebody has: simple below 200, then mixed, which keeps display names apart (O-13). */
export function nameForm(index: number, draw: number): { middle: boolean; hyphen: boolean } {
	const percent = draw % 100;
	if (index < 200 || percent < 5) return { middle: false, hyphen: false };
	if (percent < 30) return { middle: true, hyphen: false };
	return { middle: percent >= 60, hyphen: true };
}

const plain = (text: string): string =>
	withoutDiacritics(text)
		.toLowerCase()
		.replace(/[^a-z0-9.'_-]/g, '');

/** Nobody has a second given or family name by this number. */
export const NONE = -1;

/** Names are few and people many: what is made of two of a place's sixteen names is made once. */
function madeOnce(make: (one: number, other: number) => string): (one: number, other: number) => string {
	const made = Array<string | undefined>(16 * 17).fill(undefined);
	return (one, other) => (made[one * 17 + other + 1] ??= make(one, other));
}

/** What somebody is called, of the names of a place by their numbers. */
export interface PlaceNames {
	/** Romanised, the second one behind a hyphen. */
	readonly familyName: (last: number, after: number) => string;
	/** As the person writes it. */
	readonly displayName: (first: number, middle: number, last: number, after: number) => string;
	/** What somebody would like to be called: romanised, without diacritics, lower case. */
	readonly alias: (first: number, middle: number, last: number, after: number, domain: string) => string;
}

export const placeNames: readonly PlaceNames[] = LOCALES.map(({ id, givenNames, familyNames }) => {
	const given = (number: number) => givenNames[number] as Name;
	const family = (number: number) => familyNames[number] as Name;
	const familyName = madeOnce((last, after) =>
		after === NONE ? roman(family(last)) : `${roman(family(last))}-${roman(family(after))}`
	);
	const ownFamily = madeOnce((last, after) =>
		after === NONE ? family(last).native : `${family(last).native}-${family(after).native}`
	);
	const middleOf = (middle: number) => (middle === NONE ? '' : given(middle).native);
	const before = madeOnce((first, middle) =>
		middle === NONE ? `${given(first).native} ` : `${given(first).native} ${middleOf(middle)} `
	);
	const isFamilyFirst = id === 'ja-JP' || id === 'zh-SG';
	const front = madeOnce((first, middle) => {
		const initial = middle === NONE ? '' : `${plain(roman(given(middle))[0] as string)}.`;
		return `${plain(roman(given(first)))}.${initial}`;
	});
	const ends = new Map<string, ReturnType<typeof madeOnce>>();
	const endOf = (domain: string) => {
		let end = ends.get(domain);
		if (!end) ends.set(domain, (end = madeOnce((last, after) => `${plain(familyName(last, after))}@${domain}`)));
		return end;
	};
	return {
		familyName,
		displayName: (first, middle, last, after) =>
			isFamilyFirst
				? `${ownFamily(last, after)} ${given(first).native}${middleOf(middle)}`
				: before(first, middle) + ownFamily(last, after),
		alias: (first, middle, last, after, domain) => front(first, middle) + endOf(domain)(last, after)
	};
});

/** The same of one who has a given name and perhaps a family name, in whatever place. */
export const aliasOfNames = (given: string, family: string, domain: string): string =>
	`${plain(family ? `${given}.${family}` : given)}@${domain}`;

/** Who comes later gets 2, 3, ... (O-14). `taken`: how often each name was asked for. */
export function freeAlias(wanted: string, domain: string, taken: NumbersByText) {
	const numbered = (number: number) => `${wanted.slice(0, -domain.length - 1)}${number}@${domain}`;
	const suffix = taken.free(wanted, numbered);
	return { suffix, userPrincipalName: suffix > 1 ? numbered(suffix) : wanted };
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
