import { z } from 'zod';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { packSubject } from '#lib/world/core/facts';
import { historyOf } from '../folds/history';
import { entraLane, firstAppLane, laneOfApp, stageFactsOf, type StageFacts } from '../folds/stage';
import { minuteWords, weekday } from '../timeline/words';
import type { TimelineData, TimelineEvents, TimelineLane } from '../timeline/types';
import { identityOf } from '../person/identity';
import { defineView, slot } from '../view';
import { cycleBars } from './cycles';

const args = z.object({
	/** Only what was told since an answer: its `until` and its `chain`. Where they do not fit any more, all of it comes. */
	since: slot.default(0),
	chain: z.number().optional(),
	/** A user: their own lanes, one for each system. */
	person: slot.optional()
});

export interface Timeline extends TimelineData {
	/** The lanes in the order in which they are drawn: numbers of `lanes`. */
	readonly order: readonly number[];
	/** The facts that this answer covers. */
	readonly since: number;
	readonly until: number;
	/** What the branch looked like at `until`. */
	readonly chain: number;
}

/** What the timeline draws: lanes by system, events as columns, cycles, quarantines and the words of the commands. */
export const timeline = defineView(args, (world, { since: asked, chain: known, person }): Timeline => {
	const facts = stageFactsOf(world.sim);
	const { seq: until, chain } = world.checkpoint();
	const since = known === undefined || isOn(world, asked, known) ? Math.min(asked, until) : 0;
	const subjects = person === undefined ? null : subjectsOf(world, person);
	const events = subjects === null ? eventsOf(facts, since, until) : personEvents(world, facts, subjects, since, until);
	const { lanes, order } = lanesOf(world, facts, until, person);
	return {
		lanes,
		order,
		events,
		cycles: cycleBars(world, since),
		quarantines: quarantinesOf(world, facts, until),
		labels: facts.labels.filter(({ seq }) => seq >= since && seq < until),
		since,
		until,
		chain
	};
});

/** Whether a boundary of this branch has this place and this chain, at or before the moment that is shown. */
function isOn({ sim: { ledger } }: World, seq: number, chain: number): boolean {
	let low = 0;
	let high = ledger.here;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ledger.boundaries[middle]!.seq < seq) low = middle + 1;
		else high = middle;
	}
	for (let at = low; at <= ledger.here && ledger.boundaries[at]!.seq === seq; at++)
		if (ledger.boundaries[at]!.chain === chain) return true;
	return false;
}

function eventsOf(facts: StageFacts, since: number, until: number): TimelineEvents {
	const from = facts.before(since);
	const to = facts.before(until);
	const mark = facts.mark.slice(from, to);
	const outcome = new Uint8Array(to - from);
	for (let at = 0; at < mark.length; at++) {
		outcome[at] = mark[at]! >>> 5;
		mark[at] = mark[at]! & 31;
	}
	return {
		n: to - from,
		at: facts.at.slice(from, to),
		lane: facts.lane.slice(from, to),
		mark,
		outcome,
		seq: facts.seq.slice(from, to),
		subject: facts.subject.slice(from, to)
	};
}

/** The person in every system: worker, account of Active Directory, user. */
function subjectsOf(world: World, user: number): ReadonlySet<number> {
	const { adUsers, workers } = identityOf(world, user);
	const subjects = new Set([packSubject('users', user)]);
	if (adUsers !== null) subjects.add(packSubject('adUsers', adUsers));
	if (workers !== null) subjects.add(packSubject('workers', workers));
	return subjects;
}

/** The events about one person, and the commands that brought them about. */
function personEvents(
	world: World,
	facts: StageFacts,
	wanted: ReadonlySet<number>,
	since: number,
	until: number
): TimelineEvents {
	const { cause, subject: subjects } = world.sim.ledger.facts;
	const commands = new Set<number>();
	const all = eventsOf(facts, since, until);
	for (let at = 0; at < all.n; at++) if (wanted.has(subjects[all.seq[at]!]!)) commands.add(cause[all.seq[at]!]!);
	const keep: number[] = [];
	for (let at = 0; at < all.n; at++) if (wanted.has(all.subject[at]!) || commands.has(all.seq[at]!)) keep.push(at);
	return {
		n: keep.length,
		at: Float64Array.from(keep, (at) => all.at[at]!),
		lane: Uint16Array.from(keep, (at) => all.lane[at]!),
		mark: Uint8Array.from(keep, (at) => all.mark[at]!),
		outcome: Uint8Array.from(keep, (at) => all.outcome[at]!),
		seq: Uint32Array.from(keep, (at) => all.seq[at]!),
		subject: Uint32Array.from(keep, (at) => all.subject[at]!)
	};
}

const fixed: readonly TimelineLane[] = [
	{ id: 'you', name: 'You', kind: 'you' },
	{ id: 'hr', name: 'HR', kind: 'hr' },
	{ id: 'ad', name: 'Active Directory', kind: 'ad' },
	{ id: 'connect', name: 'Connect sync', kind: 'connect' },
	{ id: 'entra', name: 'Entra ID', kind: 'entra' }
];

/** Cause to effect from top to bottom; applications in the order of their last activity. */
function lanesOf(world: World, facts: StageFacts, until: number, person: number | undefined) {
	const history = historyOf(world.sim);
	const apps = [...world.tables.apps.all()].filter(({ kind }) => templateOf(kind) === undefined);
	const last = new Float64Array(firstAppLane + (apps.at(-1)?.slot ?? -1) + 1).fill(-1);
	for (let at = facts.before(until) - 1, missing = apps.length; at >= 0 && missing > 0; at--) {
		const lane = facts.lane[at]!;
		if (lane < firstAppLane || last[lane]! >= 0) continue;
		last[lane] = at;
		missing--;
	}
	const who = person === undefined ? '' : history.name('users', person, until);
	const lanes: TimelineLane[] = fixed.map((lane) =>
		who && lane.kind === 'entra' ? { ...lane, name: `${who} in Entra ID`, kind: 'person' } : lane
	);
	const { hr: system } = world.sim.host.tenantRow;
	if (system !== 'none') lanes[1] = { ...lanes[1]!, name: system === 'workday' ? 'Workday' : 'SuccessFactors' };
	for (const { slot, key, name } of apps) lanes[firstAppLane + slot] = { id: key, name, kind: who ? 'person' : 'app' };
	const appLanes = apps.map(({ slot }) => firstAppLane + slot).sort((a, b) => last[b]! - last[a]! || a - b);
	const { hr, preset } = world.sim.host.tenantRow;
	const systems = [0, ...(hr === 'none' ? [] : [1]), ...(preset === 'cloud-only' ? [] : [2, 3]), entraLane];
	return { lanes, order: [...systems, ...appLanes] };
}

function quarantinesOf(world: World, facts: StageFacts, until: number): TimelineData['quarantines'] {
	return facts.quarantines
		.filter(({ seq }) => seq < until)
		.map(({ app, seq, from, end }) => {
			const to = end && end.seq < until ? end.at : null;
			const job = world.tables.jobs.get(world.tables.jobsByApp.first(app) ?? -1);
			const next = to === null ? job?.quarantine?.nextAttempt : undefined;
			const words = next === undefined ? 'Quarantine' : `Quarantine, next try ${weekday(next)} ${minuteWords(next)}`;
			return { lane: laneOfApp(app, world.tables.apps.get(app)?.kind ?? ''), from, to, words, seq };
		});
}
