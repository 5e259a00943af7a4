import { frozen } from '#lib/scim/frozen';
import { LOCALES } from '#lib/content/company/locales';
import type { Preset } from '#lib/content/company/tenant';
import type { AdUser } from '../ad/user';
import * as effects from '../sample/effects';
import { companyOf, employeeTypeOf } from '../sample/employer';
import { entraId } from '../sample/identifiers';
import { officeOf } from '../sample/offices';
import type { DirectoryOptions } from '../sample/options';
import { managerIn, presence } from '../sample/presence';
import type { Person } from '../sample/person';
import { plansOf } from './plans';
import { resolveConflicts } from './unique';
import { NOTHING, type EntraUser } from './user';
import { tenantUserPrincipalName } from './user-name';

/** Makes the users of the tenant one after the other, in the order of slots. */
export interface EntraUsers {
	/** Null where a person has no Entra account yet. Whoever comes before is there already. */
	ofPerson(person: Person, twin: AdUser | null): EntraUser | null;
	/** Somebody else as the tenant takes them: with a name and addresses that nobody has yet. */
	taken(user: EntraUser): EntraUser;
}

/** `synced` makes users of the accounts of the same sandbox's Active Directory. */
export function entraUsers(
	people: readonly Person[],
	preset: Preset,
	options: DirectoryOptions,
	synced: (twin: AdUser, id: string) => EntraUser
): EntraUsers {
	const { seed } = options;
	const cloudUser = cloudUserOf(people, preset, options);
	const resolved = resolveConflicts(seed);
	const taken = (user: EntraUser) => frozen(resolved(user));
	return {
		ofPerson: (person, twin) =>
			presence(person, preset).entra
				? taken(twin ? synced(twin, entraId(seed, person.index)) : cloudUser(person))
				: null,
		taken
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
