import type { Ms, Slot } from '#lib/engine/base';
import type { GroupRow, MemberRow } from '#lib/engine/source';
import { AD_DOMAIN, COMPANY, type Preset } from '#lib/content/company/tenant';
import { groupsOneByOne } from '#lib/tenant/groups/build';
import { guid } from '#lib/tenant/sample/identifiers';
import type { Steps } from '#lib/tenant/sample/steps';
import type { Ledger } from './core/ledger';
import { further, onPremises, systems } from './parts';
import { everybodyInSteps, type Everybody } from './setup-people';
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
	if (tenant.ad) onPremises.need();
	if (tenant.extras) further.need();
	if (tenant.hr !== 'none') systems.need();
	const everybody = yield* everybodyInSteps(tenant, options.captureHireDate);
	ledger.fill('users', 0, everybody.userRows);
	if (tenant.ad) onPremises.here.populateHybrid(ledger, tenant, everybody);
	if (tenant.hr !== 'none') systems.here.populateHr(ledger, tenant, everybody.workers);
	for (const _ of putGroups(ledger, everybody, tenant)) yield { people: tenant.size, of: tenant.size };
}

function* putGroups(ledger: Ledger, everybody: Everybody, { preset, start }: TenantRow): Steps<void> {
	const { people, users, directory } = everybody;
	let slot = 0;
	for (const { group, members } of groupsOneByOne(people, users, preset as Preset, directory)) {
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
		const rows: MemberRow[] = [];
		addMembers(rows, slot, row.slot, 'user', members.users);
		addMembers(rows, slot + rows.length, row.slot, 'group', members.groups);
		ledger.fill('members', slot, rows);
		slot += rows.length;
		yield slot;
	}
}

function addMembers(
	rows: MemberRow[],
	from: Slot,
	group: Slot,
	kind: MemberRow['kind'],
	members: readonly Slot[]
): void {
	for (let n = 0; n < members.length; n++) rows.push({ slot: from + n, group, kind, member: members[n]! });
}
