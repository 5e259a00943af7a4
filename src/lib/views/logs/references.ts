import type { Fact, Seq } from '#lib/engine/base';
import type { Checkpoint, World } from '#lib/world';
import { kindOf, packSubject } from '#lib/world/core/facts';
import type { Simulation } from '#lib/world/simulation';
import { Fold, foldOf } from '../folds/fold';
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
/** Where facts about references and memberships stand, by whom they are about: a large company has a hundred thousand. */
class Later extends Fold {
	readonly #seqs: number[] = [];
	readonly #subjects: number[] = [];
	/** The place of the one before about the same; -1: there is none. */
	readonly #before: number[] = [];
	readonly #last = new Map<number, number>();

	protected take({ ledger: { facts } }: Simulation, from: { seq: number }, to: Checkpoint): void {
		for (let seq = from.seq; seq < to.seq; seq++) {
			if (!wanted.has(facts.kind[seq]!)) continue;
			const subject = facts.subject[seq]!;
			this.#before.push(this.#last.get(subject) ?? -1);
			this.#last.set(subject, this.#seqs.length);
			this.#seqs.push(seq);
			this.#subjects.push(subject);
		}
	}

	protected rewind(seq: number): void {
		while (this.#seqs.length > 0 && this.#seqs.at(-1)! >= seq) {
			this.#seqs.pop();
			this.#last.set(this.#subjects.pop()!, this.#before.pop()!);
		}
	}

	/** Those about one object after a fact, the newest first. */
	*after(seq: Seq, subject: number): Generator<Seq> {
		for (let at = this.#last.get(subject) ?? -1; at >= 0 && this.#seqs[at]! > seq; at = this.#before[at]!)
			yield this.#seqs[at]!;
	}
}

const laterOf = foldOf(() => new Later());

/** Facts about references and memberships of the same object that the same cycle told after its row. */
export function laterFacts(world: World, row: Fact, cycle: number): Fact[] {
	const { facts } = world.sim.ledger;
	const end = world.checkpoint().seq;
	const found: Fact[] = [];
	for (const seq of laterOf(world.sim).after(row.seq, packSubject(row.subject.table, row.subject.slot))) {
		const fact = facts.fact(seq);
		if (seq >= end || cycleOfFact(fact) !== cycle) continue;
		if (fact.kind !== 'fail' || (fact.guards & 1) === 1) found.push(fact);
	}
	return found.reverse();
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
