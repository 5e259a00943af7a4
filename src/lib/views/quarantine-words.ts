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
