import type { Seq } from '#lib/engine/base';
import type { TraceEntry } from '#lib/engine/trace';
import { happen } from './run/event';
import { nextEvent } from './run/events';
import { tryOut } from './try-out';
import type { World } from './world';

/**
 * The operands of the unit that told a fact: it is run again where it ran, and forgotten. Neither branches, place nor
 * fingerprint change. To be asked between two events only.
 */
export function explain(world: World, seq: Seq): readonly TraceEntry[] {
	const { sim } = world;
	const { ledger } = sim;
	const end = ledger.boundaries.at(-1)!;
	if (ledger.tape.n !== end.op) throw new Error('an event is half done: explain it afterwards');
	if (seq >= end.seq) return [];
	const told = ledger.facts.fact(seq);
	const trace: TraceEntry[] = [];
	return tryOut(ledger, ledger.indexBefore(seq), () => {
		sim.trace = (entry) => trace.push(entry);
		try {
			runOne(world);
		} finally {
			sim.trace = undefined;
		}
		// What a command told is not told by running on.
		const again = ledger.facts.n > seq ? ledger.facts.fact(seq) : null;
		const isSame = again?.kind === told.kind && again.rule === told.rule && again.cause === told.cause;
		return isSame ? trace : [];
	});
}

/**
 * The same for facts that lie near each other, by their numbers: what followed the last of them is put aside once, or each
 * would carry all of it.
 */
export function explainAll(world: World, seqs: readonly Seq[]): ReadonlyMap<Seq, readonly TraceEntry[]> {
	const { ledger } = world.sim;
	if (ledger.tape.n !== ledger.boundaries.at(-1)!.op) throw new Error('an event is half done: explain them afterwards');
	const newest = seqs.reduce((most, seq) => Math.max(most, seq), 0);
	return tryOut(ledger, ledger.indexAfter(newest), () => new Map(seqs.map((seq) => [seq, explain(world, seq)])));
}

/** One event with the direct door; its boundary is not wanted. */
function runOne({ sim, direct }: World): void {
	const next = nextEvent(sim);
	if (!next) return;
	sim.ledger.clock = Math.max(sim.ledger.clock, next.at);
	happen(next.run, direct);
}
