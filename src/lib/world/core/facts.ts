import { factKinds, tableNames, type Fact, type FactKind, type Ms, type Rule, type Seq } from '#lib/engine/base';
import { grown } from './grow';
import type { Cutter, Place } from './rest';
import type { Texts } from './texts';

const kindNumber = new Map<FactKind, number>(factKinds.map((kind, number) => [kind, number]));
const tableNumber = new Map<string, number>(tableNames.map((name, number) => [name, number]));

/** A subject in one number: 8 bits of table, 24 bits of slot. */
export function packSubject(table: (typeof tableNames)[number], slot: number): number {
	return ((tableNumber.get(table)! << 24) | slot) >>> 0;
}

export function unpackSubject(subject: number): Fact['subject'] {
	return { table: tableNames[subject >>> 24]!, slot: subject & 0xffffff };
}

export function kindOf(kind: FactKind): number {
	return kindNumber.get(kind)!;
}

/** One block of facts as columns, as it is kept, sealed and sent to the page. */
export interface FactBlock {
	readonly n: number;
	readonly at: Float64Array;
	readonly kind: Uint8Array;
	readonly rule: Uint16Array;
	readonly cause: Uint32Array;
	readonly subject: Uint32Array;
	readonly guards: Uint32Array;
	readonly detail: Uint32Array;
	/** 1 where the detail is the number of a text. */
	readonly isText: Uint8Array;
}

export const columns = ['at', 'kind', 'rule', 'cause', 'subject', 'guards', 'detail', 'isText'] as const;

/** All facts of the present branch: 28 bytes each. */
export class FactColumns implements FactBlock, Place<FactBlock> {
	n = 0;
	at = new Float64Array(1024);
	kind = new Uint8Array(1024);
	rule = new Uint16Array(1024);
	cause = new Uint32Array(1024);
	subject = new Uint32Array(1024);
	guards = new Uint32Array(1024);
	detail = new Uint32Array(1024);
	isText = new Uint8Array(1024);
	guard = Infinity;
	cutter: Cutter<FactBlock> | null = null;

	constructor(readonly rules: Texts) {}

	tell(
		at: Ms,
		kind: FactKind,
		rule: Rule,
		cause: Seq,
		subject: number,
		guards: number,
		detail: number,
		isText: boolean
	): Seq {
		const seq = this.n;
		if (seq >= this.guard) this.cutter!.clear(seq + 1);
		if (seq === this.at.length) this.#room(seq + 1);
		this.at[seq] = at;
		this.kind[seq] = kindNumber.get(kind)!;
		this.rule[seq] = this.rules.number(rule);
		this.cause[seq] = cause;
		this.subject[seq] = subject;
		this.guards[seq] = guards;
		this.detail[seq] = detail;
		this.isText[seq] = isText ? 1 : 0;
		this.n = seq + 1;
		return seq;
	}

	fact(seq: Seq): Fact {
		return {
			seq,
			at: this.at[seq]!,
			kind: factKinds[this.kind[seq]!]!,
			rule: this.rules.text(this.rule[seq]!) as Rule,
			cause: this.cause[seq]!,
			subject: unpackSubject(this.subject[seq]!),
			guards: this.guards[seq]!,
			detail: this.detail[seq]!
		};
	}

	/** A copy of the facts from `from` on, each column its own buffer. */
	block(from: Seq, to: Seq = this.n): FactBlock {
		const copies = columns.map((name) => [name, this[name].slice(from, to)]);
		return { n: to - from, ...(Object.fromEntries(copies) as Omit<FactBlock, 'n'>) };
	}

	appendBlock(block: FactBlock): void {
		this.cutter?.clear(this.n + block.n);
		this.lay(block, this.n);
		this.n += block.n;
	}

	lay(block: FactBlock, at: Seq): void {
		this.#room(at + block.n);
		for (const name of columns) this[name].set(block[name], at);
	}

	#room(needed: number): void {
		const all: Record<string, Uint8Array> = this as never;
		for (const name of columns) all[name] = grown(all[name]!, needed);
	}
}
