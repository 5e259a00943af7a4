import type { Ms } from '#lib/engine/base';
import type { GroupRow, MemberRow, UserRow } from '#lib/engine/source';
import { AD_DOMAIN, COMPANY, type Preset } from '#lib/content/company/tenant';
import type { AdUser } from '#lib/tenant/ad/user';
import { entraUsersInSteps } from '#lib/tenant/entra/build';
import type { EntraUser } from '#lib/tenant/entra/user';
import { groupsOneByOne } from '#lib/tenant/groups/build';
import type { GroupWithMembers } from '#lib/tenant/groups/group';
import { peopleInBlocks } from '#lib/tenant/sample/generate';
import { guid } from '#lib/tenant/sample/identifiers';
import type { Person } from '#lib/tenant/sample/person';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import type { Ledger } from './core/ledger';
import { onPremises, systems } from './parts';
import type { TenantRow } from './tables/rows';

/** What a sandbox is made of before its first instant. */
export interface WorldOptions {
	readonly seed?: string;
	/** Number of people in HR: 25, 500, 10,000 or 100,000. */
	readonly size?: number;
	readonly preset?: Preset;
	readonly start?: Ms;
	readonly extras?: boolean;
	readonly brownfield?: boolean;
	readonly groupMapping?: boolean;
	readonly captureHireDate?: boolean;
	readonly era?: TenantRow['era'];
	readonly cycleMinutes?: number;
	readonly staleLink?: TenantRow['staleLink'];
	readonly thresholdScale?: number;
	/** O-28: with cloud-only there is HR only where this says so. */
	readonly hr?: 'workday' | 'successfactors';
	/** O-29: with cloud-only, an Active Directory without persons. */
	readonly ad?: 'filled' | 'empty';
	/** Applications that are there from the beginning, by key. */
	readonly apps?: readonly string[];
}

export const defaultSeed = 'contoso-2026';
const minute = 60_000;

/** Presets with a human-resources system. */
function hasHr(preset: Preset = 'cloud-only'): boolean {
	return preset !== 'cloud-only' && preset !== 'hybrid';
}

export function tenantRow(options: WorldOptions, start: Ms): TenantRow {
	const seedText = options.seed ?? defaultSeed;
	return {
		slot: 0,
		name: COMPANY,
		domain: AD_DOMAIN,
		tenantId: guid(seedText, 'tenant', 0),
		seedText,
		size: options.size ?? 25,
		preset: options.preset ?? 'cloud-only',
		era: options.era ?? 2024,
		start,
		replicationMs: 2 * minute,
		cycleMinutes: options.cycleMinutes ?? 0,
		staleLink: options.staleLink ?? 'recreate',
		thresholdScale: options.thresholdScale ?? 1,
		extras: options.extras ?? false,
		brownfield: options.brownfield ?? false,
		groupMapping: options.groupMapping ?? false,
		hr: options.hr ?? (hasHr(options.preset) ? 'workday' : 'none'),
		ad: (options.preset ?? 'cloud-only') !== 'cloud-only' || options.ad !== undefined,
		captureHireDate: options.captureHireDate ?? false,
		dailyDates: false
	};
}

/** How far a company is that is being made, in people. */
export interface Made {
	readonly people: number;
	readonly of: number;
}

/** Fills the directory with the sample company, and says now and then how far it is. */
export function* populate(ledger: Ledger, tenant: TenantRow, options: WorldOptions): Generator<Made, void, void> {
	const directory = {
		seed: tenant.seedText,
		start: tenant.start,
		extras: tenant.extras,
		captureHireDate: options.captureHireDate
	};
	const preset = tenant.preset as Preset;
	if (tenant.ad) onPremises.need();
	if (tenant.hr !== 'none') systems.need();
	const stage = stages(tenant);
	const people: Person[] = [];
	for (const block of peopleInBlocks(tenant.seedText, tenant.size, STEP)) {
		for (const person of block) people.push(person);
		yield stage.at(people.length);
	}
	const accounts = tenant.ad ? yield* stage.next(onPremises.here.adUsersInSteps(people, preset, directory)) : [];
	const synced = (twin: AdUser, id: string) => onPremises.here.syncedUser(twin, id);
	const users = yield* stage.next(entraUsersInSteps(people, preset, directory, accounts, synced));
	yield* stage.next(putUsers(ledger, users, tenant.start));
	if (tenant.ad) yield* stage.next(onPremises.here.populateHybrid(ledger, tenant, accounts, users));
	if (tenant.hr !== 'none') yield* stage.next(systems.here.populateHr(ledger, tenant, people));
	yield* stage.next(putGroups(ledger, groupsOneByOne(people, users, preset, directory), tenant));
}

function* putUsers(ledger: Ledger, users: readonly (EntraUser | null)[], created: Ms): Steps<void> {
	for (const [slot, user] of users.entries()) {
		const attrs = user as unknown as UserRow['attrs'];
		const row: UserRow | null = user && { slot, id: user.objectId, attrs, created, softDeletedAt: null };
		ledger.put('users', slot, row);
		if (slot % STEP === 0) yield slot;
	}
}

function* putGroups(ledger: Ledger, groups: Iterable<GroupWithMembers>, { start, size }: TenantRow): Steps<void> {
	let slot = 0;
	for (const { group, members } of groups) {
		const row: GroupRow = {
			slot: group.slot,
			id: group.objectId,
			attrs: group as unknown as GroupRow['attrs'],
			created: start,
			softDeletedAt: null,
			membership: group.membershipRule === null ? 'assigned' : 'dynamic',
			rule: group.membershipRule,
			securityEnabled: group.securityEnabled,
			unified: group.groupTypes.includes('Unified')
		};
		ledger.put('groups', row.slot, row);
		// How many members are to come nobody knows before.
		yield 0;
		for (const member of members.users) {
			put({ slot: slot++, group: row.slot, kind: 'user', member });
			if (slot % (STEP * 8) === 0) yield 0;
		}
		for (const member of members.groups) put({ slot: slot++, group: row.slot, kind: 'group', member });
	}
	yield size;
	function put(row: MemberRow): void {
		ledger.put('members', row.slot, row);
	}
}

/** People, accounts of Active Directory, users and their rows, workers, groups: a person has been through all of them. */
function stages({ size, ad, hr }: TenantRow) {
	const many = 4 + 2 * Number(ad) + Number(hr !== 'none');
	let stage = 0;
	const at = (done: number): Made => ({ people: Math.floor((stage * size + done) / many), of: size });
	function* next<T>(steps: Steps<T>): Generator<Made, T, void> {
		stage++;
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			yield at(step.value);
		}
	}
	return { at, next };
}
