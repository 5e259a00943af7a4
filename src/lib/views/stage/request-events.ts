import * as z from 'zod/mini';
import { firstAppLane } from '../folds/stage';
import type { TimelineEvents } from '../timeline/types';
import { defineView, slot } from '../view';
import { subjectsOf } from './events';
import { packMark } from './marks';
import { Requests } from './requests';

const args = z.object({
	from: z.number(),
	to: z.number(),
	/** Only those about this person. */
	person: z.optional(slot),
	by: z._default(z.enum(['system', 'job', 'people']), 'system'),
	/** Those who have a lane, where lanes are people. */
	people: z._default(z.array(slot).check(z.maxLength(20)), [])
});

export interface RequestEvents {
	readonly events: TimelineEvents;
	/** "GET, 200", in the same order. */
	readonly words: readonly string[];
}

/** So many fit into a window in which single requests can be told apart. */
const most = 400;

/** The requests of a short span, for who has zoomed in as far as to them. */
export const requestEvents = defineView(args, (world, { from, to, person, by, people }): RequestEvents => {
	const { facts } = world.sim.ledger;
	const requests = new Requests(world);
	const ofPeople = person === undefined && by === 'people';
	const whose = new Map<number, number>();
	const asked = person === undefined ? people : [person];
	asked.forEach((user, place) => subjectsOf(world, user).forEach((subject) => whose.set(subject, place)));
	const isAny = person === undefined && !ofPeople;
	const found = requests.between(from, to, most, (seq) => isAny || whose.has(facts.subject[seq]!));
	const laneOf = (seq: number) => {
		if (ofPeople) return whose.get(facts.subject[seq]!)! + 1;
		return by === 'job' ? firstAppLane + requests.app(seq) : requests.lane(seq);
	};
	const marks = found.map((seq) => packMark('request', requests.outcome(seq)));
	return {
		events: {
			n: found.length,
			at: Float64Array.from(found, (seq) => facts.at[seq]!),
			lane: Uint16Array.from(found, laneOf),
			mark: Uint8Array.from(marks, (mark) => mark & 31),
			outcome: Uint8Array.from(marks, (mark) => mark >>> 5),
			seq: Uint32Array.from(found),
			subject: Uint32Array.from(found, (seq) => facts.subject[seq]!)
		},
		words: found.map((seq) => requests.words(seq))
	};
});
