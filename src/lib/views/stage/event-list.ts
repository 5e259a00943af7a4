import * as z from 'zod/mini';
import { tableNames } from '#lib/engine/base';
import type { World } from '#lib/world';
import { historyOf, isNamed } from '../folds/history';
import { stageFactsOf, type StageFacts } from '../folds/stage';
import { MARK_NAMES, OUTCOMES, type MarkName, type Outcome } from '../timeline/types';
import { defineView, window, type Page } from '../view';
import { systemLanes } from './lanes';

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
	/** The person, the group, or what somebody did. */
	readonly what: string;
	readonly mark: MarkName;
	readonly outcome: Outcome;
	readonly rule: string;
}

export interface EventList extends Page<EventRow> {
	readonly lanes: readonly { readonly id: string; readonly name: string }[];
}

/** What the timeline draws, as a table: for whoever does not see it, or wants to read it. */
export const eventList = defineView(args, (world, asked): EventList => {
	const facts = stageFactsOf(world.sim);
	const { seq: until } = world.checkpoint();
	const { lanes, order } = systemLanes(world, facts, until, undefined);
	const wanted = asked.lane === undefined ? -1 : lanes.findIndex(({ id }) => id === asked.lane);
	const mark = asked.mark === undefined ? -1 : MARK_NAMES.indexOf(asked.mark);
	const n = facts.before(until);
	const found: number[] = [];
	for (let at = 0; at < n; at++) {
		if (asked.lane !== undefined && facts.lane[at] !== wanted) continue;
		if (mark >= 0 && (facts.mark[at]! & 31) !== mark) continue;
		if (facts.at[at]! < (asked.since ?? -Infinity) || facts.at[at]! > (asked.until ?? Infinity)) continue;
		found.push(at);
	}
	if (asked.descending) found.reverse();
	return {
		rows: found.slice(asked.from, asked.from + asked.count).map((at) => rowOf(world, facts, at, lanes)),
		from: asked.from,
		total: found.length,
		of: n,
		lanes: order.map((lane) => ({ id: lanes[lane]!.id, name: lanes[lane]!.name }))
	};
});

function rowOf(world: World, facts: StageFacts, at: number, lanes: readonly { name: string }[]): EventRow {
	const { facts: columns, rules, texts } = world.sim.ledger;
	const seq = facts.seq[at]!;
	const mark = MARK_NAMES[facts.mark[at]! & 31]!;
	const table = tableNames[facts.subject[at]! >>> 24]!;
	const lane = lanes[facts.lane[at]!]?.name ?? '';
	const named = isNamed(table) ? historyOf(world.sim).name(table, facts.subject[at]! & 0xffffff, seq) : '';
	return {
		seq,
		at: facts.at[at]!,
		lane,
		what: mark === 'command' ? texts.text(columns.detail[seq]!) : named || lane,
		mark,
		outcome: OUTCOMES[facts.mark[at]! >>> 5]!,
		rule: rules.text(columns.rule[seq]!)
	};
}
