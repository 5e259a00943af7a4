import { factKinds, type FactKind, type Seq } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { World } from '#lib/world';
import type { StepUnit, StopCondition } from './protocol';

const number = (kind: FactKind) => factKinds.indexOf(kind);
const row = number('row');
const cycleEnds = new Set([number('cycle.ended'), number('cycle.aborted')]);
const quarantine = number('quarantine');

/** Objects that a step by the page passes: as many as a page of the provisioning logs shows. */
export const PAGE = 50;

/** The first of the conditions that a fact fulfils. */
export function stopAt(world: World, seq: Seq, conditions: readonly StopCondition[]): StopCondition | null {
	const { facts } = world.sim.ledger;
	const kind = facts.kind[seq]!;
	for (const condition of conditions) if (holds(condition, kind, facts.detail[seq]!)) return condition;
	return null;
}

function holds(condition: StopCondition, kind: number, detail: number): boolean {
	if (condition === 'cycle') return cycleEnds.has(kind);
	if (condition === 'quarantine') return kind === quarantine;
	if (kind !== row) return false;
	const { action, status } = unpackRow(detail);
	return condition === 'failure' ? status === 'failure' : action === condition;
}

/** Whether a step of this unit ends with a fact; a day and a single fact are counted otherwise. */
export function endsStep(world: World, seq: Seq, unit: StepUnit): boolean {
	const kind = world.sim.ledger.facts.kind[seq]!;
	if (cycleEnds.has(kind)) return true;
	return unit !== 'cycle' && kind === row;
}
