import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { health } from './late';
import { failureQuarantine, nextMoment } from './quarantine';
import type { CycleRow, Execution, JobRow } from './records';

/** Step 8 of an initial, step 10 of an incremental cycle: the watermark is stored and the job looks at its health. */
export function closeCycle(host: Host, cycle: CycleRow, recorder: Recorder): void {
	const state = cycle.counts.escrowed > 0 ? 'EntryLevelErrors' : 'Succeeded';
	endCycle(cycle, recorder, host, state);
	if (cycle.kind === 'demand') return;
	const fact = recorder.tell('cycle.ended', 'C-318', cycle.fact, 'jobs', cycle.job, 0, state);
	let job = completed(host, host.job(cycle.job), cycle, state);
	job = judged(host, job, cycle, recorder, fact);
	if (state !== 'Succeeded' && host.tenant.era.problemMails)
		health.here.mailProblems(host, job, recorder, `${cycle.counts.escrowed} failed`, fact);
	job = { ...job, nextAt: nextMoment(host, job, cycle.startedAt) };
	recorder.put('jobs', job.slot, job);
	if (job.pendingReset !== null)
		health.here.applyReset(host, host.job(job.slot), recorder, job.pendingReset, job.cause);
}

export function endCycle(cycle: CycleRow, recorder: Recorder, host: Host, state: Execution['state']): void {
	recorder.put('cycles', cycle.slot, {
		...cycle,
		phase: 'done',
		endedAt: host.now,
		due: host.now,
		state,
		answers: [],
		told: 0,
		lastTold: 0
	});
	if (cycle.kind === 'demand') return;
	// C-260: what an earlier cycle held back was looked at anew; a cycle that failed leaves it as it was.
	for (const row of host.removalsOf(cycle.job))
		if ((row.cycle === cycle.slot) === (state === 'Failed')) recorder.put('removals', row.slot, null);
}

export function executionOf(host: Host, cycle: CycleRow, state: Execution['state']): Execution {
	return { cycle: cycle.slot, state, began: cycle.startedAt, ended: host.now, counts: cycle.counts, error: null };
}

function completed(host: Host, job: JobRow, cycle: CycleRow, state: Execution['state']): JobRow {
	const execution = executionOf(host, cycle, state);
	return {
		...job,
		cycle: null,
		watermark: cycle.startedAt, // C-127
		everCompleted: true,
		forceDeletes: false,
		successiveFailures: 0,
		steadyFirst: job.steadyFirst ?? host.now,
		steadyLast: host.now,
		last: execution,
		lastSuccessful: state === 'Succeeded' ? execution : job.lastSuccessful,
		lastWithExports: cycle.counts.exported + cycle.counts.references > 0 ? execution : job.lastWithExports
	};
}

/** Failure rates (C-326 to C-335), the guard's verdict, and the end of a quarantine (C-345, C-346). */
function judged(host: Host, job: JobRow, cycle: CycleRow, recorder: Recorder, cause: number): JobRow {
	const escrows = host.escrowsOf(job.slot);
	const objects = escrows.filter(({ reference }) => !reference);
	const failing = objects.filter(({ kind, source }) => host.link(job.slot, kind, source) !== null).length;
	const references = escrows.length - objects.length;
	const healthy = host.linkCount(job.slot) - failing;
	const reason = failureQuarantine({ objects: objects.length, references, healthy }, host.tenant.thresholdScale);
	if (reason && cycle.kind === 'initial') return health.here.pruned(host, job, recorder, cause);
	if (cycle.staged) return job;
	if (reason && host.tenant.era.quarantine) return health.here.impose(host, job, recorder, reason, null, cause);
	return job.quarantine ? health.here.lift(host, job, recorder, cause) : job;
}
