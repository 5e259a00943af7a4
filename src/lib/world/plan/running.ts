import type { Ms, Slot } from '#lib/engine/base';
import type { CycleRow } from '#lib/engine/job/records';
import type { Advance, World } from '../world';

/** Work that lets others in now and then: whoever runs it goes on with it when it has time. */
export type Turns<T = void> = Generator<void, T>;

/** A cycle that has not begun by then waits for something else. */
const patience: Ms = 26 * 3_600_000;

/** Runs on with the direct door, and stops for a breath after each event. */
export function* running(world: World, how: Advance): Turns {
	const run = world.play(how, world.direct);
	while (!run.next().done) yield;
}

/** The first cycle of a job, other than on demand, that began at a moment or later and has ended. */
export function endedCycle({ tables }: World, job: Slot, from: Ms): CycleRow | null {
	const slots = tables.cyclesByJob.get(job);
	let found: CycleRow | null = null;
	for (let at = slots.length - 1; at >= 0; at--) {
		const cycle = tables.cycles.get(slots[at]!)!;
		if (cycle.startedAt < from) break;
		if (cycle.kind !== 'demand' && cycle.endedAt !== null) found = cycle;
	}
	return found;
}

/** Runs until such a cycle has ended; null: none came, because the job stands. */
export function* untilCycle(world: World, job: Slot, from: Ms): Turns<CycleRow | null> {
	const latest = Math.max(from, world.clock) + patience;
	const isBusy = () => world.sim.host.job(job).cycle !== null;
	yield* running(world, {
		until: () => endedCycle(world, job, from) !== null || (world.clock > latest && !isBusy())
	});
	return endedCycle(world, job, from);
}
