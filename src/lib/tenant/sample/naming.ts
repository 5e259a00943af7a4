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

/** Romanised, without diacritics, lower case; who comes later gets 2, 3, ... (O-14). */
export function freeAlias(given: string, middle: string, family: string, domain: string, taken: Set<string>) {
	const text = family ? `${given}.${middle ? `${middle[0]}.` : ''}${family}` : given;
	const base = withoutDiacritics(text)
		.toLowerCase()
		.replace(/[^a-z0-9.'_-]/g, '');
	let alias = base;
	let suffix = 1;
	while (taken.has(`${alias}@${domain}`)) alias = base + ++suffix;
	taken.add(`${alias}@${domain}`);
	return { alias, suffix };
}

export function mailOf(
	tag: EdgeTag | null,
	alias: string,
	domain: string,
	given: string,
	family: string,
	suffix: number
) {
	if (tag === 'noMail') return null;
	if (tag === 'initialDomainUpn' || tag === 'unverifiedSuffix') return `${alias}@contoso.com`;
	if (tag !== 'mailNotUpn') return `${alias}@${domain}`;
	const short = ((withoutDiacritics(given)[0] as string) + withoutDiacritics(family)).toLowerCase();
	return `${short.replace(/[^a-z0-9]/g, '')}${suffix > 1 ? suffix : ''}@${domain}`;
}

export function nativeDisplayName(
	localeId: string,
	first: Name,
	middle: Name | null,
	last: Name,
	after: Name | null
): string {
	const family = last.native + (after ? `-${after.native}` : '');
	if (localeId === 'ja-JP' || localeId === 'zh-SG') return `${family} ${first.native}${middle?.native ?? ''}`;
	return `${first.native}${middle ? ` ${middle.native}` : ''} ${family}`;
}

export function latinDisplayName(given: string, middle: string, family: string): string {
	return family ? `${given}${middle ? ` ${middle}` : ''} ${family}` : given;
}
