import type { FactKind, Row, Rule, Seq, Slot, TableName } from './base';

/** The world's write path as the job logic sees it; units hand their writes back instead. */
export interface Recorder {
	tell(
		kind: FactKind,
		rule: Rule,
		cause: Seq,
		table: TableName,
		slot: Slot,
		guards?: number,
		detail?: number | string
	): Seq;
	/** Writes a row; `NEW` takes the table's next slot. Returns the slot. */
	put<R extends Row>(table: TableName, slot: Slot, row: R | null): Slot;
	text(text: string): number;
}
