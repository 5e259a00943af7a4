import type { FactKind, Row, Rule, Seq, Slot, TableName } from '#lib/engine/base';
import type { Recorder } from '#lib/engine/recorder';
import { NEW } from '#lib/engine/unit';
import type { Ledger } from './core/ledger';

/** The write path for everything outside a unit. */
export class Writer implements Recorder {
	constructor(readonly ledger: Ledger) {}

	tell(
		kind: FactKind,
		rule: Rule,
		cause: Seq,
		table: TableName,
		slot: Slot,
		guards = 0,
		detail: number | string = 0
	): Seq {
		return this.ledger.tell(kind, rule, cause, table, slot, guards, detail);
	}

	put<R extends Row>(table: TableName, slot: Slot, row: R | null): Slot {
		const place = slot === NEW ? this.ledger.table(table).next : slot;
		this.ledger.put(table, place, row && slot === NEW ? { ...row, slot: place } : row);
		return place;
	}

	text(text: string): number {
		return this.ledger.texts.number(text);
	}
}
