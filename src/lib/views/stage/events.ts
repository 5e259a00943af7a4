import { factKinds } from '#lib/engine/base';
import type { World } from '#lib/world';
import { packSubject } from '#lib/world/core/facts';
import { historyOf } from '../folds/history';
import { firstAppLane, youLane, type StageFacts } from '../folds/stage';
import { identityOf } from '../person/identity';
import type { TimelineEvents } from '../timeline/types';

/** All events between two facts, on the lanes of the systems. */
export function eventsOf(facts: StageFacts, since: number, until: number): TimelineEvents {
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

const commandKind = factKinds.indexOf('command');
const rowKind = factKinds.indexOf('row');
const failKind = factKinds.indexOf('fail');

/** Only the events at these places. */
function picked(all: TimelineEvents, keep: readonly number[], lane: (at: number) => number): TimelineEvents {
	return {
		n: keep.length,
		at: Float64Array.from(keep, (at) => all.at[at]!),
		lane: Uint16Array.from(keep, lane),
		mark: Uint8Array.from(keep, (at) => all.mark[at]!),
		outcome: Uint8Array.from(keep, (at) => all.outcome[at]!),
		seq: Uint32Array.from(keep, (at) => all.seq[at]!),
		subject: Uint32Array.from(keep, (at) => all.subject[at]!)
	};
}

/** The person in every system: worker, account of Active Directory, user. */
export function subjectsOf(world: World, user: number): number[] {
	const { adUsers, workers } = identityOf(world, user);
	const subjects = [packSubject('users', user)];
	if (adUsers !== null) subjects.push(packSubject('adUsers', adUsers));
	if (workers !== null) subjects.push(packSubject('workers', workers));
	return subjects;
}

/**
 * The events about some people, and the commands that brought them about. `laneOf` gives the lane of an event, by its
 * place and the place of the person in the list.
 */
export function peopleEvents(
	world: World,
	all: TimelineEvents,
	people: readonly number[],
	laneOf: (at: number, person: number) => number
): TimelineEvents {
	const { cause, kind } = world.sim.ledger.facts;
	const whose = new Map<number, number>();
	people.forEach((user, index) => subjectsOf(world, user).forEach((subject) => whose.set(subject, index)));
	const commands = new Set<number>();
	for (let at = 0; at < all.n; at++) {
		if (!whose.has(all.subject[at]!)) continue;
		for (let seq = all.seq[at]!; seq > 0; seq = cause[seq]!) if (kind[seq] === commandKind) commands.add(seq);
	}
	const keep: number[] = [];
	for (let at = 0; at < all.n; at++) if (whose.has(all.subject[at]!) || commands.has(all.seq[at]!)) keep.push(at);
	return picked(all, keep, (at) => {
		const person = whose.get(all.subject[at]!);
		return person === undefined ? youLane : laneOf(at, person);
	});
}

/** The events of the jobs, each on its own lane, whatever system it writes to. What no job did is left to other lanes. */
export function jobEvents(world: World, all: TimelineEvents): TimelineEvents {
	const { kind, guards } = world.sim.ledger.facts;
	const history = historyOf(world.sim);
	const laneOf = (at: number): number => {
		const seq = all.seq[at]!;
		if (all.lane[at] === youLane || all.lane[at]! >= firstAppLane) return all.lane[at]!;
		const shift = kind[seq] === rowKind ? 2 : kind[seq] === failKind ? 1 : -1;
		return shift < 0 ? -1 : firstAppLane + history.appOfCycle(guards[seq]! >>> shift);
	};
	const keep: number[] = [];
	for (let at = 0; at < all.n; at++) if (laneOf(at) >= 0) keep.push(at);
	return picked(all, keep, laneOf);
}
