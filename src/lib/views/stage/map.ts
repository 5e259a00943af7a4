import * as z from 'zod/mini';
import type { JobRow } from '#lib/engine/job/records';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { amountWords } from '../amounts';
import { stageFactsOf } from '../folds/stage';
import { systemsOf } from '../home/systems';
import type { MapData, MapEdge, MapJob, MapNode } from '../map/types';
import { dueWords } from '../timeline/words';
import { progressOf } from '#lib/engine/job/progress';
import { defineView } from '../view';
import { inFlight, type Flights } from './flights';
import { inboundEdges } from './wiring';

const args = z.object({
	/** Objects that were written so many virtual milliseconds ago are still on their way. */
	flight: z._default(z.int().check(z.minimum(0), z.maximum(86_400_000)), 0),
	flights: z._default(z.int().check(z.minimum(0), z.maximum(200)), 40)
});

export interface SystemMap extends MapData, Flights {}

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
			...(kind === 'app' && {
				stateWords: words,
				href: `apps/${id}`,
				why: stateFact(world, id)
			})
		}))
	);
	const inbound = inboundEdges(
		world,
		nodes.some(({ id }) => id === 'agent'),
		nodes.some(({ id }) => id === 'hr')
	);
	edges.push(...inbound, ...agentEdges(nodes, inbound));
	const isActive = apps.some(({ state }) => state === 'running');
	edges.push({ id: 'entra', from: 'entra', to: 'service', state: isActive ? 'active' : 'idle' });
	for (const { id, kind, state, name } of apps)
		if (kind === 'app') edges.push({ id, from: 'service', to: id, state: edgeStates[state], name, app: id });
	return { nodes, edges, ...inFlight(world, flight, flights) };
});

/** An agent is wired though no job uses it yet. */
function agentEdges(nodes: readonly MapNode[], inbound: readonly MapEdge[]): MapEdge[] {
	const isWired = (id: string) => inbound.some((edge) => edge.id === id);
	if (!nodes.some(({ id }) => id === 'agent') || isWired('agent-ad')) return [];
	return [
		{ id: 'service-agent', from: 'service', to: 'agent', state: 'idle' },
		{ id: 'agent-ad', from: 'agent', to: 'ad', state: 'idle' }
	];
}

const edgeStates = { idle: 'idle', running: 'active', quarantine: 'failure', off: 'off' } as const;

/** What HR holds, and the job that reads it. */
function humanResources({ tables, sim }: World, nodes: MapNode[], edges: MapEdge[]): void {
	const workers = [...tables.workers.all()].length;
	const jobs = [...tables.jobs.all()].filter(({ app }) => templateOf(tables.apps.get(app)!.kind)?.source === 'hr');
	const next = jobs.find(({ nextAt }) => nextAt !== null)?.nextAt;
	const isRunning = jobs.some(({ cycle }) => cycle !== null);
	const facts = [amountWords(workers, 'worker')];
	if (next) facts.push(`Next import ${dueWords(next, sim.ledger.clock)}`);
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
	}
	const facts = [amountWords(accounts, 'account'), ...(disabled > 0 ? [`${disabled} disabled`] : [])];
	nodes.push({ id: 'ad', kind: 'ad', name: 'Active Directory', state: 'idle', facts });
	const isRunning = connect.run !== null;
	nodes.push({
		id: 'connect',
		kind: 'connect',
		name: 'Connect sync',
		state: isRunning ? 'running' : connect.nextAt === null ? 'off' : 'idle',
		facts: [connect.nextAt === null ? 'Suspended' : `Next ${dueWords(connect.nextAt, world.clock)}`],
		...(isRunning && { stateWords: 'Running' })
	});
	const state = isRunning ? 'active' : 'idle';
	edges.push(
		{ id: 'ad-connect', from: 'ad', to: 'connect', state },
		{ id: 'connect-entra', from: 'connect', to: 'entra', state }
	);
}

/** The fact that a job's state goes back to: its running cycle, its quarantine, or what last switched it. */
function stateFact(world: World, key: string): number | undefined {
	const { tables } = world;
	const app = tables.appsByKey.first(key);
	const job = app === undefined ? undefined : tables.jobsByApp.first(app);
	const row = job === undefined ? null : tables.jobs.get(job);
	if (!row) return undefined;
	if (row.cycle !== null) return tables.cycles.get(row.cycle)!.fact;
	const since = row.quarantine
		? stageFactsOf(world.sim).quarantines.findLast((span) => span.app === app)?.seq
		: undefined;
	return since ?? (row.cause > 0 ? row.cause : undefined);
}

const order = { running: 0, quarantine: 1, idle: 2, off: 3 } as const;

/** Running and failing jobs first. */
function jobsOf(world: World): MapJob[] {
	const jobs = [...world.tables.jobs.all()].map((job): MapJob => {
		const app = world.tables.apps.get(job.app)!;
		const template = templateOf(app.kind);
		return { id: app.key, name: template ? shortName(template) : app.name, ...jobState(world, job) };
	});
	return jobs.sort((a, b) => order[a.state] - order[b.state]);
}

/** "HR to AD": there is no room for what the names of two jobs of one system differ in. */
function shortName({ source, target }: JobTemplate): string {
	if (target === 'hr') return 'Writeback';
	return `${source === 'hr' ? 'HR' : 'API'} to ${target === 'ad' ? 'AD' : 'Entra'}`;
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
		: { state: 'idle', words: `next ${dueWords(job.nextAt, world.clock)}` };
}
