import type { JobRow } from '#lib/engine/job/records';

/** The status codes of a synchronization job (portal glossary 4). */
export type StatusCode = 'NotConfigured' | 'NotRun' | 'Active' | 'Paused' | 'Quarantine';

/** C-354: a job that four weeks of quarantine have switched off says Paused, and keeps its quarantine. */
export function statusCode(job: JobRow | null, isConfigured = true): StatusCode {
	if (!job) return 'NotConfigured';
	if (job.quarantine && job.offBy !== 'quarantine') return 'Quarantine';
	// C-031.
	if (!isConfigured && !job.everStarted) return 'NotConfigured';
	// C-033: a job that is switched on has not run until its first cycle has completed.
	if (job.schedule === 'Active') return job.everCompleted ? 'Active' : 'NotRun';
	return job.everStarted ? 'Paused' : 'NotRun';
}

export function statusWords(job: JobRow | null): string {
	if (!job) return 'Manual';
	if (job.quarantine) return job.schedule === 'Disabled' ? 'Off, in quarantine' : 'Quarantine';
	if (job.cycle !== null) return 'Running';
	if (job.schedule === 'Active') return 'On';
	return job.schedule === 'Paused' ? 'Paused' : 'Off';
}
