import type { Fact } from '#lib/engine/base';
import type { World } from '#lib/world';
import { kindOf, packSubject } from '#lib/world/core/facts';
import { sentenceOf } from '../why/sentences';
import { cycleOfFact } from '../why/unit';
import type { Step } from './steps';

const wanted = new Set([
	kindOf('reference'),
	kindOf('reference.unresolved'),
	kindOf('membership'),
	kindOf('membership.unresolved'),
	kindOf('fail')
]);
const endings = new Set([kindOf('cycle.ended'), kindOf('cycle.aborted')]);

/** Facts about references and memberships of the same object that the same cycle told after its row. */
export function laterFacts(world: World, row: Fact, cycle: number): Fact[] {
	const { facts } = world.sim.ledger;
	const job = world.tables.cycles.get(cycle)?.job ?? -1;
	const subject = packSubject(row.subject.table, row.subject.slot);
	const jobSubject = job < 0 ? -1 : packSubject('jobs', job);
	const found: Fact[] = [];
	const end = world.checkpoint().seq;
	for (let seq = row.seq + 1; seq < end; seq++) {
		if (facts.subject[seq] === jobSubject && endings.has(facts.kind[seq]!)) break;
		if (facts.subject[seq] !== subject || !wanted.has(facts.kind[seq]!)) continue;
		const fact = facts.fact(seq);
		if (cycleOfFact(fact) !== cycle) continue;
		if (fact.kind !== 'fail' || (fact.guards & 1) === 1) found.push(fact);
	}
	return found;
}

/** C-495: one further step for what became of references. */
export function referenceStep(world: World, facts: readonly Fact[], cycle: number): Step | null {
	if (facts.length === 0) return null;
	const failed = facts.some(({ kind }) => kind === 'fail');
	const unresolved = facts.some(({ kind }) => kind.endsWith('.unresolved'));
	return {
		name: 'EntryReferenceResolution',
		provisioningStepType: 'referenceResolution',
		status: failed ? 'failure' : unresolved ? 'warning' : 'success',
		description: sentenceOf(world, facts[0]!, cycle).replace(
			/\.$/,
			facts.length > 1 ? ` and ${facts.length - 1} more` : ''
		),
		details: {
			...Object.fromEntries(facts.slice(0, 50).map((fact, at) => [String(at + 1), sentenceOf(world, fact, cycle)])),
			...(unresolved && { SkipReason: 'UnableToResolveReferenceAttributeValue' })
		}
	};
}
