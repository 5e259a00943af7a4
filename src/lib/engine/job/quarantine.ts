import type { Ms } from '../base';
import type { EraProfile } from '../eras';
import type { Quarantine, QuarantineReason } from './records';

const hour = 3_600_000;
const day = 24 * hour;
/** C-353: four weeks after the first failure the job is switched off. */
export const quarantineLifeMs = 28 * day;

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

/**
 * C-344: 6, 12 and 24 hours after the first failure, then every 24; C-016: earlier eras begin with the interval, and
 * double the wait after each retry that fails, up to a day.
 */
function nextAttempt(era: EraProfile, seriesBegan: Ms, retries: number, now: Ms, intervalMs: Ms): Ms {
	if (!era.retryHours) return now + Math.min(intervalMs * 2 ** retries, day);
	const listed = era.retryHours.length;
	const hours = era.retryHours[retries] ?? 24 * (retries - listed + 2);
	const planned = seriesBegan + hours * hour;
	return planned > now ? planned : now + day;
}

/** C-341, C-342: imposing it again keeps the series; lifting it ends the series. */
export function imposed(
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

/** The moment at which a quarantine that nobody lifts switches the job off. */
export function switchOffAt(quarantine: Quarantine): Ms {
	return quarantine.seriesBegan + quarantineLifeMs;
}
