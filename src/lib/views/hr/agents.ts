import * as z from 'zod/mini';
import type { Seq, Slot } from '#lib/engine/base';
import type { World } from '#lib/world';
import { versionsOf } from '#lib/world/provenance/versions';
import { activeAgent } from '#lib/world/inbound/ad-provider';
import type { AgentRow } from '#lib/world/tables/hybrid';
import { jobOf } from '../names';
import { profileOf } from '../profile';
import { defineView } from '../view';
import { agentFacts } from './agent-facts';

export type AgentState = 'active' | 'standby' | 'silent' | 'unregistered' | 'inactive' | 'removed';

export interface AgentInfo {
	readonly slot: Slot;
	readonly name: string;
	readonly state: AgentState;
	/** When it came to stand as it does. */
	readonly since: number;
	/** The fact that says so; null: the company began with it. */
	readonly seq: Seq | null;
	/** H-110: the schema of Active Directory is read at this moment. */
	readonly startedAt: number;
}

export interface AgentJob {
	readonly key: string;
	readonly name: string;
	readonly running: boolean;
	readonly quarantine: { readonly code: string; readonly nextAt: number | null } | null;
}

export interface Agents {
	/** Without Active Directory there is nothing for an agent to reach. */
	readonly hasDirectory: boolean;
	readonly agents: readonly AgentInfo[];
	/** A name for the next one. */
	readonly freeName: string;
	/** What the calls to Active Directory come to at this moment. */
	readonly reach: 'answered' | 'not answered' | 'not registered' | 'no active agent' | 'no agent';
	/** The agent that the calls go through. */
	readonly through: string | null;
	/** The jobs that write to Active Directory. */
	readonly jobs: readonly AgentJob[];
	/** What the documentation says of every agent, and no state of this company shows. */
	readonly facts: typeof agentFacts;
}

/** The provisioning agents, and what the jobs that need one make of their state. */
export const agents = defineView(z.object({}), (world): Agents => {
	const { tables, sim } = world;
	const through = activeAgent(sim);
	const infos: AgentInfo[] = [];
	for (let slot = 0; slot < tables.agents.next; slot++) {
		const info = infoOf(world, slot, through);
		if (info) infos.push(info);
	}
	const installed = infos.filter(({ state }) => state !== 'removed');
	const taken = new Set(installed.map(({ name }) => name));
	let number = 1;
	while (taken.has(`agent${number}`)) number++;
	return {
		hasDirectory: tables.connect.get(0) !== null,
		agents: infos,
		freeName: `agent${number}`,
		reach: through ? reachOf(through) : installed.length > 0 ? 'no active agent' : 'no agent',
		through: through?.name ?? null,
		jobs: jobsOf(world),
		facts: agentFacts
	};
});

function reachOf({ silent, unregistered }: AgentRow): Agents['reach'] {
	if (silent) return 'not answered';
	return unregistered ? 'not registered' : 'answered';
}

function infoOf(world: World, slot: Slot, through: AgentRow | null): AgentInfo | null {
	const versions = versionsOf<AgentRow>(world.sim, 'agents', slot);
	const last = versions[versions.length - 1];
	const row = world.tables.agents.get(slot) ?? versions.findLast((version) => version.row)?.row;
	if (!row || !last) return null;
	const isGone = world.tables.agents.get(slot) === null;
	const { facts } = world.sim.ledger;
	return {
		slot,
		name: row.name,
		state: isGone ? 'removed' : stateOf(row, through),
		since: last.at,
		seq: last.seq < facts.n && facts.fact(last.seq).subject.table === 'agents' ? last.seq : null,
		startedAt: row.startedAt
	};
}

/** H-272: one is active for a domain, the others wait for its end. */
function stateOf(row: AgentRow, through: AgentRow | null): AgentState {
	if (!row.active) return 'inactive';
	if (row.silent) return 'silent';
	if (row.unregistered) return 'unregistered';
	return through?.slot === row.slot ? 'active' : 'standby';
}

function jobsOf(world: World): AgentJob[] {
	return [...world.tables.apps.all()]
		.filter((app) => profileOf(app).template?.target === 'ad')
		.map((app) => {
			const job = jobOf(world, app);
			const { quarantine = null, nextAt = null } = job ?? {};
			return {
				key: app.key,
				name: app.name,
				running: job?.schedule === 'Active',
				quarantine: quarantine && {
					code: quarantine.error?.code ?? quarantine.reason,
					nextAt
				}
			};
		});
}
