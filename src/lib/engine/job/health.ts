import type { Rule, Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { sendMail } from './mail';
import { audit } from './audit';
import { imposed, switchOffAt } from './quarantine';
import type { JobRow, Quarantine, QuarantineReason } from './records';

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

/** The next moment at which the schedule has something to do. */
export function nextMoment(host: Host, job: JobRow, startedAt: number): number | null {
	if (job.schedule !== 'Active') return null;
	if (!job.quarantine && job.listens) return null;
	if (!job.quarantine) return Math.max(startedAt + job.intervalMs, host.now);
	const { nextAttempt } = job.quarantine;
	return host.tenant.era.switchOff ? Math.min(nextAttempt, switchOffAt(job.quarantine)) : nextAttempt;
}
