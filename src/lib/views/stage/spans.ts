import type { Fault } from '#lib/apps';
import type { World } from '#lib/world';
import type { StageFacts } from '../folds/stage';
import type { TimelineQuarantine } from '../timeline/types';
import { minuteWords, weekday } from '../timeline/words';

/** The lane on which a span of an application stands. */
export type LaneOf = (app: number, kind: string) => number;

/** What lasts on the timeline: quarantines, pauses of jobs, and faults of applications. */
export function spansOf(world: World, facts: StageFacts, until: number, laneOf: LaneOf): TimelineQuarantine[] {
	const lane = (app: number) => laneOf(app, world.tables.apps.get(app)?.kind ?? '');
	return [...outages(world, lane), ...pauses(world, facts, until, lane), ...quarantines(world, facts, until, lane)];
}

function quarantines(world: World, facts: StageFacts, until: number, lane: (app: number) => number) {
	return facts.quarantines
		.filter(({ seq }) => seq < until)
		.map(({ app, seq, from, end }): TimelineQuarantine => {
			const to = end && end.seq < until ? end.at : null;
			const job = world.tables.jobs.get(world.tables.jobsByApp.first(app) ?? -1);
			const next = to === null ? job?.quarantine?.nextAttempt : undefined;
			const words = next === undefined ? 'Quarantine' : `Quarantine, next try ${weekday(next)} ${minuteWords(next)}`;
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

/** From when somebody let something go wrong in an application until it was put right, or as long as the fault says. */
function outages({ tables }: World, lane: (app: number) => number): TimelineQuarantine[] {
	const spans: TimelineQuarantine[] = [];
	const open = new Map<number, number>();
	for (const { verb, args, at, fact } of tables.commands.all()) {
		if (verb !== 'app.set') continue;
		const { app: key, settings } = args as unknown as { app: string; settings: { faults?: readonly Fault[] } };
		const app = tables.appsByKey.first(key);
		if (settings.faults === undefined || app === undefined) continue;
		const begun = open.get(app);
		if (begun !== undefined) spans[begun] = { ...spans[begun]!, to: Math.min(spans[begun]!.to ?? at, at) };
		open.delete(app);
		if (settings.faults.length === 0) continue;
		open.set(app, spans.length);
		spans.push({
			lane: lane(app),
			...lasting(settings.faults, at),
			words: wordsOf(settings.faults),
			seq: fact,
			kind: 'outage'
		});
	}
	return spans.filter(({ from, to }) => to === null || to > from);
}

function lasting(faults: readonly Fault[], set: number): { from: number; to: number | null } {
	const from = Math.max(set, Math.min(...faults.map((fault) => fault.from ?? set)));
	const ends = faults.map((fault) => fault.to ?? null);
	return { from, to: ends.includes(null) ? null : Math.max(...(ends as number[])) };
}

function wordsOf(faults: readonly Fault[]): string {
	const kinds = [...new Set(faults.map(({ kind }) => kind))];
	return `Fault: ${kinds.map((kind) => kind.replace(/([A-Z0-9]+)/g, ' $1').toLowerCase()).join(', ')}`;
}
