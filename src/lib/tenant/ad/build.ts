import { frozen } from '#lib/scim/frozen';
import { ADMINISTRATORS, type Preset } from '#lib/content/company/tenant';
import { LOCALES } from '#lib/content/company/locales';
import { NumbersByText } from '../names/numbers-by-text';
import * as effects from '../sample/effects';
import { companyOf, employeeTypeOf } from '../sample/employer';
import { chance } from '../sample/hash';
import { adGuid } from '../sample/identifiers';
import { officeOf } from '../sample/offices';
import { agreesWithHr, managerIn, presence } from '../sample/presence';
import type { Person } from '../sample/person';
import type { DirectoryOptions } from '../sample/options';
import { CONTRACTORS_OU, escapeRdn, ouOfCity } from './ou';
import type { AdUser } from './user';

const TITLE_LIMIT = 128;
const CN_LIMIT = 64;
const SAM_LIMIT = 20;

/** Makes the accounts of Active Directory one after the other, in the order of slots. */
export interface AdAccounts {
	/** Null for people who exist in the cloud only. Whoever comes before is there already, and the next one of `people` too. */
	ofPerson(person: Person): AdUser | null;
	/** Names for somebody who is no person. */
	readonly namer: AccountNamer;
}

export function adAccounts(people: readonly Person[], preset: Preset, options: DirectoryOptions): AdAccounts {
	const namer = accountNamer(options.seed);
	const personAccount = personAccountOf(people, preset, options, namer);
	return {
		ofPerson: (person) => (presence(person, preset).ad ? frozen(personAccount(person)) : null),
		namer
	};
}

function personAccountOf(
	people: readonly Person[],
	preset: Preset,
	{ seed, start, captureHireDate = false, data = effects.personalData(seed, start) }: DirectoryOptions,
	account: AccountNamer
) {
	return (person: Person): AdUser => {
		const office = officeOf(person.city);
		const displayName = effects.displayNameOf(person);
		const named = account(person.index, displayName, ouOf(person, preset), person.userPrincipalName);
		// One literal of all fields: what grows field by field is copied on the way, a hundred thousand times.
		return {
			slot: named.slot,
			objectSid: named.objectSid,
			cn: named.cn,
			parentDistinguishedName: named.parentDistinguishedName,
			distinguishedName: named.distinguishedName,
			sAMAccountName: named.sAMAccountName,
			userPrincipalName: named.userPrincipalName,
			mailNickname: named.mailNickname,
			objectGUID: adGuid(seed, person.index),
			displayName,
			givenName: person.givenName,
			sn: person.familyName || null,
			mail: person.mail,
			proxyAddresses: effects.proxyAddressesOf(person, named.mailNickname),
			title: data.title(person).slice(0, TITLE_LIMIT),
			department: agreesWithHr(preset) ? effects.hrDepartmentOf(person) : person.department,
			company: companyOf(person.userPrincipalName),
			employeeID: employeeIdIn(people, person, preset),
			employeeType: employeeTypeOf(person),
			manager: managerIn(people, person, preset),
			streetAddress: office.streetAddress,
			postalCode: office.postalCode,
			l: person.city,
			st: null,
			co: agreesWithHr(preset) ? person.country2 : effects.countryOf(person),
			c: person.country2,
			physicalDeliveryOfficeName: person.city,
			telephoneNumber: data.telephoneNumber(person),
			mobile: data.mobile(person),
			facsimileTelephoneNumber: null,
			preferredLanguage: (LOCALES[person.locale] as { id: string }).id,
			enabled: !effects.disabledAtStart(person),
			adminCount: ADMINISTRATORS.includes(person.index) ? 1 : null,
			'msDS-cloudExtensionAttribute1': captureHireDate ? `${data.hireDate(person).replace(/-/g, '')}000000.0Z` : null
		};
	};
}

/** O-23. */
function ouOf(person: Person, preset: Preset): string {
	return preset === 'hybrid' && person.type === 'C' ? CONTRACTORS_OU : ouOfCity(person.city);
}

/** Correct, except in the brownfield, where every tenth lacks it and every fiftieth carries the next one’s. */
function employeeIdIn(people: readonly Person[], person: Person, preset: Preset): string | null {
	if (preset !== 'HR-brownfield') return person.workerId;
	if (person.index % 10 === 3) return null;
	return person.index % 50 === 7 ? (people[person.index + 1] as Person).workerId : person.workerId;
}

/** Names that somebody has, and up to which number each was found taken. The sample writes a name in one case only. */
type Names = NumbersByText;

function freeName(taken: Names, limit: number, name: string): string {
	const wanted = name.length > limit ? name.slice(0, limit) : name;
	const numbered = (n: number) => `${wanted.slice(0, limit - String(n).length - 1)} ${n}`;
	const n = taken.free(wanted, numbered);
	return n > 1 ? numbered(n) : wanted;
}

const samOf = (alias: string): string => {
	const sam = alias.slice(0, SAM_LIMIT);
	return sam.endsWith('.') ? sam.replace(/\.+$/, '') : sam;
};

/** The domain's part of every SID. */
export const domainSid = (seed: string): string =>
	`S-1-5-21-${chance(seed, 'sid', 0)}-${chance(seed, 'sid', 1)}-${chance(seed, 'sid', 2)}`;

/** The SID of an account: the domain's, and a number of its own. */
export const sidIn = (domain: string, slot: number): string => `${domain}-${1100 + slot}`;

interface Unit {
	readonly names: Names;
	/** How distinguished names in it end. */
	readonly end: string;
}

export type AccountNamer = ReturnType<typeof accountNamer>;

/** Names that Active Directory wants to be unique: cn within its unit, sAMAccountName within the domain. */
function accountNamer(seed: string) {
	const units = new Map<string, Unit>();
	const samNames: Names = new NumbersByText();
	const domain = domainSid(seed);
	const unitOf = (ou: string): Unit => {
		let unit = units.get(ou);
		if (!unit) units.set(ou, (unit = { names: new NumbersByText(), end: `,${ou}` }));
		return unit;
	};
	return (slot: number, displayName: string, ou: string, userPrincipalName: string) => {
		const unit = unitOf(ou);
		const cn = freeName(unit.names, CN_LIMIT, displayName);
		const alias = effects.aliasOf(userPrincipalName);
		const sAMAccountName = freeName(samNames, SAM_LIMIT, samOf(alias));
		return {
			slot,
			objectSid: sidIn(domain, slot),
			cn,
			parentDistinguishedName: ou,
			// Of two parts, not of four: each that is put together is one more object to keep.
			distinguishedName: `CN=${escapeRdn(cn)}${unit.end}`,
			sAMAccountName: sAMAccountName.includes(' ') ? sAMAccountName.replace(/ /g, '-') : sAMAccountName,
			userPrincipalName,
			mailNickname: alias
		};
	};
}
