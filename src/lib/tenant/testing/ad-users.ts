import type { Preset } from '#lib/content/company/tenant';
import { adAccounts } from '../ad/build';
import { otherAccounts } from '../ad/others';
import type { AdUser } from '../ad/user';
import type { DirectoryOptions } from '../sample/options';
import type { Person } from '../sample/person';

/** All accounts of an Active Directory at once, by slot. */
export function adUsers(
	people: readonly Person[],
	preset: Preset,
	options: DirectoryOptions
): readonly (AdUser | null)[] {
	if (preset === 'cloud-only') return [];
	const accounts = adAccounts(people, preset, options);
	const others = options.extras ? otherAccounts(options.seed, people.length, accounts.namer) : [null];
	return [...people.map((person) => accounts.ofPerson(person)), ...others];
}
