import type { GuardName } from '#lib/engine/steps/guards';

/** Each guard in words: as it was, after "Ada Fields". */
export const guardWords: { readonly [guard in GuardName]: { readonly yes: string; readonly no: string } } = {
	linked: { yes: 'is linked to an account', no: 'is not linked to an account' },
	managed: { yes: 'is managed by the service', no: 'was released by an earlier disable' },
	hardDeleted: { yes: 'is deleted permanently', no: 'still exists in the directory' },
	softDeleted: { yes: 'is in the recycle bin', no: 'is not in the recycle bin' },
	active: { yes: 'is active in the source system', no: 'is blocked in the source system' },
	entitled: { yes: 'is assigned with a role', no: 'is not assigned' },
	filter: { yes: 'passes the scoping filter', no: 'does not pass the scoping filter' },
	createOn: { yes: 'may be created: Create is on', no: 'may not be created: Create is off' },
	updateOn: { yes: 'may be updated: Update is on', no: 'may not be updated: Update is off' },
	deleteOn: { yes: 'may be deleted: Delete is on', no: 'may not be deleted: Delete is off' },
	skipFlag: { yes: 'is kept by SkipOutOfScopeDeletions', no: 'is not kept by SkipOutOfScopeDeletions' },
	stateMapped: { yes: 'has a mapped account state', no: 'has no mapped account state' },
	noDisable: { yes: 'cannot be disabled in this application', no: 'can be disabled in this application' },
	invalid: { yes: 'has a value that the connector refuses', no: 'has no value that the connector refuses' },
	staged: { yes: 'is held back by the deletion threshold', no: 'is not held back by the deletion threshold' },
	hit: { yes: 'matches an account', no: 'matches no account' },
	manyHits: { yes: 'matches several accounts', no: 'does not match several accounts' },
	differs: { yes: 'differs from the account', no: 'agrees with the account' },
	reactivates: { yes: 'has an inactive account that has to be active', no: 'has no inactive account to activate' },
	inactive: { yes: 'has an inactive account', no: 'has an active account' },
	noDelete: { yes: 'is in an application that never deletes', no: 'is in an application that can delete' }
};

export function guardPhrase(guard: GuardName, holds: boolean): string {
	return guardWords[guard][holds ? 'yes' : 'no'];
}
