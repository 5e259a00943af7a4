import type { Fact, Seq } from '#lib/engine/base';
import type { TraceEntry } from '#lib/engine/trace';
import { happen } from './run/event';
import { nextEvent } from './run/events';
import { tryOut, tryOutThere } from './try-out';
import type { World } from './world';

/**
 * The operands of the unit that told a fact: it is run again where it ran, and forgotten. Neither branches, place nor
 * fingerprint change. To be asked between two events only.
 */
export function explain(world: World, seq: Seq): readonly TraceEntry[] {
	const { ledger } = world.sim;
	if (seq >= settled(world)) return [];
	const told = ledger.facts.fact(seq);
	return tryOut(ledger, ledger.indexBefore(seq), () => again(world, told));
}

/**
 * The same for facts that lie near each other, by their numbers: what followed the last of them is put aside once, or each
 * would carry all of it, and the way goes on from one to the next.
 */
export function explainAll(world: World, seqs: readonly Seq[]): ReadonlyMap<Seq, readonly TraceEntry[]> {
	const { ledger } = world.sim;
	const end = settled(world);
	const inOrder = seqs.filter((seq) => seq < end).sort((a, b) => a - b);
	const facts = inOrder.map((seq) => ledger.facts.fact(seq));
	const traces = new Map<Seq, readonly TraceEntry[]>(seqs.map((seq) => [seq, []]));
	const newest = inOrder.at(-1);
	if (newest === undefined) return traces;
	return tryOut(ledger, ledger.indexAfter(newest), () => {
		for (const fact of facts) {
			const trace = tryOutThere(ledger, ledger.indexBefore(fact.seq), () => again(world, fact));
			traces.set(fact.seq, trace);
		}
		return traces;
	});
}

/** How many facts were told; between two events only. */
function settled({ sim: { ledger } }: World): Seq {
	const { op, seq } = ledger.boundaries.at(-1)!;
	if (ledger.tape.n !== op) throw new Error('an event is half done: explain it afterwards');
	return seq;
}

/** Runs the unit that comes next, and says what it saw if it told the same fact as it did then. */
function again(world: World, told: Fact): readonly TraceEntry[] {
	const { sim } = world;
	const { facts } = sim.ledger;
	const trace: TraceEntry[] = [];
	sim.trace = (entry) => trace.push(entry);
	try {
		runOne(world);
	} finally {
		sim.trace = undefined;
	}
	// What a command told is not told by running on.
	const now = facts.n > told.seq ? facts.fact(told.seq) : null;
	const isSame = now?.kind === told.kind && now.rule === told.rule && now.cause === told.cause;
	return isSame ? trace : [];
}

/** One event with the direct door; its boundary is not wanted. */
function runOne({ sim, direct }: World): void {
	const next = nextEvent(sim);
	if (!next) return;
	sim.ledger.clock = Math.max(sim.ledger.clock, next.at);
	happen(next.run, direct);
}
