import type { Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { audit } from './audit';
import { impose } from './health';
import { nextMoment } from './quarantine';
import type { JobRow } from './records';
import { applyReset, dropLinks, lift, portalRestart } from './reset';

/** C-361: what a restart may reset. */
export const resetScopes = [
	'None',
	'ConnectorDataStore',
	'Escrows',
	'Watermark',
	'QuarantineState',
	'Full',
	'ForceDeletes'
] as const;

/** Switches the job off: the running cycle finishes, none follows (C-045). */
export function stopJob(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	const fact = recorder.tell('job.state', 'C-045', cause, 'jobs', job.slot, 0, 'Off');
	audit(host, job, recorder, 'Disable/pause provisioning configuration', '', fact);
	recorder.put('jobs', job.slot, { ...job, schedule: 'Disabled', offBy: 'person', nextAt: null, cause: fact });
}

/** Restarts with a reset scope: at once when idle (C-372), after the running cycle otherwise (C-371). */
export function restartJob(host: Host, job: JobRow, recorder: Recorder, scope: string, cause: Seq): void {
	const fact = recorder.tell('job.state', 'C-360', cause, 'jobs', job.slot, 2, `Restart: ${scope}`);
	audit(host, job, recorder, 'Enable/restart provisioning configuration', scope, fact);
	const on = switchedOn(host, job, recorder, fact);
	if (job.cycle !== null) recorder.put('jobs', job.slot, { ...on, pendingReset: joined(job, scope) });
	else if (forcesBeforeReset(host, job, scope))
		recorder.put('jobs', job.slot, {
			...on,
			forceDeletes: true,
			nextAt: host.now,
			pendingReset: scope.replace('ForceDeletes', 'None')
		});
	else applyReset(host, on, recorder, scope, fact);
}

/** C-373: a job that was off is started by this too, and a start lifts its quarantine (C-052, C-355). */
function switchedOn(host: Host, job: JobRow, recorder: Recorder, cause: Seq): JobRow {
	const on = job.schedule === 'Active' ? job : lift(host, job, recorder, cause);
	return { ...on, schedule: 'Active', offBy: null, cause };
}

/** C-371: what was asked for while the cycle runs is applied after it, all of it. */
function joined({ pendingReset }: JobRow, scope: string): string {
	return pendingReset === null ? scope : `${pendingReset}, ${scope}`;
}

/** C-369: what was held back needs the links, so that it is carried out before they go. */
function forcesBeforeReset(host: Host, job: JobRow, scope: string): boolean {
	if (!/Full|ConnectorDataStore/.test(scope) || !scope.includes('ForceDeletes')) return false;
	return host.removalsOf(job.slot).some(({ held }) => held);
}

/** C-054: links, watermark, escrows and quarantine go for good, and nothing is sent. */
export function deleteJob(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	const fact = recorder.tell('job.state', 'C-054', cause, 'jobs', job.slot, 6, 'Deleted');
	audit(host, job, recorder, 'Delete provisioning configuration', '', fact);
	for (const escrow of host.escrowsOf(job.slot)) recorder.put('escrows', escrow.slot, null);
	for (const row of host.removalsOf(job.slot)) recorder.put('removals', row.slot, null);
	dropLinks(host, job, recorder);
	recorder.put('jobs', job.slot, null);
}

/** C-258: carries out what the guard held back. */
export function allowDeletes(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	const fact = recorder.tell('job.state', 'C-258', cause, 'jobs', job.slot, 3, 'ForceDeletes');
	audit(host, job, recorder, 'Enable/restart provisioning configuration', 'ForceDeletes', fact);
	const on = switchedOn(host, job, recorder, fact);
	// A cycle that runs may have held them back already (C-371).
	if (job.cycle !== null) recorder.put('jobs', job.slot, { ...on, pendingReset: joined(job, 'ForceDeletes') });
	else recorder.put('jobs', job.slot, { ...on, forceDeletes: true, nextAt: host.now });
}

/** Why a job cannot be put into quarantine by hand now: a cycle that runs would lift it at its end. */
export function quarantineRefusal(host: Host, job: JobRow): string | null {
	if (!host.tenant.era.quarantine) return 'Quarantine: the chosen generation of the service does not have it.';
	if (job.quarantine) return 'Quarantine: the job is in quarantine already.';
	if (job.schedule !== 'Active') return 'Quarantine: the job is not running.';
	return job.cycle === null ? null : 'Quarantine: a cycle is running; wait until it has ended.';
}

/** C-338: what Microsoft can do by hand. It goes on as every quarantine does: the next retry may lift it. */
export function quarantineJob(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	const after = impose(host, job, recorder, 'QuarantinedOnDemand', null, cause, 'C-338');
	recorder.put('jobs', job.slot, { ...after, nextAt: nextMoment(host, after, host.now) });
}

/** Saved mappings or scoping filters: the next cycle is an initial one; links stay (C-381 to C-386). */
export function mappingsSaved(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	const fact = recorder.tell('job.state', 'C-381', cause, 'jobs', job.slot, 4, 'Mappings or scope saved');
	audit(host, job, recorder, 'Update attribute mappings or scope', '', fact);
	if (job.cycle !== null) {
		recorder.put('jobs', job.slot, { ...host.job(job.slot), pendingReset: joined(job, portalRestart), cause: fact });
		return;
	}
	// C-386: a job that is off keeps the reset for its next start.
	applyReset(host, host.job(job.slot), recorder, portalRestart, fact);
}

/** Credentials, mail, threshold, scope mode: no cycle begins (C-387, C-388). */
export function settingsSaved(host: Host, job: JobRow, recorder: Recorder, what: string, cause: Seq): void {
	const fact = recorder.tell('job.state', 'C-388', cause, 'jobs', job.slot, 5, what);
	audit(host, job, recorder, 'Update provisioning setting or credentials', what, fact);
}
