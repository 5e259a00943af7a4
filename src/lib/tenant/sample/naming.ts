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

/** Romanised, without diacritics, lower case; who comes later gets 2, 3, ... (O-14). `taken`: how often each name was asked for. */
export function freeAlias(given: string, middle: string, family: string, domain: string, taken: Map<string, number>) {
	const text = family ? `${given}.${middle ? `${middle[0]}.` : ''}${family}` : given;
	const base = withoutDiacritics(text)
		.toLowerCase()
		.replace(/[^a-z0-9.'_-]/g, '');
	const wanted = `${base}@${domain}`;
	let userPrincipalName = wanted;
	// What was found taken stays taken: the next of the same name goes on counting from there.
	let suffix = (taken.get(wanted) ?? 0) + 1;
	if (suffix > 1) while (taken.has((userPrincipalName = `${base}${suffix}@${domain}`))) suffix++;
	taken.set(wanted, suffix);
	if (suffix > 1) taken.set(userPrincipalName, 1);
	return { alias: suffix > 1 ? base + suffix : base, suffix, userPrincipalName };
}

export function mailOf(
	tag: EdgeTag | null,
	{ alias, suffix, userPrincipalName }: ReturnType<typeof freeAlias>,
	domain: string,
	given: string,
	family: string
) {
	if (tag === 'noMail') return null;
	if (tag === 'initialDomainUpn' || tag === 'unverifiedSuffix') return `${alias}@contoso.com`;
	if (tag !== 'mailNotUpn') return userPrincipalName;
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
