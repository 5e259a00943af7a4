import type { Ms } from '../base';
import type { Host } from '../host';
import type { JobRow, Quarantine, QuarantineReason } from './records';

/** C-353: four weeks after the first failure the job is switched off. */
export const quarantineLifeMs = 28 * 24 * 3_600_000;

export interface FailureCounts {
	readonly objects: number;
	readonly references: number;
	/** Objects linked without an escrow (C-348). */
	readonly healthy: number;
}

/** C-326 to C-329, scaled down for small directories (C-336). */
export function failureQuarantine(counts: FailureCounts, scale: number): QuarantineReason | null {
	const { objects, references, healthy } = counts;
	if (objects + references > 60_000 * scale) return 'EncounteredTotalEscrowThreshold';
	if (objects > 40_000 * scale) return 'EncounteredBaseEscrowThreshold';
	if (objects >= 5_000 * scale && objects * 10 > (objects + healthy) * 4) return 'EncounteredEscrowProportionThreshold';
	return null;
}

/** The moment at which a quarantine that nobody lifts switches the job off. */
export function switchOffAt(quarantine: Quarantine): Ms {
	return quarantine.seriesBegan + quarantineLifeMs;
}

/** The next moment at which the schedule has something to do. */
export function nextMoment(host: Host, job: JobRow, startedAt: number): number | null {
	if (job.schedule !== 'Active') return null;
	if (!job.quarantine && job.listens) return null;
	if (!job.quarantine) return Math.max(startedAt + job.intervalMs, host.now);
	const { nextAttempt } = job.quarantine;
	return host.tenant.era.switchOff ? Math.min(nextAttempt, switchOffAt(job.quarantine)) : nextAttempt;
}
