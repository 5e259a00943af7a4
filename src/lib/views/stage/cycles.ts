import type { CycleRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import { historyOf } from '../folds/history';
import { connectLane, laneOfApp } from '../folds/stage';
import type { TimelineCycle } from '../timeline/types';

/** Where a job's cycles stand: on the lane of the system that it writes to, or on one of its own. */
type LaneOf = (app: number, kind: string) => number;

/** The bars of ended cycles never change: each is made once. */
const endedBars = new WeakMap<CycleRow, TimelineCycle>();

/** Every cycle that began or still ran at a fact, and for each job the one that is planned next. */
export function cycleBars(world: World, since: number, laneOf: LaneOf): TimelineCycle[] {
	const { tables } = world;
	const bars: TimelineCycle[] = [];
	const numbers = new Map<number, number>();
	const { at } = world.sim.ledger.facts;
	// What ended before the first new fact is known to have ended.
	const ended = !since ? -Infinity : since < world.checkpoint().seq ? at[since]! : Infinity;
	// One on demand ends without a fact of its own: that is known once something came after it.
	const demandEnded = since ? at[since - 1]! : -Infinity;
	for (const cycle of tables.cycles.all()) {
		const number = (numbers.get(cycle.job) ?? 0) + (cycle.kind === 'demand' ? 0 : 1);
		numbers.set(cycle.job, number);
		if (cycle.endedAt !== null && cycle.endedAt < (cycle.kind === 'demand' ? demandEnded : ended)) continue;
		bars.push(barOf(world, cycle, number, laneOf));
	}
	if (laneOf === laneOfApp) bars.push(...connectBars(world, ended));
	for (const job of tables.jobs.all()) {
		if (job.nextAt === null) continue;
		bars.push({
			lane: laneOfJob(world, job.slot, laneOf),
			from: job.nextAt,
			to: null,
			kind: job.watermark === null ? 'initial' : 'incremental',
			state: 'planned',
			seq: 0,
			name: `cycle ${(numbers.get(job.slot) ?? 0) + 1}`
		});
	}
	return bars.sort((a, b) => a.from - b.from || a.seq - b.seq);
}

/** Cycles outlast their job (C-054). */
function laneOfJob({ sim, tables }: World, job: number, laneOf: LaneOf): number {
	const app = historyOf(sim).appOfJob(job);
	return laneOf(app, tables.apps.get(app)!.kind);
}

function barOf(world: World, cycle: CycleRow, number: number, laneOf: LaneOf): TimelineCycle {
	const lane = laneOfJob(world, cycle.job, laneOf);
	let bar = endedBars.get(cycle);
	if (bar?.lane === lane) return bar;
	bar = {
		lane,
		from: cycle.startedAt,
		to: cycle.endedAt,
		kind: cycle.kind,
		state: cycle.endedAt === null ? 'running' : 'done',
		seq: cycle.fact,
		name: cycle.kind === 'demand' ? 'on demand' : `cycle ${number}`
	};
	if (cycle.endedAt !== null) endedBars.set(cycle, bar);
	return bar;
}

/** The runs of Connect sync: full ones count as initial (H-301, H-303). */
function connectBars({ tables }: World, since: number): TimelineCycle[] {
	const kinds = { initial: 'initial', delta: 'incremental' } as const;
	const bars: TimelineCycle[] = [];
	for (const { kind, startedAt, endedAt, fact } of tables.connectRuns.all()) {
		if (endedAt !== null && endedAt < since) continue;
		const state = endedAt === null ? 'running' : 'done';
		bars.push({ lane: connectLane, from: startedAt, to: endedAt, kind: kinds[kind], state, seq: fact });
	}
	const next = tables.connect.get(0);
	if (next && next.nextAt !== null)
		bars.push({ lane: connectLane, from: next.nextAt, to: null, kind: kinds[next.nextKind], state: 'planned', seq: 0 });
	return bars;
}
