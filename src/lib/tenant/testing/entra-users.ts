import type { Preset } from '#lib/content/company/tenant';
import type { AdUser } from '../ad/user';
import { entraUsers as usersOf } from '../entra/build';
import { syncedUser } from '../entra/from-ad';
import { onlyGuest } from '../entra/guest';
import { otherUsers } from '../entra/others';
import type { EntraUser } from '../entra/user';
import type { DirectoryOptions } from '../sample/options';
import type { Person } from '../sample/person';
import { adUsers } from './ad-users';

/** All users of a tenant at once; its Active Directory is built along, unless it is there. */
export function entraUsers(
	people: readonly Person[],
	preset: Preset,
	options: DirectoryOptions,
	ad: readonly (AdUser | null)[] = adUsers(people, preset, options)
): readonly (EntraUser | null)[] {
	const users = usersOf(people, preset, options, syncedUser);
	const persons = people.map((person) => users.ofPerson(person, ad[person.index] ?? null));
	const { seed, extras = false } = options;
	const others = extras
		? otherUsers(seed, people.length, preset !== 'cloud-only', ad.slice(people.length), syncedUser)
		: [onlyGuest(seed, people.length)];
	return [...persons, ...others.map((user) => users.taken(user))];
}
