import { displayName } from '#lib/engine/source';
import type { World } from '#lib/world';
import type { Reminder } from '#lib/world/tables/timers';
import type { TimerRow } from '#lib/world/tables/rows';
import { rare } from './rare';

export interface Upcoming {
	readonly at: number;
	readonly kind: 'running' | 'cycle' | 'retry' | (TimerRow | Reminder)['what'];
	/** "Slack: the next incremental cycle". */
	readonly sentence: string;
	readonly app: string | null;
}

/** What happens by itself, the soonest first. */
export function upcomingOf(world: World, count: number): Upcoming[] {
	const { tables } = world;
	const found: Upcoming[] = [];
	for (const job of tables.jobs.all()) {
		const app = tables.apps.get(job.app)!;
		if (job.cycle !== null)
			found.push({ at: world.clock, kind: 'running', sentence: `${app.name}: a cycle is running`, app: app.key });
		if (job.nextAt === null) continue;
		const kind = job.watermark === null ? 'initial' : 'incremental';
		found.push(
			job.quarantine
				? { at: job.nextAt, kind: 'retry', sentence: `${app.name}: the next try in quarantine`, app: app.key }
				: { at: job.nextAt, kind: 'cycle', sentence: `${app.name}: the next ${kind} cycle`, app: app.key }
		);
	}
	for (const timer of tables.timerIndex.rows)
		found.push({ at: timer.due, kind: timer.what, sentence: sentenceOf(world, timer), app: null });
	return found.sort((a, b) => a.at - b.at).slice(0, count);
}

/** Dynamic groups and hires are everyday; the other timers are told by a part of their own. */
function sentenceOf(world: World, { what, subject }: TimerRow | Reminder): string {
	if (what === 'hr.effective') return 'A change in human resources takes effect';
	if (what !== 'dynamic.user' && what !== 'dynamic.group') return rare.here.timerSentence(world, what, subject);
	const { users, groups } = world.tables;
	const object = (what === 'dynamic.user' ? users : groups).get(subject);
	const who = object ? displayName(object) : 'an object';
	return what === 'dynamic.user' ? `The dynamic rules evaluate ${who}` : `The rule of ${who} is evaluated`;
}
