import * as z from 'zod/mini';
import { factKinds } from '#lib/engine/base';
import { noCycle } from '#lib/world/run/no-cycle';
import { historyOf } from '../folds/history';
import { firstAppLane, laneOfApp } from '../folds/stage';
import type { TimelineEvents } from '../timeline/types';
import { defineView, slot } from '../view';
import { subjectsOf } from './events';
import { packMark } from './marks';

const args = z.object({
	from: z.number(),
	to: z.number(),
	/** Only those about this person. */
	person: z.optional(slot),
	by: z._default(z.enum(['system', 'job']), 'system')
});

export interface RequestEvents {
	readonly events: TimelineEvents;
	/** "GET, 200", in the same order. */
	readonly words: readonly string[];
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const requestKind = factKinds.indexOf('request');
/** So many fit into a window in which single requests can be told apart. */
const most = 400;

/** The requests of a short span, for who has zoomed in as far as to them. */
export const requestEvents = defineView(args, (world, { from, to, person, by }): RequestEvents => {
	const { facts } = world.sim.ledger;
	const history = historyOf(world.sim);
	const end = world.checkpoint().seq;
	const about = person === undefined ? null : new Set(subjectsOf(world, person));
	const found: number[] = [];
	for (let seq = firstAt(facts.at, end, from); seq < end && facts.at[seq]! <= to && found.length < most; seq++)
		if (facts.kind[seq] === requestKind && (!about || about.has(facts.subject[seq]!))) found.push(seq);
	const status = (seq: number) => facts.detail[seq]! % 1000;
	const laneOf = (seq: number) => {
		const cycle = facts.guards[seq]!;
		const app = cycle === noCycle ? history.appOfDiscovery(facts.subject[seq]! & 0xffffff) : history.appOfCycle(cycle);
		return by === 'job' ? firstAppLane + app : laneOfApp(app, history.app(app)?.kind ?? '');
	};
	const marks = found.map((seq) => packMark('request', isRefused(status(seq)) ? 'failure' : 'success'));
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
		words: found.map((seq) => `${methods[Math.floor(facts.detail[seq]! / 1000)]}, ${status(seq) || 'no answer'}`)
	};
});

/** A lookup that finds nothing is no failure. */
function isRefused(status: number): boolean {
	return status === 0 || (status >= 400 && status !== 404);
}

function firstAt(at: Float64Array, end: number, time: number): number {
	let low = 0;
	let high = end;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at[middle]! < time) low = middle + 1;
		else high = middle;
	}
	return low;
}
