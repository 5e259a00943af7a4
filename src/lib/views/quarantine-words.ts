import type { JobRow } from '#lib/engine/job/records';
import { momentWords } from './time';

/** When a job in quarantine is tried: by itself, or sooner where somebody started it or allowed its deletes. */
export function nextTryWords({ nextAt, cycle }: Pick<JobRow, 'nextAt' | 'cycle'>, now: number): string {
	if (nextAt !== null) return `Next try ${nextAt <= now ? 'now' : momentWords(nextAt, now)}`;
	return cycle === null ? 'No try comes while provisioning is off' : 'A try is running';
}

/** Why a job is in quarantine, after a dash. */
export const quarantineWords: { readonly [reason: string]: string } = {
	EncounteredBaseEscrowThreshold: 'too many objects failed',
	EncounteredTotalEscrowThreshold: 'too many objects and references failed',
	EncounteredEscrowProportionThreshold: 'more than 40 % of the objects failed',
	EncounteredQuarantineException: 'the credentials or the connection failed',
	QuarantinedOnDemand: 'Microsoft put it there',
	TooManyDeletes: 'more removals than the threshold allows',
	IngestionInterrupted: 'the import from the source was interrupted',
	Unknown: 'no reason is known'
};
