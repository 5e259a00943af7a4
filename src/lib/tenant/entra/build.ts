import { frozen } from '#lib/scim/frozen';
import { BREAK_GLASS } from '#lib/content/company/extras';
import { LOCALES } from '#lib/content/company/locales';
import { AD_DOMAIN, INITIAL_DOMAIN, type Preset } from '#lib/content/company/tenant';
import type { AdUser } from '../ad/user';
import { guestUserPrincipalName } from '../names/guest';
import * as effects from '../sample/effects';
import { companyOf, employeeTypeOf } from '../sample/employer';
import { guest, layout, serviceAccountName, sharedMailbox, type Range } from '../sample/extras';
import { entraId, guid } from '../sample/identifiers';
import { officeOf } from '../sample/offices';
import type { DirectoryOptions } from '../sample/options';
import { managerIn, presence } from '../sample/presence';
import type { Person } from '../sample/person';
import { plansOf } from './plans';
import { resolveConflicts } from './unique';
import { blankUser, NOTHING, type EntraUser } from './user';
import { tenantUserPrincipalName } from './user-name';

/** Makes the users of the tenant one after the other, in the order of slots. */
export interface EntraUsers {
	/** Null where a person has no Entra account yet. Whoever comes before is there already. */
	ofPerson(person: Person, twin: AdUser | null): EntraUser | null;
	/** Guests, service accounts, shared mailboxes, break-glass accounts: the slots behind the last person's. */
	others(twins: readonly (AdUser | null)[]): EntraUser[];
}

/** `synced` makes users of the accounts of the same sandbox's Active Directory. */
export function entraUsers(
	people: readonly Person[],
	preset: Preset,
	options: DirectoryOptions,
	synced: (twin: AdUser, id: string) => EntraUser
): EntraUsers {
	const { seed, extras = false } = options;
	const cloudUser = cloudUserOf(people, preset, options);
	const resolved = resolveConflicts(seed);
	return {
		ofPerson(person, twin) {
			if (!presence(person, preset).entra) return null;
			return frozen(resolved(twin ? synced(twin, entraId(seed, person.index)) : cloudUser(person)));
		},
		others(twins) {
			const persons = people.length;
			const places = layout(persons, extras, preset !== 'cloud-only');
			const users: EntraUser[] = [];
			const add = ({ from, to }: Range, user: (n: number, slot: number, id: string) => EntraUser) => {
				for (let slot = from; slot < to; slot++) {
					const twin = twins[slot - persons];
					const id = guid(seed, 'entra:extra', slot - persons);
					users[slot - persons] = frozen(resolved(twin ? synced(twin, id) : user(slot - from, slot, id)));
				}
			};
			add(places.guests, (n, slot, id) => guestUser(seed, n, slot, id));
			add(places.serviceAccounts, (n, slot, id) => serviceUser(serviceAccountName(n), slot, id));
			add(places.sharedMailboxes, mailboxUser);
			add(places.breakGlass, breakGlassUser);
			return users;
		}
	};
}

function cloudUserOf(
	people: readonly Person[],
	preset: Preset,
	{ seed, start, data = effects.personalData(seed, start) }: DirectoryOptions
) {
	return (person: Person): EntraUser => {
		const office = officeOf(person.city);
		const mailNickname = effects.aliasOf(person.userPrincipalName);
		// One literal of all fields: a hundred thousand times two objects to copy from are felt.
		return {
			slot: person.index,
			objectId: entraId(seed, person.index),
			userPrincipalName: tenantUserPrincipalName(person.userPrincipalName, mailNickname),
			displayName: effects.displayNameOf(person),
			givenName: person.givenName,
			surname: person.familyName || null,
			mail: person.mail,
			mailNickname,
			proxyAddresses: effects.proxyAddressesOf(person, mailNickname),
			otherMails: NOTHING,
			accountEnabled: !effects.disabledAtStart(person),
			userType: 'Member',
			jobTitle: data.title(person),
			department: person.department,
			companyName: companyOf(person.userPrincipalName),
			employeeId: person.workerId,
			employeeType: employeeTypeOf(person),
			employeeHireDate: data.hiredAt(person),
			manager: managerIn(people, person, preset),
			streetAddress: office.streetAddress,
			postalCode: office.postalCode,
			city: person.city,
			state: null,
			country: effects.countryOf(person),
			usageLocation: person.country2,
			physicalDeliveryOfficeName: person.city,
			telephoneNumber: data.telephoneNumber(person),
			mobile: data.mobile(person),
			facsimileTelephoneNumber: null,
			preferredLanguage: (LOCALES[person.locale] as { id: string }).id,
			assignedPlans: plansOf(person.index),
			dirSyncEnabled: false,
			immutableId: null,
			onPremisesDistinguishedName: null,
			onPremisesSamAccountName: null,
			onPremisesSecurityIdentifier: null,
			onPremisesUserPrincipalName: null
		};
	};
}

function guestUser(seed: string, n: number, slot: number, id: string): EntraUser {
	const { givenName, surname, mail } = guest(seed, n);
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
