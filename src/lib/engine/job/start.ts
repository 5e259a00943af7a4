import type { Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { audit } from './audit';
import { health } from './late';
import type { JobRow } from './records';

/** Switches the job on: it goes on from the saved point, at once (C-043, C-044, C-048, C-049, C-052, C-053). */
export function startJob(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	if (job.schedule === 'Active' && !job.quarantine) return;
	const fact = recorder.tell('job.state', 'C-048', cause, 'jobs', job.slot, 1, 'Active');
	audit(host, job, recorder, 'Enable/start provisioning configuration', '', fact);
	const lifted = job.quarantine ? health.here.lift(host, job, recorder, fact) : job;
	recorder.put('jobs', job.slot, {
		...lifted,
		schedule: 'Active',
		offBy: null,
		nextAt: job.cycle === null ? host.now : null,
		cause: fact
	});
}
