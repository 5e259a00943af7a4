import type { CycleKind } from '#lib/engine/job/records';
import type { RowAction, RowStatus } from '#lib/engine/steps/log-row';

/** The portal's words, letter for letter, in one place. */

/** C-481, C-520, C-521: an enable is shown as an update, a disable as itself. */
export const actionWords: { readonly [action in RowAction]: string } = {
	create: 'Create',
	update: 'Update',
	enable: 'Update',
	disable: 'Disable',
	delete: 'Delete',
	staged: 'StagedDelete',
	other: 'Other'
};

/** C-480. */
export const graphActions: { readonly [action in RowAction]: string } = {
	create: 'create',
	update: 'update',
	enable: 'update',
	disable: 'disable',
	delete: 'delete',
	staged: 'stageddelete',
	other: 'other'
};

/** C-483. */
export const statusWords: { readonly [status in RowStatus]: string } = {
	success: 'Success',
	failure: 'Failure',
	skipped: 'Skipped',
	warning: 'Warning'
};

/** C-443. */
export const cycleWords: { readonly [kind in CycleKind]: string } = {
	initial: 'Initial cycle',
	incremental: 'Incremental cycle',
	demand: 'Provision on demand'
};

export const scopeModeWords = {
	assigned: 'Sync only assigned users and groups',
	all: 'Sync all users and groups'
} as const;

/** Portal glossary 3: how a stored mapping is named in the editor. */
export const applyWords: { readonly [flow: string]: string } = {
	Always: 'Always',
	ObjectAddOnly: 'Only during creation'
};

/** The banner of the status page. */
export const quarantineBanner = 'Provisioning has been quarantined. See quarantine details for more information';

const irregular: { readonly [verb: string]: string } = {
	break: 'broke',
	give: 'gave',
	leave: 'left',
	let: 'let',
	run: 'ran',
	send: 'sent',
	set: 'set',
	stop: 'stopped',
	take: 'took',
	write: 'wrote'
};

/** A verb of our commands, as it is told of the past: "Hire" is "hired". */
export function pastVerb(verb: string): string {
	const word = verb.toLowerCase();
	return irregular[word] ?? `${word}${word.endsWith('e') ? 'd' : 'ed'}`;
}

/** What a row says happened, after "Ada Fields". */
export const rowVerbs: { readonly [action in RowAction]: { readonly done: string; readonly not: string } } = {
	create: { done: 'was created', not: 'was not created' },
	update: { done: 'was updated', not: 'was not updated' },
	enable: { done: 'was enabled', not: 'was not enabled' },
	disable: { done: 'was disabled', not: 'was not disabled' },
	delete: { done: 'was deleted', not: 'was not deleted' },
	staged: { done: 'would have been removed', not: 'would have been removed' },
	other: { done: 'was left as it is', not: 'was left as it is' }
};

/** Why a row was skipped, after "Skipped: Ada Fields". */
export const skipWords: { readonly [reason: string]: string } = {
	RedundantExport: 'already agrees in both systems',
	NotEffectivelyEntitled: 'is not effectively entitled',
	AttributeValidationFailed: 'has a mapped value that is missing or invalid',
	ImportSkipped: 'has no value for any matching attribute',
	SimCreateDisabled: 'has no account, and Create is off',
	SimUpdateDisabled: 'would have to be updated, and Update is off',
	SimDeleteDisabled: 'would have to be deleted, and Delete is off',
	SimSkipOutOfScopeDeletions: 'left the scope, and SkipOutOfScopeDeletions is on',
	SimScopingFilter: 'does not pass the scoping filter',
	SimAccountStateNotMapped: 'would have to be disabled, and no mapping carries the account state'
};
