import { factKinds, type FactKind, type Seq } from '#lib/engine/base';
import type { World } from '#lib/world';
import type { StepUnit } from './protocol';

const number = (kind: FactKind) => factKinds.indexOf(kind);
/** What happened to an object, and what somebody did. */
const marks = new Set([number('row'), number('command')]);
const cycleEnds = new Set([number('cycle.ended'), number('cycle.aborted')]);

/** Objects that a step by the page passes: as many as a page of the provisioning logs shows. */
export const PAGE = 50;

/** Whether a step of this unit ends with a fact; a day and a single fact are counted otherwise. */
export function endsStep(world: World, seq: Seq, unit: StepUnit): boolean {
	const kind = world.sim.ledger.facts.kind[seq]!;
	if (cycleEnds.has(kind)) return true;
	return unit !== 'cycle' && marks.has(kind);
}

/** Whether a cycle runs, or one will start by itself: where no job is on there is none to step towards. */
export function cyclesCome({ tables }: World): boolean {
	return tables.runningCycles.get(0).length > 0 || tables.jobs.rows.some((job) => job && job.nextAt !== null);
}
