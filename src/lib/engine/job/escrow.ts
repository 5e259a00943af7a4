import type { Ms, Seq } from '../base';
import { NEW, type Write } from '../unit';
import type { PrincipalKind } from '../source';
import type { EscrowRow, JobRow } from './records';

const day = 24 * 3_600_000;
/** C-307. */
export const escrowLifeMs = 28 * day;

/** C-306: the n-th retry comes interval * 2^(n-1) after the attempt before it, at most a day later. */
export function nextRetry(attempts: number, lastAt: Ms, intervalMs: Ms): Ms {
	return lastAt + Math.min(intervalMs * 2 ** (attempts - 1), day);
}

export interface Failure {
	readonly code: string;
	readonly reason: string;
}

/** C-028: one escrow an object; a further failure of it counts as another attempt. Attempts are counted from the cycle's start. */
export function escrowed(
	job: JobRow,
	kind: PrincipalKind,
	source: number,
	before: EscrowRow | null,
	failure: Failure,
	cycleStart: Ms,
	cause: Seq,
	reference = false
): Write {
	const attempts = (before?.attempts ?? 0) + 1;
	const slot = before?.slot ?? NEW;
	const row: EscrowRow = {
		slot,
		job: job.slot,
		kind,
		source,
		code: failure.code,
		reason: failure.reason,
		firstAt: before?.firstAt ?? cycleStart,
		lastAt: cycleStart,
		attempts,
		dueAt: nextRetry(attempts, cycleStart, job.intervalMs),
		cause,
		...(reference && { reference })
	};
	return { table: 'escrows', slot, row };
}

/** C-307: four weeks after its first failure an object is not retried any more. */
export function isSpent(escrow: EscrowRow, now: Ms): boolean {
	return now - escrow.firstAt >= escrowLifeMs;
}
