import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import type { CycleKind, CycleRow, Execution, JobRow } from '#lib/engine/job/records';
import { switchOffAt } from '#lib/engine/job/quarantine';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { appName, appNamed, cycleName, jobOf, type AppName } from '../names';
import { profileOf } from '../profile';
import { appKey, defineView } from '../view';
import { quarantineWords } from '../quarantine-words';
import { cycleWords, quarantineBanner, scopeModeWords } from '../words';
import { statusCode, statusWords, type StatusCode } from './code';
import { linkCounts } from './counts';
import { graphJob } from './graph-job';
import { progressOf, type Progress } from '#lib/engine/job/progress';

export interface CycleStatus {
	readonly cycle: number;
	/** "Incremental cycle" (C-443). */
	readonly kind: string;
	readonly name: string;
	readonly startedAt: number;
	readonly progress: Progress;
	/** What it does now: its phase in words. */
	readonly phase: string;
}

export interface ExecutionStatus {
	readonly cycle: number;
	readonly kind: string;
	readonly name: string;
	readonly state: string;
	readonly began: number;
	readonly ended: number;
	readonly activityId: string;
	readonly counts: Execution['counts'];
	readonly error: string | null;
}

export interface QuarantineStatus {
	readonly banner: string;
	readonly reason: string;
	readonly words: string;
	readonly since: number;
	readonly attempts: number;
	/** null: it is running, or the job is off. */
	readonly nextAttempt: number | null;
	/** C-353: the moment at which it is switched off. */
	readonly switchOffAt: number;
	readonly error: { readonly code: string; readonly message: string } | null;
	/** C-257, C-258: Allow deletes is offered. */
	readonly canAllowDeletes: boolean;
}

export interface Provisioning {
	readonly app: AppName;
	/** null: the mode is Manual. */
	readonly job: JobStatus | null;
}

export interface JobStatus {
	readonly slot: number;
	readonly code: StatusCode;
	readonly words: string;
	readonly on: boolean;
	readonly scope: string;
	readonly current: CycleStatus | null;
	readonly onDemand: readonly CycleStatus[];
	readonly last: ExecutionStatus | null;
	readonly lastSuccessful: ExecutionStatus | null;
	readonly lastWithExports: ExecutionStatus | null;
	/** C-446 to C-448. */
	readonly users: number;
	readonly groups: number;
	readonly escrows: number;
	readonly heldRemovals: number;
	/** C-258: somebody has allowed them, and the next cycle carries them out. */
	readonly deletesAllowed: boolean;
	readonly cycles: number;
	readonly nextAt: number | null;
	readonly nextKind: CycleKind;
	readonly intervalMs: number;
	readonly quarantine: QuarantineStatus | null;
	/** The restart that a running cycle has to finish for (C-371). */
	readonly pendingRestart: string | null;
	readonly technical: { readonly jobId: string; readonly activityId: string | null; readonly endpoint: string };
	/** The job object as Microsoft Graph gives it. */
	readonly graph: Json;
}

/** The status page of an application's provisioning. */
export const provisioning = defineView(z.object({ app: appKey }), (world, { app: key }): Provisioning => {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	return { app: appName(app), job: job && jobStatus(world, app, job) };
});

function jobStatus(world: World, app: AppRow, job: JobRow): JobStatus {
	const { tables, sim } = world;
	const current = job.cycle === null ? null : tables.cycles.get(job.cycle);
	const running = tables.runningCycles.get(0).map((slot) => tables.cycles.get(slot)!);
	const last = job.last && executionStatus(world, job.last);
	return {
		slot: job.slot,
		code: statusCode(job),
		words: statusWords(job),
		on: job.schedule === 'Active',
		scope: scopeModeWords[sim.host.config(job.config).scopeMode],
		current: current && cycleStatus(world, current),
		onDemand: running
			.filter((cycle) => cycle.job === job.slot && cycle.kind === 'demand')
			.map((cycle) => cycleStatus(world, cycle)),
		last,
		lastSuccessful: job.lastSuccessful && executionStatus(world, job.lastSuccessful),
		lastWithExports: job.lastWithExports && executionStatus(world, job.lastWithExports),
		...linkCounts(world, job.slot),
		escrows: tables.escrowsByJob.get(job.slot).length,
		heldRemovals: sim.host.removalsOf(job.slot).filter(({ held }) => held).length,
		deletesAllowed: job.forceDeletes,
		cycles: tables.cyclesByJob.get(job.slot).length,
		nextAt: job.nextAt,
		nextKind: job.watermark === null ? 'initial' : 'incremental',
		intervalMs: job.intervalMs,
		quarantine: quarantineStatus(job, sim.host.removalsOf(job.slot).length > 0),
		pendingRestart: job.pendingReset,
		technical: {
			jobId: job.id,
			activityId: current ? guid(sim.host.tenantRow.seedText, 'cycle', current.slot) : (last?.activityId ?? null),
			endpoint: endpointOf(app, job)
		},
		graph: graphJob(world, job)
	};
}

/** Where the job writes; an API-driven one has an endpoint of its own, to which records are sent. */
export function endpointOf(app: AppRow, job: JobRow): string {
	const { host, template } = profileOf(app);
	if (template?.source !== 'api') return host;
	return `${host}/servicePrincipals/${app.id}/synchronization/jobs/${job.id}/bulkUpload`;
}

const phaseWords: { readonly [phase in CycleRow['phase']]: string } = {
	probe: 'Test connection',
	objects: 'Users and groups',
	references: 'References',
	removals: 'Removals',
	memberships: 'Memberships',
	done: 'Finishing'
};

function cycleStatus(world: World, cycle: CycleRow): CycleStatus {
	return {
		cycle: cycle.slot,
		kind: cycleWords[cycle.kind],
		name: cycleName(world, cycle),
		startedAt: cycle.startedAt,
		progress: progressOf(cycle, world.tables.plans.get(cycle.plan)!),
		phase: phaseWords[cycle.phase]
	};
}

function executionStatus(world: World, { cycle, state, began, ended, counts, error }: Execution): ExecutionStatus {
	const row = world.tables.cycles.get(cycle)!;
	return {
		cycle,
		kind: cycleWords[row.kind],
		name: cycleName(world, row),
		state,
		began,
		ended,
		activityId: guid(world.sim.host.tenantRow.seedText, 'cycle', cycle),
		counts,
		error
	};
}

function quarantineStatus(job: JobRow, hasRemovals: boolean): QuarantineStatus | null {
	const { quarantine } = job;
	if (!quarantine) return null;
	return {
		banner: quarantineBanner,
		reason: quarantine.reason,
		words: quarantineWords[quarantine.reason] ?? quarantine.reason,
		since: quarantine.seriesBegan,
		attempts: quarantine.seriesCount,
		nextAttempt: job.nextAt,
		switchOffAt: switchOffAt(quarantine),
		error: quarantine.error,
		canAllowDeletes: quarantine.reason === 'TooManyDeletes' && hasRemovals && !job.forceDeletes && job.cycle === null
	};
}
