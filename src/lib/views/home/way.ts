import type { Rule } from '#lib/engine/base';
import { eraProfile } from '#lib/engine/eras';
import { isAssumed } from '#lib/engine/assumed';
import type { World } from '#lib/world';
import { connectIntervalMs } from '#lib/world/connect/interval';
import { directoryName } from '../app-names';

/** One system after the other, and how long a change waits at most for its next run. */
export interface Leg {
	readonly from: string;
	readonly to: string;
	readonly minutes: number;
	/** What carries it does not run now. */
	readonly off: boolean;
}

/** The company's architecture of the planning guide, and how long a change is on its way in it. */
export interface Way {
	readonly architecture: string;
	readonly sentence: string;
	readonly legs: readonly Leg[];
	/** At most, in minutes: every run has just been missed. */
	readonly total: number;
	readonly rule: Rule;
	readonly assumed: boolean;
}

const minute = 60_000;

export function wayOf(world: World): Way {
	const { hr, ad, era } = world.sim.host.tenantRow;
	const { intervalMs } = eraProfile(era);
	const system = hr === 'workday' ? 'Workday' : 'SuccessFactors';
	const tenant = directoryName(world);
	const key = `${hr === 'workday' ? 'wd' : 'sf'}-${ad ? 'ad' : 'entra'}`;
	const fromHr = {
		from: system,
		to: ad ? 'Active Directory' : tenant,
		minutes: intervalMs / minute,
		off: !runs(world, key)
	};
	const sync = { from: 'Active Directory', to: tenant, minutes: connectIntervalMs / minute, off: isSuspended(world) };
	const out = { from: tenant, to: 'applications', minutes: intervalMs / minute, off: false };
	const legs = [...(hr === 'none' ? [] : [fromHr]), ...(ad ? [sync] : []), out];
	const rule: Rule = hr !== 'none' && ad ? 'H-330' : ad ? 'H-432' : hr !== 'none' ? 'H-441' : 'H-440';
	return {
		...architectures[`${hr !== 'none'} ${ad}`]!,
		legs,
		total: legs.reduce((sum, { minutes }) => sum + minutes, 0),
		rule,
		assumed: isAssumed(rule)
	};
}

const architectures: { readonly [hrAndAd: string]: Pick<Way, 'architecture' | 'sentence'> } = {
	'true true': {
		architecture: 'Cloud HR over Active Directory',
		sentence: 'Human resources masters people, Active Directory their accounts, and mail goes back by writeback.'
	},
	'true false': {
		architecture: 'Cloud HR straight to the tenant',
		sentence: 'Human resources masters people. There is no Active Directory, no agent and no Connect.'
	},
	'false true': {
		architecture: 'Hybrid',
		sentence: 'Active Directory masters everybody. A system on the premises writes it, Connect reads it.'
	},
	'false false': {
		architecture: 'Cloud only',
		sentence: 'Users are kept in the tenant. There is no Active Directory and nothing before it.'
	}
};

function runs({ tables, sim }: World, key: string): boolean {
	const app = tables.appsByKey.first(key);
	const job = app === undefined ? undefined : tables.jobsByApp.first(app);
	return job !== undefined && sim.host.job(job).schedule === 'Active';
}

function isSuspended({ tables }: World): boolean {
	const state = tables.connect.get(0);
	return state !== null && (state.suspended || state.staging);
}
