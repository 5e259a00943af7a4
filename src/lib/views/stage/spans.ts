import type { World } from '#lib/world';
import { laneOfApp, type StageFacts } from '../folds/stage';
import type { TimelineQuarantine } from '../timeline/types';
import { minuteWords, weekday } from '../timeline/words';
import { outages } from './outages';

/** The lane on which a span of an application stands. */
export type LaneOf = (app: number, kind: string) => number;

/** What lasts on the timeline: quarantines, pauses of jobs, and faults of applications. */
export function spansOf(world: World, facts: StageFacts, until: number, laneOf: LaneOf): TimelineQuarantine[] {
	const lane = (app: number) => laneOf(app, world.tables.apps.get(app)?.kind ?? '');
	return [
		...outages(world, lane, laneOf === laneOfApp),
		...pauses(world, facts, until, lane),
		...quarantines(world, facts, until, lane)
	];
}

function quarantines(world: World, facts: StageFacts, until: number, lane: (app: number) => number) {
	return facts.quarantines
		.filter(({ seq }) => seq < until)
		.map(({ app, seq, from, end }): TimelineQuarantine => {
			const to = end && end.seq < until ? end.at : null;
			const job = world.tables.jobs.get(world.tables.jobsByApp.first(app) ?? -1);
			const next = to === null && job?.quarantine ? job.nextAt : null;
			const words = next === null ? 'Quarantine' : `Quarantine, next try ${weekday(next)} ${minuteWords(next)}`;
			return { lane: lane(app), from, to, words, seq };
		});
}

/** From when a job was stopped until it was started again. One that never ran is not paused. */
function pauses(world: World, facts: StageFacts, until: number, lane: (app: number) => number): TimelineQuarantine[] {
	const spans: TimelineQuarantine[] = [];
	const open = new Map<number, number>();
	const ran = new Set<number>();
	for (const { app, seq, on } of facts.states) {
		if (seq >= until) break;
		const { at } = world.sim.ledger.facts.fact(seq);
		const begun = open.get(app);
		if (on) {
			ran.add(app);
			if (begun === undefined) continue;
			spans[begun] = { ...spans[begun]!, to: at };
			open.delete(app);
		} else if (ran.has(app) && begun === undefined) {
			open.set(app, spans.length);
			spans.push({ lane: lane(app), from: at, to: null, words: 'Stopped', seq, kind: 'pause' });
		}
	}
	return spans;
}
