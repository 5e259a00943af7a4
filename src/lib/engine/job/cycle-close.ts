import type { Host } from '../host';
import type { Recorder } from '../recorder';
import type { Failure } from './escrow';
import { impose, nextMoment } from './health';
import { lift } from './start';
import { applyReset } from './reset';
import { mailProblems } from './mail';
import { failureQuarantine } from './quarantine';
import type { CycleRow, Execution, JobRow } from './records';

/** Step 8 of an initial, step 10 of an incremental cycle: the watermark is stored and the job looks at its health. */
export function closeCycle(host: Host, cycle: CycleRow, recorder: Recorder): void {
	const state = cycle.counts.escrowed > 0 ? 'EntryLevelErrors' : 'Succeeded';
	end(cycle, recorder, host, state);
	if (cycle.kind === 'demand') return;
	const fact = recorder.tell('cycle.ended', 'C-318', cycle.fact, 'jobs', cycle.job, 0, state);
	let job = completed(host, host.job(cycle.job), cycle, state);
	job = judged(host, job, cycle, recorder, fact);
	if (state !== 'Succeeded') mailProblems(host, job, recorder, `${cycle.counts.escrowed} failed`, fact);
	job = { ...job, nextAt: nextMoment(host, job, cycle.startedAt) };
	recorder.put('jobs', job.slot, job);
	if (job.pendingReset !== null) applyReset(host, host.job(job.slot), recorder, job.pendingReset, job.cause);
}

/** A job-level failure: the watermark stays (C-027), quarantine begins at once (C-322, C-323). */
export function abortCycle(host: Host, cycle: CycleRow, recorder: Recorder, failure: Failure): void {
	end(cycle, recorder, host, 'Failed');
	const fact = recorder.tell(
		'cycle.aborted',
		'C-322',
		cycle.fact,
		'jobs',
		cycle.job,
		0,
		`${failure.code}: ${failure.reason}`
	);
	if (cycle.kind === 'demand') return;
	let job = host.job(cycle.job);
	const execution: Execution = { ...executionOf(host, cycle, 'Failed'), error: failure.code };
	job = { ...job, cycle: null, last: execution, successiveFailures: job.successiveFailures + 1 };
	mailProblems(host, job, recorder, `${failure.code}: ${failure.reason}`, fact);
	if (host.tenant.era.quarantine)
		job = impose(
			host,
			job,
			recorder,
			'EncounteredQuarantineException',
			{ code: failure.code, message: failure.reason },
			fact
		);
	job = {
		...job,
		nextAt: host.tenant.era.quarantine ? nextMoment(host, job, cycle.startedAt) : slowedDown(host, job, cycle)
	};
	recorder.put('jobs', job.slot, job);
	if (job.pendingReset !== null) applyReset(host, host.job(job.slot), recorder, job.pendingReset, job.cause);
}

/** C-004: in the first era a failing target is asked less and less often, down to once a day. */
function slowedDown(host: Host, job: JobRow, cycle: CycleRow): number | null {
	if (job.schedule !== 'Active') return null;
	return cycle.startedAt + Math.min(job.intervalMs * 2 ** job.successiveFailures, 24 * 3_600_000);
}

function end(cycle: CycleRow, recorder: Recorder, host: Host, state: Execution['state']): void {
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
}

function executionOf(host: Host, cycle: CycleRow, state: Execution['state']): Execution {
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
		lastWithExports: cycle.counts.exported > 0 ? execution : job.lastWithExports
	};
}

/** Failure rates (C-326 to C-335), the guard's verdict, and the end of a quarantine (C-345, C-346). */
function judged(host: Host, job: JobRow, cycle: CycleRow, recorder: Recorder, cause: number): JobRow {
	const escrows = host.escrowsOf(job.slot);
	const failing = escrows.filter(({ kind, source }) => host.link(job.slot, kind, source) !== null).length;
	const healthy = host.linkCount(job.slot) - failing;
	const reason = failureQuarantine({ objects: escrows.length, references: 0, healthy }, host.tenant.thresholdScale);
	if (reason && cycle.kind === 'initial') return pruned(host, job, recorder, cause);
	if (cycle.staged) return job;
	if (reason && host.tenant.era.quarantine) return impose(host, job, recorder, reason, null, cause);
	return lift(host, job, recorder, cause);
}

/** C-134: an initial cycle is not quarantined: its escrows are cleared and the job pauses for the administrator. */
function pruned(host: Host, job: JobRow, recorder: Recorder, cause: number): JobRow {
	for (const escrow of host.escrowsOf(job.slot)) recorder.put('escrows', escrow.slot, null);
	const fact = recorder.tell('job.state', 'C-134', cause, 'jobs', job.slot, 0, 'Paused: escrows pruned');
	return { ...job, schedule: 'Paused', escrowsPruned: true, cause: fact };
}
