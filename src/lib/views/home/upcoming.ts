import { displayName } from '#lib/engine/source';
import type { World } from '#lib/world';
import type { TimerRow } from '#lib/world/tables/rows';

export interface Upcoming {
	readonly at: number;
	readonly kind: 'running' | 'cycle' | 'retry' | TimerRow['what'];
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
	for (const timer of tables.timers.all())
		found.push({ at: timer.due, kind: timer.what, sentence: timerSentence(world, timer), app: null });
	return found.sort((a, b) => a.at - b.at).slice(0, count);
}

function timerSentence({ tables }: World, { what, subject }: TimerRow): string {
	const object = what.endsWith('.user') ? tables.users.get(subject) : tables.groups.get(subject);
	const who = object ? displayName(object) : 'an object';
	switch (what) {
		case 'dynamic.user':
			return `The dynamic groups look at ${who}`;
		case 'dynamic.group':
			return `The rule of ${who} is evaluated`;
		case 'purge.user':
		case 'purge.group':
			return `The recycle bin lets ${who} go`;
		case 'ad.propagate':
			return 'Active Directory takes back the rights on a protected account';
		case 'ad.feed':
			return 'On-premises human resources writes its records into Active Directory';
		case 'hr.effective':
			return 'A change in human resources becomes effective';
		case 'hr.daily':
			return 'Human resources looks at people with dates ahead';
		case 'connect.retry':
			return 'Connect sync tries again';
	}
}
