import type { JobRow } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import type { MapEdge } from '../map/types';

const weight = { off: 0, idle: 1, failure: 2, active: 3 } as const;

export function edgeStateOf(job: JobRow): MapEdge['state'] {
	if (job.cycle !== null) return 'active';
	if (job.quarantine) return 'failure';
	return job.schedule === 'Active' ? 'idle' : 'off';
}

/** The edges over which a job's objects reach their target: an application's own, the agent's, Entra's, or the way back. */
export function targetEdge(key: string, kind: string): string {
	const target = templateOf(kind)?.target;
	if (!target) return key;
	return { ad: 'agent-ad', entra: 'service-entra', hr: 'writeback' }[target];
}

/** The lines of the jobs from and to HR: through the agent, beside the line from Entra ID, and below everything back. */
export function inboundEdges({ tables }: World, hasAgents: boolean, hasHr: boolean): MapEdge[] {
	const edges = new Map<string, MapEdge>();
	const add = (edge: MapEdge) => {
		const known = edges.get(edge.id);
		if (!known || weight[known.state] < weight[edge.state]) edges.set(edge.id, edge);
	};
	for (const job of tables.jobs.all()) {
		const { kind, key, name } = tables.apps.get(job.app)!;
		const template = templateOf(kind);
		if (!template) continue;
		const line = { state: edgeStateOf(job), name, app: key };
		if (template.target === 'hr' && hasHr)
			add({ id: 'writeback', from: 'service', to: 'hr', writeback: true, ...line });
		if (template.target === 'entra') add({ id: 'service-entra', from: 'service', to: 'entra', beside: true, ...line });
		if (template.target === 'ad' && hasAgents) {
			add({ id: 'service-agent', from: 'service', to: 'agent', ...line });
			add({ id: 'agent-ad', from: 'agent', to: 'ad', ...line });
		}
	}
	return [...edges.values()];
}
