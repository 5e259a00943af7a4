import type { ViewData } from '#lib/views';
import type { CellMark } from '../../kit';

type Run = NonNullable<ViewData<'connect'>>['runs']['rows'][number];
type Line = NonNullable<ViewData<'connectRun'>>['lines']['rows'][number];

export function kindWords({ kind }: Run): string {
	return kind === 'initial' ? 'Full' : 'Delta';
}

/** The status as Connect writes it, and the event of the Windows log with it. */
export function statusWords({ status, event }: Run): string {
	if (status === null) return 'running';
	return event === null ? status : `${status} (event ${event})`;
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
