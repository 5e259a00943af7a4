import type { Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { audit } from './audit';
import type { JobRow } from './records';

/** C-360: what the portal's Restart provisioning means. */
export const portalRestart = 'QuarantineState, Watermark, Escrows';

/** C-361 to C-369. */
export function applyReset(host: Host, job: JobRow, recorder: Recorder, scope: string, cause: Seq): void {
	const parts = scope.split(',').map((part) => part.trim());
	const full = parts.includes('Full');
	const has = (part: string) => full || parts.includes(part);
	let after: JobRow = { ...job, pendingReset: null, cause };
	if (has('Escrows')) for (const escrow of host.escrowsOf(job.slot)) recorder.put('escrows', escrow.slot, null);
	if (has('ConnectorDataStore')) dropLinks(host, job, recorder);
	if (has('QuarantineState')) after = lift(host, after, recorder, cause);
	if (has('Watermark')) after = { ...after, watermark: null };
	if (parts.includes('ForceDeletes')) after = { ...after, forceDeletes: true };
	if (after.schedule === 'Active') after = { ...after, nextAt: host.now };
	recorder.put('jobs', job.slot, { ...after, escrowsPruned: has('Escrows') ? false : after.escrowsPruned });
}

/** C-345, C-352: the quarantine ends, and with it its series. */
export function lift(host: Host, job: JobRow, recorder: Recorder, cause: Seq): JobRow {
	if (!job.quarantine) return job;
	const fact = recorder.tell('quarantine.lifted', 'C-345', cause, 'jobs', job.slot, 0, job.quarantine.reason);
	audit(host, job, recorder, 'Quarantine', 'Leaving quarantine', fact);
	return { ...job, quarantine: null };
}

/** C-366, C-367, C-379: the links go, tombstones included, and the counters with them. */
export function dropLinks(host: Host, job: JobRow, recorder: Recorder): void {
	for (const link of host.everyLinkOf(job.slot)) {
		recorder.put('links', link.slot, null);
		if (link.kind === 'group')
			for (const row of host.writtenMembers(job.slot, link.source)) recorder.put('written', row.slot, null);
	}
}
