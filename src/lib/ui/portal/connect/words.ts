import type { ViewData } from '#lib/views';
import type { CellMark } from '../../kit';

type Run = NonNullable<ViewData<'connect'>>['runs']['rows'][number];
type Connect = NonNullable<ViewData<'connect'>>;
type Line = NonNullable<ViewData<'connectRun'>>['lines']['rows'][number];

export function kindWords({ kind }: Run): string {
	return kind === 'initial' ? 'Full' : 'Delta';
}

/** The status as Connect writes it, and the event of the Windows log with it. */
export function statusWords({ status, event, staging }: Run): string {
	if (status === null) return 'running';
	if (staging) return `${status} (staging mode)`;
	return event === null ? status : `${status} (event ${event})`;
}

/** Why a run has written nothing. */
export function nothingWords({ endedAt, staging }: Run): string {
	if (staging) return 'In staging mode a run exports nothing: what has changed in Active Directory waits.';
	if (endedAt === null) return 'The run is in progress: nothing has been exported so far.';
	return 'Nothing had changed in Active Directory: the run exported nothing.';
}

export function runMark({ status, failed }: Run): CellMark | undefined {
	if (status === null) return { mark: 'other', tone: 'accent' };
	if (status === 'success') return { mark: 'success', tone: 'success' };
	return failed > 0 ? { mark: 'failure', tone: 'failure' } : { mark: 'staged', tone: 'warn' };
}

const operations: { readonly [operation: string]: string } = {
	create: 'Created in Entra ID',
	link: 'Matched with a cloud user',
	update: 'Updated in Entra ID',
	delete: 'Deleted from Entra ID',
	staged: 'Deletion held back',
	fail: 'Error'
};

export function lineWords({ operation }: Line): string {
	return operations[operation] ?? operation;
}

export function lineMark({ operation }: Line): CellMark {
	if (operation === 'fail') return { mark: 'failure', tone: 'failure' };
	if (operation === 'staged') return { mark: 'staged', tone: 'warn' };
	if (operation === 'create' || operation === 'delete') return { mark: operation, tone: 'success' };
	return { mark: 'update', tone: 'success' };
}

/** What the documentation has an administrator do, in words of this company; an error that can have two reasons says which. */
export function mendWords(code: string, message: string): string {
	if (message.includes('blocked'))
		return 'Allow the match again under the settings of Connect, or delete the cloud user permanently.';
	return mends[code] ?? 'Look at the account in Active Directory.';
}

const mends: { readonly [code: string]: string } = {
	InvalidSoftMatch:
		'Give one of the two another user name or address, or delete the surplus account in Active Directory.',
	ExistingAdminRoleConflict:
		'Remove the administrator role from the cloud user until the two are matched, or give the account another user name and address in Active Directory.',
	AttributeValueMustBeUnique:
		'Change the value of one of the two, or switch duplicate attribute resiliency on under the settings of Connect.',
	IdentityDataValidationFailed: 'Change the user logon name of the account in Active Directory.',
	DuplicateAttribute: 'Change the value of one of the two; a value that is then free is given back within the hour.'
};

/** When what failed is looked at again (H-460, H-316). */
export function againWords({ failing, errorCount }: Connect): string {
	if (failing === 0) return 'Values put aside are tried again every hour';
	const exports = 'Failed exports are tried again in each run';
	return failing < errorCount ? `${exports}, values put aside every hour` : exports;
}
