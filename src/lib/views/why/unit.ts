import type { Fact, Seq } from '#lib/engine/base';
import type { World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { noCycle } from '#lib/world/run/no-cycle';

const importKind = kindOf('import');

/** The facts of the unit that told `seq`, oldest first, and the fact that opened it. */
export interface UnitFacts {
	readonly facts: readonly Fact[];
	readonly cause: Seq;
	/** The cycle; null: not known (a probe). */
	readonly cycle: number | null;
}

const unitKinds = new Set<Fact['kind']>([
	'import',
	'scope',
	'match',
	'decide',
	'request',
	'fail',
	'row',
	'reference',
	'reference.unresolved',
	'membership',
	'membership.unresolved',
	'warning'
]);

export function isUnitFact(fact: Fact): boolean {
	return unitKinds.has(fact.kind);
}

/** The slot of a fact's cycle, where its kind has room for it. */
export function cycleOfFact({ kind, guards }: Fact): number | null {
	switch (kind) {
		case 'request':
			return guards === noCycle ? null : guards;
		case 'import':
		case 'reference':
		case 'reference.unresolved':
		case 'membership.unresolved':
			return guards;
		case 'row':
			return guards >>> 2;
		case 'membership':
		case 'fail':
			return guards >>> 1;
		default:
			return null;
	}
}

/** Walks from a fact of a unit back to the unit's beginning: each fact of a unit has the one before as its cause. */
export function unitOf(world: World, seq: Seq): UnitFacts {
	const columns = world.sim.ledger.facts;
	const facts: Fact[] = [];
	let at = seq;
	let cycle: number | null = null;
	const subject = columns.subject[seq];
	for (;;) {
		const fact = columns.fact(at);
		if (!isUnitFact(fact) || columns.subject[at] !== subject) break;
		facts.unshift(fact);
		cycle ??= cycleOfFact(fact);
		at = fact.cause;
		if (columns.kind[fact.seq] === importKind) break;
	}
	return { facts, cause: at, cycle };
}
