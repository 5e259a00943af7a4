import { replay } from '../recording';
import { blankWorld, type World } from '../world';

/**
 * The same session in a world of its own, up to where this one stands. Records are frozen, so both share them: what
 * happens in one is never seen in the other, and whole cycles can be tried in it while the open session goes on.
 */
export function copyOf(world: World): World {
	const { ledger } = world.sim;
	const { facts, tape, texts, rules } = ledger;
	const { seq, op } = ledger.now;
	const copy = blankWorld(world.options);
	const piece = {
		firstBoundary: 1,
		boundaries: ledger.boundaries.slice(1, ledger.here + 1),
		facts: facts.block(0, seq),
		table: tape.table.slice(0, op),
		slot: tape.slot.slice(0, op),
		seq: tape.seq.slice(0, op),
		after: tape.after.slice(0, op),
		texts: texts.since(1),
		rules: rules.since(1)
	};
	replay(copy, [piece]);
	return copy;
}
