import { z } from 'zod';
import type { JobRow } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { historyOf } from '../folds/history';
import { firstAppLane, stageFactsOf } from '../folds/stage';
import { systemsOf } from '../home/systems';
import type { MapData, MapEdge, MapFlight, MapJob, MapNode } from '../map/types';
import { MARK_NAMES, OUTCOMES } from '../timeline/types';
import { minuteWords } from '../timeline/words';
import { progressOf } from '#lib/engine/job/progress';
import { defineView } from '../view';

const args = z.object({
	/** Objects that were written so many virtual milliseconds ago are still on their way. */
	flight: z.number().int().min(0).max(86_400_000).default(0),
	flights: z.number().int().min(0).max(200).default(40)
});

export interface SystemMap extends MapData {
	readonly flights: readonly MapFlight[];
	/** Rows of the last minute on each edge, for the pill with the rate. */
	readonly rates: { readonly [edge: string]: number };
}

/** The systems as the company is wired, the jobs as lines with their next run, and the objects in flight. */
export const map = defineView(args, (world, { flight, flights }): SystemMap => {
	const systems = systemsOf(world);
	const apps = systems.flatMap(({ kind, ...rest }) => (kind === 'job' ? [] : [{ ...rest, kind }]));
	const nodes: MapNode[] = [];
	const edges: MapEdge[] = [];
	if (world.sim.host.tenantRow.hr !== 'none') humanResources(world, nodes, edges);
	if (world.tables.connect.get(0)) onPremises(world, nodes, edges);
	nodes.push(
		{
			id: 'service',
			kind: 'service',
			name: 'Provisioning service',
			state: systems.some(({ state }) => state === 'running') ? 'running' : 'idle',
			facts: [],
			jobs: jobsOf(world)
		},
		...apps.map(({ id, kind, name, state, facts, words }) => ({
			id,
			kind,
			name,
			state,
			facts,
			...(kind === 'app' && { stateWords: words, short: words, href: `apps/${id}` })
		}))
	);
	const isActive = apps.some(({ state }) => state === 'running');
	edges.push({ id: 'entra', from: 'entra', to: 'service', state: isActive ? 'active' : 'idle' });
	for (const { id, kind, state, name } of apps)
		if (kind === 'app') edges.push({ id, from: 'service', to: id, state: edgeStates[state], name });
	return { nodes, edges, ...inFlight(world, flight, flights) };
});

const edgeStates = { idle: 'idle', running: 'active', quarantine: 'failure', off: 'off' } as const;

/** What HR holds, and the job that reads it. */
function humanResources({ tables, sim }: World, nodes: MapNode[], edges: MapEdge[]): void {
	const workers = [...tables.workers.all()].length;
	const jobs = [...tables.jobs.all()].filter(({ app }) => templateOf(tables.apps.get(app)!.kind)?.source === 'hr');
	const next = jobs.find(({ nextAt }) => nextAt !== null)?.nextAt;
	const isRunning = jobs.some(({ cycle }) => cycle !== null);
	const facts = [`${workers} workers`];
	if (next) facts.push(`Next import ${minuteWords(next)}`);
	const name = sim.host.tenantRow.hr === 'successfactors' ? 'SuccessFactors' : 'Workday';
	nodes.push({ id: 'hr', kind: 'hr', name, state: isRunning ? 'running' : 'idle', facts });
	edges.push({ id: 'hr', from: 'hr', to: 'service', state: isRunning ? 'active' : 'idle' });
}

/** HR feeds Active Directory through the agent, Connect carries it to the tenant. */
function onPremises(world: World, nodes: MapNode[], edges: MapEdge[]): void {
	const { tables } = world;
	const connect = tables.connect.get(0)!;
	let accounts = 0;
	let disabled = 0;
	for (const { attrs } of tables.adUsers.all()) {
		accounts++;
		if (attrs.enabled === false) disabled++;
	}
	const agents = [...tables.agents.all()];
	const connected = agents.filter(({ active }) => active).length;
	if (agents.length > 0) {
		nodes.push({
			id: 'agent',
			kind: 'agent',
			name: 'Provisioning agent',
			state: connected > 0 ? 'idle' : 'off',
			facts: [`${connected} of ${agents.length} connected`],
			hint: 'It only calls out.'
		});
		edges.push({ id: 'service-agent', from: 'service', to: 'agent', state: 'idle' });
		edges.push({ id: 'agent-ad', from: 'agent', to: 'ad', state: 'idle' });
	}
	const words = disabled > 0 ? `${accounts} accounts, ${disabled} disabled` : `${accounts} accounts`;
	nodes.push({ id: 'ad', kind: 'ad', name: 'Active Directory', state: 'idle', facts: [words] });
	const isRunning = connect.run !== null;
	nodes.push({
		id: 'connect',
		kind: 'connect',
		name: 'Connect sync',
		state: isRunning ? 'running' : connect.nextAt === null ? 'off' : 'idle',
		facts: [connect.nextAt === null ? 'Suspended' : `Every 30 min, next ${minuteWords(connect.nextAt)}`],
		...(isRunning && { stateWords: 'Running', short: 'running' })
	});
	const state = isRunning ? 'active' : 'idle';
	edges.push(
		{ id: 'ad-connect', from: 'ad', to: 'connect', state },
		{ id: 'connect-entra', from: 'connect', to: 'entra', state }
	);
}

const order = { running: 0, quarantine: 1, idle: 2, off: 3 } as const;

/** Running and failing jobs first. */
function jobsOf(world: World): MapJob[] {
	const jobs = [...world.tables.jobs.all()].map((job): MapJob => {
		const app = world.tables.apps.get(job.app)!;
		return { id: app.key, name: app.name, ...jobState(world, job) };
	});
	return jobs.sort((a, b) => order[a.state] - order[b.state]);
}

function jobState(world: World, job: JobRow): Pick<MapJob, 'state' | 'words'> {
	const cycle = job.cycle === null ? null : world.tables.cycles.get(job.cycle);
	if (cycle) {
		const { donePages, pages } = progressOf(cycle, world.tables.plans.get(cycle.plan)!);
		return { state: 'running', words: `page ${Math.min(donePages + 1, pages)} of ${pages}` };
	}
	if (job.quarantine) return { state: 'quarantine', words: 'quarantine' };
	return job.nextAt === null
		? { state: 'off', words: 'off' }
		: { state: 'idle', words: `next ${minuteWords(job.nextAt)}` };
}

const rowKind = kindOf('row');

/** The latest rows, each where it would be on its way to the application. */
function inFlight(world: World, span: number, most: number): Pick<SystemMap, 'flights' | 'rates'> {
	const facts = stageFactsOf(world.sim);
	const history = historyOf(world.sim);
	const columns = world.sim.ledger.facts;
	const flights: MapFlight[] = [];
	const rates: Record<string, number> = {};
	const since = world.clock - Math.max(span, 60_000);
	for (let at = facts.before(world.checkpoint().seq) - 1; at >= 0 && facts.at[at]! > since; at--) {
		const seq = facts.seq[at]!;
		if (columns.kind[seq] !== rowKind) continue;
		const edge = history.app(facts.lane[at]! - firstAppLane)?.key;
		if (!edge) continue;
		const age = world.clock - facts.at[at]!;
		if (age < 60_000) rates[edge] = (rates[edge] ?? 0) + 1;
		if (age >= span || flights.length >= most) continue;
		const { table, slot } = columns.fact(seq).subject;
		const mark = facts.mark[at]!;
		flights.push({
			id: seq,
			edge,
			along: age / span,
			mark: MARK_NAMES[mark & 31]!,
			outcome: OUTCOMES[mark >>> 5]!,
			label: history.name(table === 'groups' ? 'groups' : 'users', slot, seq)
		});
	}
	return { flights: flights.reverse(), rates };
}
