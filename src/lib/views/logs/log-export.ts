import * as z from 'zod/mini';
import type { World } from '#lib/world';
import { explainAll } from '#lib/world/explain';
import { copying } from '#lib/world/what-if';
import { detailsOf, type GraphRow } from './log-row';
import { logQuestion, logSeqs } from './logs';

/**
 * C-477: the rows of a log as Microsoft Graph lists them, for a download: which they are is settled when it begins, and
 * they are handed on part by part. Each is explained by running its unit again. That is done in a copy that goes from one
 * to the next: the world itself would have to go all the way there and back for each part, and make its look-ups anew.
 */
export class LogExport {
	readonly #seqs: Uint32Array;
	readonly #index: number;
	readonly #mark: number;
	#copy!: World;

	constructor(
		readonly world: World,
		asked: z.input<typeof logQuestion>
	) {
		const { here, now } = world.sim.ledger;
		this.#index = here;
		this.#mark = now.mark;
		this.#seqs = logSeqs(world, z.parse(logQuestion, asked));
	}

	/** Makes the copy, in steps: the world may go on meanwhile. Before it no part is handed on. */
	*begin(): Generator<void, this, void> {
		this.#copy = yield* copying(this.world, this.#index, undefined);
		return this;
	}

	get total(): number {
		return this.#seqs.length;
	}

	part(from: number, count: number): readonly GraphRow[] {
		const { boundaries } = this.world.sim.ledger;
		if (boundaries[this.#index]?.mark !== this.#mark)
			throw new Error('The branch that was downloaded is no longer open. Open it, and download it again.');
		const seqs = [...this.#seqs.subarray(from, from + count)];
		const { ledger } = this.#copy.sim;
		ledger.seek(ledger.indexAfter(Math.max(0, ...seqs)));
		const traces = explainAll(this.#copy, seqs);
		return this.world.at({ index: this.#index }, (world) =>
			seqs.flatMap((seq) => detailsOf(world, seq, (one) => traces.get(one)!)?.graph ?? [])
		);
	}
}
