import type { Row } from '#lib/engine/base';
import { finish, STEP, type Steps } from '#lib/tenant/sample/steps';
import type { BranchMove } from './branches';
import type { FactBlock } from './core/facts';
import type { Checkpoint } from './core/ledger';
import type { World } from './world';

/** What was added at the end of the live branch since somebody last looked. */
export interface Piece {
	/** The boundaries from here on are these: the last one known may have been replaced. */
	readonly firstBoundary: number;
	readonly boundaries: readonly Checkpoint[];
	readonly facts: FactBlock;
	readonly table: Uint8Array;
	readonly slot: Uint32Array;
	readonly seq: Uint32Array;
	/** What each change made of its row. What was there before comes back by doing the changes again. */
	readonly after: readonly (Row | null)[];
	readonly texts: readonly string[];
	readonly rules: readonly string[];
}

export type Entry = Piece | BranchMove;

/** Follows a world and hands out what is new, in the order in which it happened. */
export class Recording {
	#entries: Entry[] = [];
	#facts = 0;
	#ops = 0;
	#boundaries = 1;
	#last: Checkpoint | undefined;
	#texts = 1;
	#rules = 1;

	/** `stored`: the last boundary that is known elsewhere, with all before it; without it, nothing is. */
	constructor(
		readonly world: World,
		stored?: Checkpoint
	) {
		const { boundaries, texts, rules } = world.sim.ledger;
		this.#last = boundaries[0];
		if (stored) {
			this.#mark();
			this.#last = stored;
			this.#texts = texts.count;
			this.#rules = rules.count;
		}
		world.branches.watcher = {
			before: () => this.#collect(),
			after: (move) => {
				this.#entries.push(move);
				this.#mark();
			}
		};
	}

	take(): Entry[] {
		this.#collect();
		const entries = this.#entries;
		this.#entries = [];
		return entries;
	}

	/** Up to the last boundary: a unit may be waiting for its answer, and what it told so far is not settled. */
	#mark(): void {
		const { boundaries } = this.world.sim.ledger;
		this.#boundaries = boundaries.length;
		const last = boundaries[boundaries.length - 1]!;
		this.#last = last;
		this.#facts = last.seq;
		this.#ops = last.op;
	}

	#collect(): void {
		const { facts, tape, boundaries, texts, rules } = this.world.sim.ledger;
		const replaced = boundaries[this.#boundaries - 1] !== this.#last;
		const firstBoundary = this.#boundaries - (replaced ? 1 : 0);
		if (firstBoundary >= boundaries.length) return;
		const end = boundaries[boundaries.length - 1]!;
		this.#entries.push({
			firstBoundary,
			boundaries: boundaries.slice(firstBoundary),
			facts: facts.block(this.#facts, end.seq),
			table: tape.table.slice(this.#ops, end.op),
			slot: tape.slot.slice(this.#ops, end.op),
			seq: tape.seq.slice(this.#ops, end.op),
			after: tape.after.slice(this.#ops, end.op),
			texts: texts.since(this.#texts),
			rules: rules.since(this.#rules)
		});
		this.#mark();
		// Texts outlive every branch, so their mark moves only when they are handed out.
		this.#texts = texts.count;
		this.#rules = rules.count;
	}
}

/** Does again what a recording told of. The world stands at its end. */
export function replay(world: World, entries: Iterable<Entry>): void {
	for (const entry of entries) {
		if ('move' in entry) world.branches.repeat(entry);
		else finish(appending(world, entry));
	}
}

/** The same of one piece, in steps: its facts are taken over in the first. */
export function* appending({ sim: { ledger } }: World, piece: Piece): Steps<void> {
	for (const text of piece.texts) ledger.texts.number(text);
	for (const rule of piece.rules) ledger.rules.number(rule);
	ledger.boundaries.splice(piece.firstBoundary);
	ledger.facts.appendBlock(piece.facts);
	for (let i = 0; i < piece.after.length; i++) {
		ledger.tape.write(piece.table[i]!, piece.slot[i]!, piece.seq[i]!, piece.after[i]!);
		if (i % STEP === 0) yield i;
	}
	for (let i = 0; i < piece.boundaries.length; i += STEP) {
		ledger.take(piece.boundaries.slice(i, i + STEP));
		yield i;
	}
	ledger.seek(ledger.boundaries.length - 1);
}
