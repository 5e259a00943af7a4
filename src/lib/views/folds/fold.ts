import type { Checkpoint } from '#lib/world';
import type { Simulation } from '#lib/world/simulation';

/** How far something was folded: a boundary, recognised by its mark. */
interface Point {
	readonly index: number;
	readonly seq: number;
	readonly op: number;
	readonly mark: number;
}

const beginning: Point = { index: -1, seq: 0, op: 0, mark: 0 };
/** So many boundaries are folded at once: a branch that is left costs at most as many again. */
const stride = 2048;
const mostPoints = 1024;

/**
 * Something derived from the facts or the tape of the live branch. It follows the end, wherever the tables stand: a past
 * moment is a prefix of it. Another branch has other marks, so that only what both share is kept.
 */
export abstract class Fold {
	#points: Point[] = [];

	/** Takes in the facts and changes between two boundaries. */
	protected abstract take(sim: Simulation, from: Point, to: Checkpoint): void;
	/** Forgets what lies at or behind these places. */
	protected abstract rewind(seq: number, op: number): void;

	follow(sim: Simulation): this {
		const { boundaries } = sim.ledger;
		let last = this.#points.at(-1) ?? beginning;
		if (!isOn(boundaries, last)) {
			while (!isOn(boundaries, last)) {
				this.#points.pop();
				last = this.#points.at(-1) ?? beginning;
			}
			this.rewind(last.seq, last.op);
		}
		const end = boundaries.length - 1;
		while (last.index < end) {
			const index = Math.min(last.index + stride, end);
			const to = boundaries[index]!;
			if (to.seq !== last.seq || to.op !== last.op) this.take(sim, last, to);
			last = { index, seq: to.seq, op: to.op, mark: to.mark };
			this.#points.push(last);
		}
		if (this.#points.length > mostPoints) this.#points = this.#points.filter((_, at) => at % 2 === 1);
		return this;
	}
}

function isOn(boundaries: readonly Checkpoint[], { index, seq, op, mark }: Point): boolean {
	if (index < 0) return true;
	const there = boundaries[index];
	return there !== undefined && there.mark === mark && there.seq === seq && there.op === op;
}

/** One fold for each world, made when it is first asked for. */
export function foldOf<F extends Fold>(make: () => F): (sim: Simulation) => F {
	const folds = new WeakMap<Simulation, F>();
	return (sim) => {
		let fold = folds.get(sim);
		if (!fold) folds.set(sim, (fold = make()));
		return fold.follow(sim);
	};
}
