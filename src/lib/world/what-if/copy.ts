import { replay } from '../recording';
import { blankWorld, type World } from '../world';

/** A second world that has come as far as a boundary of this one. Rows are shared: they are frozen. */
export function copyUpTo(world: World, index: number): World {
	const { boundaries, facts, tape, texts, rules } = world.sim.ledger;
	const end = boundaries[index];
	if (!end) throw new Error(`there is no boundary ${index}`);
	const copy = blankWorld(world.options);
	replay(copy, [
		{
			firstBoundary: 0,
			boundaries: boundaries.slice(0, index + 1),
			facts: facts.block(0, end.seq),
			table: tape.table.slice(0, end.op),
			slot: tape.slot.slice(0, end.op),
			seq: tape.seq.slice(0, end.op),
			after: tape.after.slice(0, end.op),
			texts: texts.since(1),
			rules: rules.since(1)
		}
	]);
	// What follows begins behind this boundary, though only the clock may have moved.
	copy.sim.ledger.pin();
	return copy;
}
