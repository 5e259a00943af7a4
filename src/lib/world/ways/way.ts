import { tableNames, type Row, type Seq, type Slot, type TableName } from '#lib/engine/base';
import type { Branches } from '../branches';
import type { FactBlock } from '../core/facts';
import type { Checkpoint, Ledger } from '../core/ledger';
import type { TapeTail } from '../core/tape';

/** A piece of a branch where it is kept: on the ledger, or in the tail of a branch that was left. */
interface Stretch {
	readonly tape: TapeTail;
	readonly facts: FactBlock;
	readonly points: readonly Checkpoint[];
	/** The place on the way of the first change and the first fact that are kept there. */
	readonly op: number;
	readonly seq: Seq;
	/** How far the way follows it. */
	readonly end: Checkpoint;
}

/** A change of a row, with the fact that was to be told next when it was written. */
export interface Change {
	readonly op: number;
	readonly seq: Seq;
	readonly slot: Slot;
	readonly before: Row | null | undefined;
	readonly after: Row | null;
}

/**
 * A branch as it reads from its beginning, wherever its pieces are kept. Nothing is moved to read it: two branches can be
 * held side by side without going to either.
 */
export class Way {
	constructor(readonly stretches: readonly Stretch[]) {}

	get end(): Checkpoint {
		return this.stretches.at(-1)!.end;
	}

	/** The last boundary whose time is not after `at`. */
	pointAt(at: number): Checkpoint {
		for (const { points, end } of this.stretches.toReversed()) {
			if (end.at <= at) return end;
			const found = lastWhere(points, (point) => point.at <= at && point.op <= end.op && point.seq <= end.seq);
			if (found >= 0) return points[found]!;
		}
		return this.stretches[0]!.points[0]!;
	}

	/** The boundary of the event that wrote a change. */
	pointOf(op: number): { readonly before: Checkpoint; readonly after: Checkpoint } {
		const { points, end } = this.#stretch(op);
		const at = Math.max(
			0,
			lastWhere(points, (point) => point.op <= op)
		);
		const after = points[at + 1];
		return { before: points[at]!, after: after && after.op <= end.op ? after : end };
	}

	/** Calls back for the changes of some tables between two places, in their order: nothing is made for those that pass. */
	each(
		wanted: ReadonlySet<TableName>,
		from: number,
		to: number,
		take: (table: number, tape: TapeTail, index: number, op: number) => void
	): void {
		const tables = Uint8Array.from(tableNames, (name) => (wanted.has(name) ? 1 : 0));
		for (const { tape, op, end } of this.stretches) {
			const last = Math.min(to, end.op) - op;
			for (let index = Math.max(from - op, 0); index < last; index++)
				if (tables[tape.table[index]!]) take(tape.table[index]!, tape, index, op + index);
		}
	}

	/** The changes of some tables between two places, in their order. */
	changes(wanted: ReadonlySet<TableName>, from: number, to: number): (Change & { table: TableName })[] {
		const found: (Change & { table: TableName })[] = [];
		this.each(wanted, from, to, (table, tape, index, op) =>
			found.push({
				table: tableNames[table]!,
				op,
				seq: tape.seq[index]!,
				slot: tape.slot[index]!,
				before: tape.before[index],
				after: tape.after[index]!
			})
		);
		return found;
	}

	/** The columns in which a fact is kept, and its place there. */
	fact(seq: Seq): { readonly facts: FactBlock; readonly at: number } | null {
		const stretch = this.stretches.findLast((one) => seq >= one.seq);
		return stretch && seq < stretch.end.seq ? { facts: stretch.facts, at: seq - stretch.seq } : null;
	}

	#stretch(op: number): Stretch {
		return this.stretches.findLast((one) => op >= one.op) ?? this.stretches[0]!;
	}
}

/** The place of the last one that holds; -1: none does. */
function lastWhere(points: readonly Checkpoint[], holds: (point: Checkpoint) => boolean): number {
	let low = -1;
	let high = points.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (holds(points[middle]!)) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The way of a branch; of the live one, or of a world that has only one, it is the ledger itself. */
export function wayOf(ledger: Ledger, branches?: Branches, id = branches?.live): Way {
	const parked = id === undefined ? null : branches?.list[id]?.parked;
	if (!parked) {
		const { tape, facts, boundaries } = ledger;
		return new Way([{ tape, facts, points: boundaries, op: 0, seq: 0, end: boundaries.at(-1)! }]);
	}
	const { anchor, point, tail } = parked;
	const shared = wayOf(ledger, branches, anchor).stretches.filter(({ op }, at) => at === 0 || op < point.op);
	const cut = { ...shared.at(-1)!, end: point };
	const end = tail.boundaries.at(-1) ?? point;
	const points = [point, ...tail.boundaries];
	const own = { tape: tail.tape.piece, facts: tail.facts.piece, points, op: point.op, seq: point.seq };
	return new Way([...shared.slice(0, -1), cut, { ...own, end }]);
}

/** Where two ways of one session part: the last boundary that both have. */
export function forkOf(a: Way, b: Way): Checkpoint {
	let fork = a.stretches[0]!.points[0]!;
	for (const [at, one] of a.stretches.entries()) {
		const other = b.stretches[at];
		if (!other || other.tape !== one.tape) break;
		// Time may have gone on at the fork on one of them: they part at the earlier end, whichever is asked first.
		const ahead = one.end.op - other.end.op || one.end.at - other.end.at;
		fork = ahead <= 0 ? one.end : other.end;
		if (one.end.op !== other.end.op) break;
	}
	return fork;
}
