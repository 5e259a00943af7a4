import type { FactKind, Ms, Row, Rule, Seq, Slot, TableName } from '#lib/engine/base';
import { chance } from './chance';
import { FactColumns, kindOf, packSubject } from './facts';
import { hashChange, hashText, mix } from './hash';
import { Table, tableNumber } from './tables';
import { Tape } from './tape';
import { Texts } from './texts';

/** The detail of a log row holds the number of its code's text above five bits (engine/steps/log-row). */
const rowKind = kindOf('row');

/** A boundary between two events: nothing is half done there. */
export interface Checkpoint {
	readonly seq: Seq;
	readonly op: number;
	readonly at: Ms;
	/** Tells it from every other, here and on other branches; where only the clock moved it stays the same. */
	readonly mark: number;
	/** Everything up to here in one number; null: nobody has asked yet. */
	chain: number | null;
	/** When the last event happened: a command of the same millisecond would come before it in a journal. */
	readonly eventAt: Ms;
	/** Only the clock moved, and no branch hangs here: the next such boundary takes its place. */
	readonly idle: boolean;
}

let marks = 0;

/** The tables, the facts and the tape of one session: the only place where anything changes. */
export class Ledger {
	readonly texts = new Texts();
	readonly rules = new Texts();
	readonly facts = new FactColumns(this.rules);
	readonly tables: readonly Table[];
	readonly tape: Tape;
	/** Every boundary of the branch; the one at `here` is where the tables stand. */
	readonly boundaries: Checkpoint[] = [];
	here = 0;
	clock: Ms;
	/** Changes that follow from others before them: the sample company from the tenant's row. Their contents need no hash. */
	#given = { from: 0, to: 0 };

	constructor(
		readonly seed: number,
		start: Ms,
		tables: readonly Table[]
	) {
		this.clock = start;
		this.tables = tables;
		this.tape = new Tape(tables);
		const chain = mix(hashText('world'), seed);
		this.boundaries.push({ seq: 0, op: 0, at: start, mark: 0, chain, eventAt: -1, idle: false });
	}

	table<R extends Row>(name: TableName): Table<R> {
		return this.tables[tableNumber.get(name)!] as unknown as Table<R>;
	}

	/** The one write path. */
	put(name: TableName, slot: Slot, after: Row | null): void {
		this.tape.write(tableNumber.get(name)!, slot, this.facts.n, after);
	}

	/** Puts rows into the slots from this one on, which never were: what `put` does with each, a hundred thousand at a time. */
	fill(name: TableName, from: Slot, rows: readonly (Row | null)[]): void {
		this.tape.fill(tableNumber.get(name)!, from, this.facts.n, rows);
	}

	tell(
		kind: FactKind,
		rule: Rule,
		cause: Seq,
		table: TableName,
		slot: Slot,
		guards = 0,
		detail: number | string = 0
	): Seq {
		return this.note(kind, rule, cause, packSubject(table, slot), guards, detail);
	}

	/** The same about a subject in one number. */
	note(kind: FactKind, rule: Rule, cause: Seq, about: number, guards: number, detail: number | string): Seq {
		const isText = typeof detail === 'string';
		const number = isText ? this.texts.number(detail) : detail;
		return this.facts.tell(this.clock, kind, rule, cause, about, guards, number, isText);
	}

	chance(purpose: string, subject: Slot, attempt: number): number {
		return chance(this.seed, purpose, subject, attempt);
	}

	get atEnd(): boolean {
		return this.here === this.boundaries.length - 1;
	}

	get now(): Checkpoint {
		return this.boundaries[this.here]!;
	}

	/** Ends an event. */
	boundary(isEvent = false): Checkpoint {
		const last = this.boundaries[this.boundaries.length - 1]!;
		const idle = last.seq === this.facts.n && last.op === this.tape.n;
		const next: Checkpoint = {
			seq: this.facts.n,
			op: this.tape.n,
			at: this.clock,
			mark: idle ? last.mark : ++marks,
			chain: idle ? last.chain : null,
			eventAt: isEvent ? this.clock : last.eventAt,
			idle
		};
		if (idle && last.idle) this.boundaries[this.boundaries.length - 1] = next;
		else this.boundaries.push(next);
		this.here = this.boundaries.length - 1;
		return next;
	}

	/** Takes over boundaries that are known from elsewhere. */
	take(known: readonly Checkpoint[]): void {
		for (const point of known) this.boundaries.push({ ...point, mark: ++marks });
	}

	/**
	 * What was told and changed up to a boundary, mixed into one number. It follows from them, so it is computed when
	 * somebody asks: a cycle would spend a sixth of its time on it.
	 */
	chainAt(index: number): number {
		let last = this.boundaries[0]!;
		for (const point of this.boundaries.slice(1, index + 1)) {
			point.chain ??= this.#chained(last, point);
			last = point;
		}
		return last.chain!;
	}

	/** What was put since this change follows from what was put before: a hundred thousand people would take a second. */
	give(from: number): void {
		this.#given = { from, to: this.tape.n };
	}

	/** Takes back what was told and changed since the last boundary: an event that broke off, which may happen again. */
	forget(): void {
		const { op, seq, at } = this.now;
		this.tape.seek(op);
		this.tape.trim();
		this.facts.n = seq;
		this.clock = at;
	}

	/** Keeps the present boundary as it is: another branch begins here. */
	pin(): void {
		this.boundaries[this.here] = { ...this.now, idle: false };
	}

	#chained(last: Checkpoint, next: Checkpoint): number {
		const { facts, tape } = this;
		let hash = last.chain!;
		for (let seq = last.seq; seq < next.seq; seq++) {
			hash = mix(mix(mix(hash, facts.kind[seq]!), this.rules.hash(facts.rule[seq]!)), facts.subject[seq]!);
			hash = mix(mix(hash, facts.guards[seq]!), facts.cause[seq]!);
			hash = this.#detailHash(seq, hash);
			hash = mix(mix(hash, facts.at[seq]! / 2 ** 32), facts.at[seq]! % 2 ** 32);
		}
		const { from, to } = this.#given;
		for (let op = last.op; op < next.op; op++) {
			hash = mix(mix(hash, tape.table[op]!), tape.slot[op]!);
			if (op < from || op >= to) hash = hashChange(tape.before[op], tape.after[op]!, hash);
		}
		return hash;
	}

	/** Numbers of texts depend on the order in which they were met, so the text itself is mixed in. */
	#detailHash(seq: Seq, hash: number): number {
		const detail = this.facts.detail[seq]!;
		if (this.facts.isText[seq]) return mix(hash, this.texts.hash(detail));
		if (this.facts.kind[seq] !== rowKind) return mix(hash, detail);
		return mix(mix(hash, detail & 31), this.texts.hash(detail >>> 5));
	}

	/** Moves the tables and the clock to a boundary. */
	seek(index: number): void {
		const target = this.boundaries[index];
		if (!target) throw new Error(`there is no boundary ${index}`);
		this.tape.seek(target.op);
		this.clock = target.at;
		this.here = index;
	}

	/** The last boundary whose time is not after `at`. */
	indexAt(at: Ms): number {
		return this.#lastWhere((point) => point.at <= at);
	}

	/** The last boundary at which the fact `seq` has not yet been told, so that the event that tells it comes next. */
	indexBefore(seq: Seq): number {
		return this.#lastWhere((point) => point.seq <= seq);
	}

	/** The first boundary at which the fact `seq` has been told. */
	indexAfter(seq: Seq): number {
		return Math.min(this.#lastWhere((point) => point.seq <= seq) + 1, this.boundaries.length - 1);
	}

	#lastWhere(holds: (point: Checkpoint) => boolean): number {
		let low = 0;
		let high = this.boundaries.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (holds(this.boundaries[middle]!)) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}
