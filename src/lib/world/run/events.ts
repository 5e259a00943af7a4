import type { Ms } from '#lib/engine/base';
import { connecting, discovering, running } from '../parts';
import type { Simulation } from '../simulation';
import type { Direct, Event } from './event';

interface Due {
	readonly at: Ms;
	/** 0 timers, 1 starting cycles, 2 running cycles. */
	readonly rank: number;
	/** Whoever answers at once may say so: then hardly anything has to be yielded. */
	readonly run: (direct?: Direct) => Event;
}

function sooner(a: Due | null, b: Due): Due {
	if (!a || b.at < a.at || (b.at === a.at && b.rank < a.rank)) return b;
	return a;
}

/** What happens next: the earliest; at one instant time-driven events, then starting cycles, then units; ties by slot. */
export function nextEvent(sim: Simulation): Due | null {
	const { tables } = sim;
	let next: Due | null = null;
	const timer = tables.timerIndex.first;
	if (timer) next = { at: timer.due, rank: 0, run: () => running.here.fireTimer(sim, timer) };
	const { rows: jobs } = tables.jobs;
	for (let at = 0; at < jobs.length; at++) {
		const job = jobs[at];
		if (!job || job.nextAt === null || job.cycle !== null) continue;
		const { slot, nextAt } = job;
		if (next && next.at < nextAt) continue;
		next = sooner(next, { at: nextAt, rank: 1, run: () => running.here.startCycle(sim, slot) });
	}
	const connect = tables.connect.get(0);
	if (connect && connect.nextAt !== null && !(next && next.at < connect.nextAt))
		next = sooner(next, { at: connect.nextAt, rank: 1, run: () => connecting.here.startRun(sim) });
	const run = connect && connect.run !== null ? tables.connectRuns.get(connect.run)! : null;
	if (run && !(next && next.at < run.due))
		next = sooner(next, { at: run.due, rank: 2, run: () => connecting.here.continueRun(sim) });
	for (const slot of tables.runningCycles.get(0)) {
		const cycle = tables.cycles.get(slot)!;
		if (next && next.at < cycle.due) continue;
		next = sooner(next, { at: cycle.due, rank: 2, run: (direct) => running.here.advanceCycle(sim, cycle, direct) });
	}
	for (const slot of tables.runningDiscoveries.get(0)) {
		const row = tables.discoveries.get(slot)!;
		if (next && next.at < row.due) continue;
		next = sooner(next, { at: row.due, rank: 2, run: () => discovering.here.goOn(sim, row) });
	}
	return next;
}
