import type { FactBlock, FactColumns } from './facts';
import type { Checkpoint, Ledger } from './ledger';
import { Cutter, type Columns, type Rest } from './rest';
import type { Tape, TapeTail } from './tape';

/** What lay behind a boundary when a branch was left. */
export interface Tail {
	readonly tape: Rest<TapeTail>;
	readonly facts: Rest<FactBlock>;
	readonly boundaries: readonly Checkpoint[];
}

class TapeColumns implements Columns<TapeTail> {
	constructor(readonly tape: Tape) {}

	copy(from: number, to: number): TapeTail {
		const { table, slot, seq, before, after } = this.tape;
		return {
			table: table.slice(from, to),
			slot: slot.slice(from, to),
			seq: seq.slice(from, to),
			before: before.slice(from, to),
			after: after.slice(from, to)
		};
	}

	lay(piece: TapeTail, at: number): void {
		const { tape } = this;
		const { length } = piece.after;
		tape.room(at + length);
		tape.table.set(piece.table, at);
		tape.slot.set(piece.slot, at);
		tape.seq.set(piece.seq, at);
		for (let index = 0; index < length; index++) {
			tape.before[at + index] = piece.before[index];
			tape.after[at + index] = piece.after[index]!;
		}
	}
}

export function tapeCutter(tape: Tape): Cutter<TapeTail> {
	return (tape.cutter ??= new Cutter(tape, new TapeColumns(tape)));
}

function factCutter(facts: FactColumns): Cutter<FactBlock> {
	return (facts.cutter ??= new Cutter(facts, { copy: facts.block.bind(facts), lay: facts.lay.bind(facts) }));
}

/** Cuts off what lies behind the present boundary. */
export function cut(ledger: Ledger): Tail {
	const { tape, facts } = ledger;
	const { seq } = ledger.now;
	const tail = {
		facts: factCutter(facts).cut(seq, facts.n),
		tape: tapeCutter(tape).cut(tape.cursor, tape.n),
		boundaries: ledger.boundaries.splice(ledger.here + 1)
	};
	tape.trim();
	facts.n = seq;
	return tail;
}

/** Puts a tail back behind the end, not yet played. */
export function append({ tape, facts, boundaries }: Ledger, tail: Tail): void {
	tapeCutter(tape).append(tail.tape, tape.n);
	tape.n += tail.tape.count;
	factCutter(facts).append(tail.facts, facts.n);
	facts.n += tail.facts.count;
	for (const point of tail.boundaries) boundaries.push(point);
}

/** Repeats the first boundaries of a tail that was cut off here, without playing them, if they still lie there. */
export function repeat(ledger: Ledger, tail: Tail, count: number): void {
	const { tape, facts, boundaries, now } = ledger;
	const end = tail.boundaries[count - 1];
	if (!end || !factCutter(facts).shows(tail.facts, now.seq) || !tapeCutter(tape).shows(tail.tape, now.op)) return;
	tape.n = end.op;
	facts.n = end.seq;
	for (const point of tail.boundaries.slice(0, count)) boundaries.push(point);
	ledger.seek(boundaries.length - 1);
}

/** A tail that nobody will put back. */
export function drop({ tape, facts }: Ledger, tail: Tail): void {
	tapeCutter(tape).drop(tail.tape);
	factCutter(facts).drop(tail.facts);
}
