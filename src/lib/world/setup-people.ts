import type { UserRow } from '#lib/engine/source';
import type { Preset } from '#lib/content/company/tenant';
import type { AdUser } from '#lib/tenant/ad/user';
import { entraUsers } from '#lib/tenant/entra/build';
import { onlyGuest } from '#lib/tenant/entra/guest';
import type { EntraUser } from '#lib/tenant/entra/user';
import { personalData } from '#lib/tenant/sample/effects';
import { peopleSource } from '#lib/tenant/sample/generate';
import type { DirectoryOptions } from '#lib/tenant/sample/options';
import type { Person } from '#lib/tenant/sample/person';
import { STEP } from '#lib/tenant/sample/steps';
import { further, onPremises, systems } from './parts';
import type { Made } from './setup';
import type { AdRow } from './tables/hybrid';
import type { WorkerRow } from './tables/hr';
import type { TenantRow } from './tables/rows';

/** The sample company's people, and what each directory holds of them, by slot. */
export interface Everybody {
	readonly people: readonly Person[];
	readonly directory: DirectoryOptions;
	readonly accounts: (AdUser | null)[];
	readonly users: (EntraUser | null)[];
	readonly adRows: (AdRow | null)[];
	readonly userRows: (UserRow | null)[];
	readonly workers: (WorkerRow | null)[];
}

/**
 * Makes all records of one person before those of the next: what they share is still in the processor's caches. Whoever
 * makes one directory after the other waits for the memory most of the time.
 */
export function* everybodyInSteps(tenant: TenantRow, captureHireDate?: boolean): Generator<Made, Everybody, void> {
	const { seedText: seed, start, extras, size } = tenant;
	const preset = tenant.preset as Preset;
	const directory = { seed, start, extras, captureHireDate, data: personalData(seed, start) };
	const source = peopleSource(seed);
	const { people } = source;
	const made: Everybody = { people, directory, accounts: [], users: [], adRows: [], userRows: [], workers: [] };

	// O-29: an Active Directory of a company in the cloud is empty.
	const ad = tenant.ad && preset !== 'cloud-only' ? onPremises.here.adAccounts(people, preset, directory) : null;
	const synced = (twin: AdUser, id: string) => onPremises.here.syncedUser(twin, id);
	const entra = entraUsers(people, preset, directory, synced);
	const hr = tenant.hr === 'none' ? null : systems.here.sampleWorkers(people, preset, tenant.hr, directory);
	const putAccount = (account: AdUser | null) => {
		made.adRows.push(account && onPremises.here.adRow(account, start));
		made.accounts.push(account);
	};
	const putUser = (user: EntraUser | null) => {
		made.userRows.push(user && userRow(user, start));
		made.users.push(user);
	};

	while (people.length < size) {
		for (const person of source.next(Math.min(STEP, size - people.length))) {
			const account = ad?.ofPerson(person) ?? null;
			if (ad) putAccount(account);
			putUser(entra.ofPerson(person, account));
			if (hr) made.workers.push(hr.ofPerson(person));
		}
		yield { people: people.length, of: size };
	}
	// Nobody but a guest: a slot without an account.
	const others = !ad ? [] : extras ? further.here.otherAccounts(seed, size, ad.namer) : [null];
	others.forEach(putAccount);
	const besides = extras
		? further.here.otherUsers(seed, size, preset !== 'cloud-only', others, synced)
		: [onlyGuest(seed, size)];
	for (const user of besides) putUser(entra.taken(user));
	if (hr && extras) made.workers.push(...hr.others());
	return made;
}

function userRow(user: EntraUser, created: number): UserRow {
	const attrs = user as unknown as UserRow['attrs'];
	return { slot: user.slot, id: user.objectId, attrs, created, softDeletedAt: null };
}
