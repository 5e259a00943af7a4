import type { RowAction, RowStatus } from '#lib/engine/steps/log-row';
import type { MarkName, Outcome } from './timeline/types';

export const statusOutcomes: { readonly [status in RowStatus]: Outcome } = {
	success: 'success',
	failure: 'failure',
	skipped: 'skipped',
	warning: 'warning'
};

/** The mark of a row: a failure is a triangle whatever the action, a skip a dot. */
export function rowMark(action: RowAction, status: RowStatus): MarkName {
	if (status === 'failure') return 'failure';
	if (action === 'staged') return 'staged';
	return status === 'skipped' ? 'skip' : action;
}

export function rowOutcome(action: RowAction, status: RowStatus): Outcome {
	return action === 'staged' ? 'warning' : statusOutcomes[status];
}
