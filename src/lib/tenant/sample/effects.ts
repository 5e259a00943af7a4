import { CAST } from '#lib/content/company/cast';
import { COUNTRIES } from '#lib/content/company/countries';
import { DEPARTMENTS } from '#lib/content/company/departments';
import { CAST_HIRE_DATE, FUTURE_HIRE, INITIAL_DOMAIN, VIRTUAL_START } from '#lib/content/company/tenant';
import { stream } from './hash';
import type { Person } from './person';

const DAY = 86_400_000;
const LONG_TITLE = 140;
const TITLES = new Map(DEPARTMENTS.map(({ name, titles }) => [name as string, titles]));

/** What a telephone number of each country begins with. */
const codes = new Map([...COUNTRIES].map(([country, { isd }]) => [country, `+${isd} `]));

/** What the generator does not draw: values that follow from the person, the seed and the virtual start. */
export interface PersonalData {
	title(person: Person): string;
	telephoneNumber(person: Person): string;
	mobile(person: Person): string;
	/** YYYY-MM-DD. */
	hireDate(person: Person): string;
	/** The same as a date-time. */
	hiredAt(person: Person): string;
	/** YYYY-MM-DD, or null for those who stay. */
	lastDay(person: Person): string | null;
}

export function personalData(seed: string, start = VIRTUAL_START): PersonalData {
	const [tel, mob, title] = [stream(seed, 'tel'), stream(seed, 'mob'), stream(seed, 'title')];
	const [futureHire, futureTermination] = [stream(seed, 'fh'), stream(seed, 'ft')];
	/** One text a day, not one a person. */
	const date = remembered((days) => new Date(start + days * DAY).toISOString().slice(0, 10));
	const midnight = remembered((days) => `${date(days)}T00:00:00Z`);
	/** Days from the virtual start. */
	const hired = (person: Person) =>
		person.edge === 'futureHire' ? (futureHire(person.index) % 30) + 1 : -1 - (person.daysEmployed as number);
	// Seven digits, the first of which may be zero.
	const number = (person: Person, draw: number) =>
		(codes.get(person.country2) ?? '') + String(10_000_000 + (draw % 10_000_000)).slice(1);
	/** Active Directory and human resources ask for the same numbers. */
	const telephoneNumbers: string[] = [];
	const mobiles: string[] = [];

	return {
		title(person) {
			const cast = CAST[person.index];
			if (cast) return cast[5];
			const titles = TITLES.get(person.organisation) ?? [];
			const drawn = titles[title(person.index) % titles.length] as string;
			return person.edge === 'titleTooLong' ? prolonged(drawn) : drawn;
		},
		telephoneNumber(person) {
			if (person.index === 6) return '+1 (206) 291-8163 x8125';
			const extension = person.edge === 'phoneExtension' ? ' x1234' : '';
			return (telephoneNumbers[person.index] ??= number(person, tel(person.index)) + extension);
		},
		mobile: (person) => (mobiles[person.index] ??= number(person, mob(person.index))),
		hireDate(person) {
			if (person.index === FUTURE_HIRE.index) return FUTURE_HIRE.date;
			if (person.daysEmployed === null) return CAST_HIRE_DATE;
			return date(hired(person));
		},
		hiredAt(person) {
			return person.daysEmployed === null ? `${this.hireDate(person)}T00:00:00Z` : midnight(hired(person));
		},
		lastDay: (person) => (person.edge === 'futureTermination' ? date((futureTermination(person.index) % 30) + 1) : null)
	};
}

/** A list that is filled in any order, and stays a list and no dictionary. */
function places<T>(many: number): (T | undefined)[] {
	return Array<T | undefined>(many).fill(undefined);
}

function remembered(textOf: (days: number) => string): (days: number) => string {
	const before = 6000;
	const texts = places<string>(before + 60);
	return (days) => (texts[before + days] ??= textOf(days));
}

function prolonged(title: string): string {
	const long = `${title} for the Harbour Extension Programme`.padEnd(LONG_TITLE, ' and all its many committees');
	return `${long.slice(0, LONG_TITLE - 1)}.`;
}

export const displayNameOf = (person: Person): string =>
	person.edge === 'badCharInName' ? `${person.displayName}\t<temp>` : person.displayName;

/** The country attribute of the directory: two letters, except where somebody wrote it out. */
export function countryOf(person: Person): string {
	const cast = CAST[person.index];
	if (cast) return cast[7];
	return person.edge === 'countryNotIso2' ? (COUNTRIES.get(person.country2)?.name ?? '') : person.country2;
}

/** O-22: whose account is disabled when a sandbox begins. */
export const disabledAtStart = (person: Person): boolean =>
	person.index === FUTURE_HIRE.index || person.edge === 'onLeaveDisabled';

/** Hired in HR, not yet at work. */
export const startsLater = (person: Person): boolean =>
	person.index === FUTURE_HIRE.index || person.edge === 'futureHire';

/** The organisation that HR hands to the department attribute; Grace Mensah has one there and none in the directory. */
export const hrDepartmentOf = (person: Person): string | null =>
	person.index === 17 ? person.organisation : person.department;

export const aliasOf = (userPrincipalName: string): string =>
	userPrincipalName.slice(0, userPrincipalName.indexOf('@'));

/** Two people claim it; the tenant lets only the first of them have it (S-71). */
const PRESS = 'smtp:press@contoso.com';

const atInitialDomain = `@${INITIAL_DOMAIN}`;

/** As Active Directory holds them: primary address first. */
export function proxyAddressesOf(person: Person, alias = aliasOf(person.userPrincipalName)): readonly string[] {
	if (person.mail === null) return [];
	const addresses = [`SMTP:${person.mail}`, `smtp:${alias}${atInitialDomain}`];
	return person.index === 44 || person.index === 45 ? [...addresses, PRESS] : addresses;
}
