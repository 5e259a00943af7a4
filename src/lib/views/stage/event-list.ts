import * as z from 'zod/mini';
import { tableNames } from '#lib/engine/base';
import type { World } from '#lib/world';
import { historyOf, isNamed } from '../folds/history';
import { stageFactsOf, type StageFacts } from '../folds/stage';
import { MARK_NAMES, OUTCOMES, type MarkName, type Outcome } from '../timeline/types';
import { defineView, window, type Page } from '../view';
import { sentenceOf } from '../why/sentences';
import { systemLanes } from './lanes';
import { Requests } from './requests';
import { NEAR } from './with-requests';

const args = z.object({
	/** Only what happened on this lane. */
	lane: z.optional(z.string().check(z.maxLength(100))),
	mark: z.optional(z.enum(MARK_NAMES)),
	since: z.optional(z.number()),
	until: z.optional(z.number()),
	descending: z._default(z.boolean(), true),
	...window
});

/** One event of the timeline, as a row of a table. */
export interface EventRow {
	readonly seq: number;
	readonly at: number;
	readonly lane: string;
	/** The person, the group, what somebody did, or what happened to a job. */
	readonly what: string;
	readonly mark: MarkName;
	/** What was asked and answered: "GET, 200". */
	readonly request?: string;
	readonly outcome: Outcome;
	readonly rule: string;
}

export interface EventList extends Page<EventRow> {
	readonly lanes: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What the timeline draws, as a table: for whoever does not see it, or wants to read it. As there, single requests stand
 * among the events of a short range; whoever asks for requests gets those of any.
 */
export const eventList = defineView(args, (world, asked): EventList => {
	const facts = stageFactsOf(world.sim);
	const requests = new Requests(world);
	const { seq: until } = world.checkpoint();
	const { lanes, order } = systemLanes(world, facts, until, undefined);
	const wanted = asked.lane === undefined ? -1 : lanes.findIndex(({ id }) => id === asked.lane);
	const onLane = (lane: number) => asked.lane === undefined || lane === wanted;
	const mark = asked.mark === undefined ? -1 : MARK_NAMES.indexOf(asked.mark);
	const { since = -Infinity, until: to = Infinity } = asked;
	const n = facts.before(until);
	const found: number[] = [];
	for (let at = 0; at < n; at++) {
		if (!onLane(facts.lane[at]!)) continue;
		if (mark >= 0 && (facts.mark[at]! & 31) !== mark) continue;
		if (facts.at[at]! < since || facts.at[at]! > to) continue;
		found.push(facts.seq[at]!);
	}
	const isNear = asked.mark === 'request' || (mark < 0 && to - since <= NEAR);
	const sent = isNear ? requests.between(since, to, Infinity, () => true) : [];
	for (const seq of sent) if (onLane(requests.lane(seq))) found.push(seq);
	if (sent.length > 0) found.sort((a, b) => a - b);
	if (asked.descending) found.reverse();
	return {
		rows: found.slice(asked.from, asked.from + asked.count).map((seq) => rowOf(world, facts, requests, seq, lanes)),
		from: asked.from,
		total: found.length,
		of: n + sent.length,
		lanes: order.map((lane) => ({ id: lanes[lane]!.id, name: lanes[lane]!.name }))
	};
});

function rowOf(
	world: World,
	events: StageFacts,
	requests: Requests,
	seq: number,
	lanes: readonly { name: string }[]
): EventRow {
	const { facts, rules, texts } = world.sim.ledger;
	const subject = facts.subject[seq]!;
	const table = tableNames[subject >>> 24]!;
	const told = { seq, at: facts.at[seq]!, rule: rules.text(facts.rule[seq]!) };
	const named = isNamed(table) ? historyOf(world.sim).name(table, subject & 0xffffff, seq) : '';
	if (requests.isOne(seq)) {
		const lane = lanes[requests.lane(seq)]?.name ?? '';
		const outcome = requests.outcome(seq);
		return { ...told, lane, what: named || lane, mark: 'request', request: requests.words(seq), outcome };
	}
	const at = events.before(seq);
	const mark = MARK_NAMES[events.mark[at]! & 31]!;
	const lane = lanes[events.lane[at]!]?.name ?? '';
	const happened = () => sentenceOf(world, facts.fact(seq)).replace(/\.$/, '');
	const what = mark === 'command' ? texts.text(facts.detail[seq]!) : named || happened();
	return { ...told, lane, what, mark, outcome: OUTCOMES[events.mark[at]! >>> 5]! };
}
