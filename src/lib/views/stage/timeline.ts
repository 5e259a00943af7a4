import * as z from 'zod/mini';
import type { World } from '#lib/world';
import { firstAppLane, laneOfApp, stageFactsOf, type StageFacts } from '../folds/stage';
import { reachOf } from '../timeline/columns';
import type { TimelineCycle, TimelineData } from '../timeline/types';
import { defineView, slot } from '../view';
import { cycleBars } from './cycles';
import { eventsOf, jobEvents, peopleEvents } from './events';
import { jobLanes, peopleLanes, systemLanes } from './lanes';
import { spansOf } from './spans';

const args = z.object({
	/** Only what was told since an answer: its `until` and its `mark`. Where they do not fit any more, all of it comes. */
	since: z._default(slot, 0),
	mark: z.optional(z.number()),
	/** A user: their own lanes, one for each system. */
	person: z.optional(slot),
	/** A lane for each system, for each job, or for each of some people. */
	by: z._default(z.enum(['system', 'job', 'people']), 'system'),
	people: z._default(z.array(slot).check(z.maxLength(20)), []),
	/** Also what came later than the moment that is shown. */
	later: z._default(z.boolean(), false)
});

export interface Timeline extends TimelineData {
	/** A page lets them grow. */
	cycles: TimelineCycle[];
	reach: number[];
	/** The facts that this answer covers. */
	readonly since: number;
	readonly until: number;
	/** Of the boundary at `until`: no other one has it, here or on another branch. */
	readonly mark: number;
}

/** What the timeline draws: lanes, events as columns, cycles, what lasts, and the words of the commands. */
export const timeline = defineView(args, (world, asked): Timeline => {
	if (!asked.later || world.live) return told(world, asked);
	const end = { index: world.sim.ledger.boundaries.length - 1 };
	return world.at(end, () => world.showing(Infinity, () => told(world, asked)));
});

function told(world: World, { since: asked, mark: known, person, by, people }: z.output<typeof args>): Timeline {
	const facts = stageFactsOf(world.sim);
	const { seq: until, mark } = world.checkpoint();
	// A command is shown for what it brought about, also later: of people, everything comes every time.
	const isWhole = person !== undefined || by === 'people';
	const fits = !isWhole && asked <= until && (known === undefined || isOn(world, asked, known));
	const since = fits ? asked : 0;
	const all = eventsOf(facts, since, until);
	const more = { since, until, mark, labels: labelsOf(facts, since, until) };
	if (person === undefined && by === 'people') {
		const events = peopleEvents(world, all, people, (_, index) => index + 1);
		return { ...peopleLanes(world, people, until), events, cycles: [], reach: [], quarantines: [], ...more };
	}
	if (person === undefined && by === 'job')
		return {
			...jobLanes(world),
			events: jobEvents(world, all),
			...cyclesOn(world, since, ownLane),
			quarantines: spansOf(world, facts, until, ownLane),
			...more
		};
	return {
		...systemLanes(world, facts, until, person),
		events: person === undefined ? all : peopleEvents(world, all, [person], (at) => all.lane[at]!),
		...cyclesOn(world, since, laneOfApp),
		quarantines: spansOf(world, facts, until, laneOfApp),
		...more
	};
}

function cyclesOn(...asked: Parameters<typeof cycleBars>): Pick<Timeline, 'cycles' | 'reach'> {
	const cycles = cycleBars(...asked);
	return { cycles, reach: reachOf(cycles) };
}

const ownLane = (app: number) => firstAppLane + app;

function labelsOf(facts: StageFacts, since: number, until: number): TimelineData['labels'] {
	return facts.labels.filter(({ seq }) => seq >= since && seq < until);
}

/** Whether a boundary of this branch has this place and this mark, at or before the moment that is shown. */
function isOn({ sim: { ledger } }: World, seq: number, mark: number): boolean {
	let low = 0;
	let high = ledger.here;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ledger.boundaries[middle]!.seq < seq) low = middle + 1;
		else high = middle;
	}
	for (let at = low; at <= ledger.here && ledger.boundaries[at]!.seq === seq; at++)
		if (ledger.boundaries[at]!.mark === mark) return true;
	return false;
}
