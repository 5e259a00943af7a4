/** Actions of a log row as we keep them; the portal shows enable as Update (C-521) and staged as StagedDelete. */
export const rowActions = ['create', 'update', 'enable', 'disable', 'delete', 'staged', 'other'] as const;
export type RowAction = (typeof rowActions)[number];

/** C-483. */
export const rowStatuses = ['success', 'failure', 'skipped', 'warning'] as const;
export type RowStatus = (typeof rowStatuses)[number];

export interface RowKind {
	readonly action: RowAction;
	readonly status: RowStatus;
}

/** The guards of a row's fact: what the log's default filter needs (C-523). */
export const rowAssigned = 1;
export const rowLinked = 2;

/** One number for the fact's detail: three bits of action, two of status, the rest is the number of the code's text. */
export function packRow(row: RowKind, code: number): number {
	return rowActions.indexOf(row.action) | (rowStatuses.indexOf(row.status) << 3) | (code << 5);
}

export function unpackRow(detail: number): RowKind & { readonly code: number } {
	return { action: rowActions[detail & 7]!, status: rowStatuses[(detail >>> 3) & 3]!, code: detail >>> 5 };
}
