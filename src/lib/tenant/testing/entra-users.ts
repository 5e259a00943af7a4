import type { Preset } from '#lib/content/company/tenant';
import { adUsers } from '../ad/build';
import type { AdUser } from '../ad/user';
import { entraUsersInSteps } from '../entra/build';
import { syncedUser } from '../entra/from-ad';
import type { EntraUser } from '../entra/user';
import type { DirectoryOptions } from '../sample/options';
import type { Person } from '../sample/person';
import { finish } from '../sample/steps';

/** All users of a tenant at once; its Active Directory is built along, unless it is there. */
export function entraUsers(
	people: readonly Person[],
	preset: Preset,
	options: DirectoryOptions,
	ad: readonly (AdUser | null)[] = adUsers(people, preset, options)
): readonly (EntraUser | null)[] {
	return finish(entraUsersInSteps(people, preset, options, ad, syncedUser));
}
