import type { Ms, Rule, Seq } from '../base';
import type { EraProfile } from '../eras';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { audit } from './audit';
import { endCycle, executionOf } from './cycle-close';
import type { Failure } from './escrow';
import { sendMail, mailProblems } from './mail';
import { nextMoment, switchOffAt } from './quarantine';
import type { CycleRow, Execution, JobRow, Quarantine, QuarantineReason } from './records';
import { applyReset, lift } from './reset';

export { mailProblems } from './mail';
export { applyReset, lift } from './reset';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * C-344: 6, 12 and 24 hours after the first failure, then every 24; C-016: earlier eras begin with the interval, and
 * double the wait after each retry that fails, up to a day.
 */
function nextAttempt(era: EraProfile, seriesBegan: Ms, retries: number, now: Ms, intervalMs: Ms): Ms {
	if (!era.retryHours) return now + Math.min(intervalMs * 2 ** retries, day);
	const since = now - seriesBegan;
	// An attempt that somebody brought forward takes the place of none.
	const planned = era.retryHours.map((hours) => hours * hour).find((wait) => wait > since);
	return seriesBegan + (planned ?? day * (Math.floor(since / day) + 1));
}

/** C-341, C-342: imposing it again keeps the series; lifting it ends the series. */
function imposed(
	before: Quarantine | null,
	reason: QuarantineReason,
	error: Quarantine['error'],
	now: Ms,
	era: EraProfile,
	intervalMs: Ms
): Quarantine {
	const seriesBegan = before?.seriesBegan ?? now;
	const retries = before?.seriesCount ?? 0;
	return {
		reason,
		error,
		currentBegan: now,
		seriesBegan,
		seriesCount: retries + 1,
		nextAttempt: nextAttempt(era, seriesBegan, retries, now, intervalMs)
	};
}

/** Puts the job into quarantine, or keeps it there (C-321, C-341); one mail for each reason (C-461, C-462). */
export function impose(
	host: Host,
	job: JobRow,
	recorder: Recorder,
	reason: QuarantineReason,
	error: Quarantine['error'],
	cause: Seq,
	rule: Rule = 'C-321'
): JobRow {
	const before = job.quarantine;
	const quarantine = imposed(before, reason, error, host.now, host.tenant.era, job.intervalMs);
	const after = { ...job, quarantine };
	const fact = recorder.tell('quarantine', rule, cause, 'jobs', job.slot, quarantine.seriesCount, reason);
	if (before?.reason === reason) return after;
	audit(host, job, recorder, 'Quarantine', reason, fact);
	const about = before ? 'quarantine changed' : reason === 'TooManyDeletes' ? 'deletions' : 'quarantine';
	sendMail(host, job, recorder, about, reason, fact);
	return after;
}

/** C-353: whether the time has come to switch the job off instead of trying again. */
export function isSpent(host: Host, job: JobRow): boolean {
	return host.tenant.era.switchOff && job.quarantine !== null && host.now >= switchOffAt(job.quarantine);
}

/** C-353, C-354: off after four weeks; the quarantine object stays for inspection. */
export function switchOff(host: Host, job: JobRow, recorder: Recorder): void {
	const fact = recorder.tell(
		'job.state',
		'C-353',
		job.cause,
		'jobs',
		job.slot,
		0,
		'Disabled after four weeks in quarantine'
	);
	sendMail(host, job, recorder, 'switched off', 'Disabled after four weeks in quarantine', fact);
	recorder.put('jobs', job.slot, { ...job, schedule: 'Disabled', offBy: 'quarantine', nextAt: null, cause: fact });
}

/** A job-level failure: the watermark stays (C-027), quarantine begins at once (C-322, C-323). */
export function abortCycle(host: Host, cycle: CycleRow, recorder: Recorder, failure: Failure): void {
	endCycle(cycle, recorder, host, 'Failed');
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

/** C-134: an initial cycle is not quarantined: its escrows are cleared and the job pauses for the administrator. */
export function pruned(host: Host, job: JobRow, recorder: Recorder, cause: number): JobRow {
	for (const escrow of host.escrowsOf(job.slot)) recorder.put('escrows', escrow.slot, null);
	const fact = recorder.tell('job.state', 'C-134', cause, 'jobs', job.slot, 0, 'Paused: escrows pruned');
	return { ...lift(host, job, recorder, fact), schedule: 'Paused', escrowsPruned: true, cause: fact };
}

/** C-258: what was held back before, and is allowed now, is sent whatever else leaves in this cycle. */
export function allowed(host: Host, { job }: CycleRow, recorder: Recorder): number {
	const rows = host.removalsOf(job);
	const before = new Set(rows.filter(({ held }) => held).map(({ item }) => item));
	const again = rows.filter(({ held, item }) => !held && before.has(item));
	for (const row of again) recorder.put('removals', row.slot, { ...row, allowed: true });
	return again.length;
}
