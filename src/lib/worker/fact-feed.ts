import type { World } from '#lib/world';
import { columns } from '#lib/world/core/facts';
import type { FactsPush } from './messages';

/** Sends a page the facts that it does not have, as columns that change hands. */
export class FactFeed {
	#sent = 0;
	#texts = 1;
	#rules = 1;
	/** The boundary up to which was sent: another mark there means another branch. */
	#end: { seq: number; mark: number } | null = null;

	constructor(
		readonly world: World,
		from: number
	) {
		this.#sent = from;
	}

	next(): { push: FactsPush; transfer: ArrayBuffer[] } | null {
		const { ledger } = this.world.sim;
		const end = ledger.boundaries.at(-1)!;
		const from = this.#isOurs() ? this.#sent : 0;
		if (from >= end.seq && this.#isOurs()) return null;
		const block = ledger.facts.block(from, end.seq);
		const push: FactsPush = {
			push: 'facts',
			from,
			block,
			texts: ledger.texts.since(this.#texts),
			rules: ledger.rules.since(this.#rules)
		};
		this.#sent = end.seq;
		this.#end = { seq: end.seq, mark: end.mark };
		this.#texts = ledger.texts.count;
		this.#rules = ledger.rules.count;
		return { push, transfer: columns.map((name) => block[name].buffer as ArrayBuffer) };
	}

	#isOurs(): boolean {
		if (!this.#end) return true;
		const { ledger } = this.world.sim;
		const there = ledger.boundaries[ledger.indexBefore(this.#end.seq)]!;
		return there.seq === this.#end.seq && there.mark === this.#end.mark;
	}
}
