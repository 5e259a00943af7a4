import * as z from 'zod/mini';
import type { Fact, Seq } from '#lib/engine/base';
import { decide } from '#lib/engine/steps/decide';
import { guardsSet } from '#lib/engine/steps/guards';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { World } from '#lib/world';
import { historyOf } from '../folds/history';
import { isAssumed } from '#lib/engine/assumed';
import { momentWords } from '../time';
import { spanWords } from '../timeline/words';
import type { MarkName } from '../timeline/types';
import { defineView, slot } from '../view';
import { rowMark } from '../row-marks';
import { notHappened, type Alternative } from './alternatives';
import { guardPhrase } from './guards';
import { sentenceOf, subjectName } from './sentences';
import { isUnitFact, unitOf } from './unit';

export interface WhyLink {
	readonly seq: Seq;
	readonly kind: Fact['kind'];
	/** 'dot' for what is no event of its own: a decision, a step on the way. */
	readonly mark: MarkName | 'dot';
	readonly sentence: string;
	readonly at: number;
	/** "09:41:07", with the day when it is not the last link's. */
	readonly time: string;
	/** What was seen, in words. */
	readonly operands: string;
	readonly rule: string;
	/** The documentation is silent here: we chose. */
	readonly simulated: boolean;
	/** A step that the short form of the chain leaves out. */
	readonly minor: boolean;
}

export interface Why {
	readonly seq: Seq;
	/** "Ada Fields was disabled in Slack." */
	readonly headline: string;
	readonly at: number;
	readonly time: string;
	/** How long after the change that started it: "36 min after the change". */
	readonly delay: string;
	readonly chain: readonly WhyLink[];
	readonly notHappened: readonly Alternative[];
	/** Where the operands can be asked for. */
	readonly hasRequests: boolean;
}

const minorKinds = new Set<Fact['kind']>(['import', 'match', 'request', 'audit']);

/** The chain of causes of any fact, oldest first, and what did not happen instead. */
export const why = defineView(z.object({ seq: slot }), (world, { seq }): Why | null => {
	if (seq >= world.checkpoint().seq) return null;
	const facts = chainOf(world, seq);
	const fact = facts.at(-1)!;
	const cycle = unitOf(world, seq).cycle;
	const decision = facts.findLast(({ kind }) => kind === 'decide');
	const unit = new Set(unitOf(world, seq).facts.map((one) => one.seq));
	const change = facts.find(({ kind }) => kind === 'source.changed') ?? facts[0]!;
	return {
		seq,
		headline: sentenceOf(world, fact, cycle),
		at: fact.at,
		time: momentWords(fact.at, world.clock),
		delay:
			fact.at > change.at
				? `${spanWords(fact.at - change.at)} after the ${change.kind === 'command' ? 'command' : 'change'}`
				: '',
		chain: facts.map((one) => linkOf(world, one, cycle, fact.at, isUnitFact(one) && !unit.has(one.seq))),
		notHappened: decision ? notHappened(subjectName(world, decision), decision.guards, decide(decision.guards)) : [],
		hasRequests: facts.some(({ kind }) => kind === 'request')
	};
});

/** From the beginning to the fact; the start of the cycle stands where the unit began. */
export function chainOf(world: World, seq: Seq): Fact[] {
	const columns = world.sim.ledger.facts;
	const facts: Fact[] = [];
	const unit = unitOf(world, seq);
	facts.push(...unit.facts);
	let at = unit.facts.length > 0 ? unit.cause : seq;
	const began = unit.cycle === null ? null : (historyOf(world.sim).cycle(unit.cycle)?.fact ?? null);
	if (unit.facts.length > 0 && began !== null && at !== began) facts.unshift(columns.fact(began));
	for (;;) {
		const fact = columns.fact(at);
		// The beginning of the world says nothing where a person's command is the first cause.
		if (fact.kind !== 'world.began' || facts.length === 0) facts.unshift(fact);
		if (at === 0 || fact.cause >= at || fact.kind === 'command') break;
		at = fact.cause;
	}
	// The start of a cycle may be the cause of a removal that it put aside first.
	return facts.sort((a, b) => a.seq - b.seq).filter(({ seq: one }, place) => one !== facts[place - 1]?.seq);
}

/** A removal is looked at twice: the first unit puts it aside, so that its steps are only a repetition (C-255). */
function linkOf(world: World, fact: Fact, cycle: number | null, today: number, isEarlier: boolean): WhyLink {
	return {
		seq: fact.seq,
		kind: fact.kind,
		mark: markOf(fact),
		sentence: sentenceOf(world, fact, cycle),
		at: fact.at,
		time: momentWords(fact.at, today),
		operands: operandsOf(fact),
		rule: fact.rule,
		simulated: fact.kind !== 'command' && isAssumed(fact.rule),
		minor: isEarlier || minorKinds.has(fact.kind)
	};
}

function markOf({ kind, detail }: Fact): WhyLink['mark'] {
	switch (kind) {
		case 'command':
			return 'command';
		case 'row': {
			const { action, status } = unpackRow(detail);
			return rowMark(action, status);
		}
		case 'source.changed':
		case 'account.changed':
		case 'membership':
		case 'reference':
			return 'update';
		case 'fail':
		case 'cycle.aborted':
		case 'quarantine':
			return 'failure';
		default:
			return 'dot';
	}
}

function operandsOf({ kind, guards }: Fact): string {
	if (kind !== 'decide') return '';
	const seen = guardsSet(guards).filter((name) => !quiet.has(name));
	return seen.map((name) => guardPhrase(name, true)).join(', ');
}

/** True of nearly everybody: named only where it decides something. */
const quiet = new Set(['createOn', 'updateOn', 'deleteOn', 'stateMapped']);
