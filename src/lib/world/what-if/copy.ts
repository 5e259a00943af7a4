import { columns, type FactBlock } from '../core/facts';
import { appending } from '../recording';
import { blankWorld, type World } from '../world';

/**
 * A second world that has come as far as a boundary of this one. Rows are shared: they are frozen. In steps, each of which
 * tells `far`. What stood there at the first counts: this world may go on meanwhile.
 */
export function* copying<Far>(world: World, index: number, far: Far): Generator<Far, World, void> {
	const { boundaries, facts, tape, texts, rules } = world.sim.ledger;
	const end = boundaries[index];
	if (!end) throw new Error(`there is no boundary ${index}`);
	const copy = blankWorld(world.options);
	// As they lie there: a hundred megabytes that are copied twice are collected for seconds.
	const lying = Object.fromEntries(columns.map((name) => [name, facts[name].subarray(0, end.seq)]));
	const steps = appending(copy, {
		firstBoundary: 0,
		boundaries: boundaries.slice(0, index + 1),
		facts: { n: end.seq, ...lying } as unknown as FactBlock,
		table: tape.table.slice(0, end.op),
		slot: tape.slot.slice(0, end.op),
		seq: tape.seq.slice(0, end.op),
		after: tape.after.slice(0, end.op),
		texts: texts.since(1),
		rules: rules.since(1)
	});
	while (!steps.next().done) yield far;
	// What follows begins behind this boundary, though only the clock may have moved.
	copy.sim.ledger.pin();
	return copy;
}
