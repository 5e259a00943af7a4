import type { Seq, Slot } from '#lib/engine/base';
import type { World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { logRowsOf } from '../folds/rows';

/** C-473: how the audit log of 2017 names what is done about one object. */
export const activities = ['Import', 'Synchronization rule action', 'Export', 'Process escrow'] as const;
export type Activity = (typeof activities)[number];

/** One event: the fact that tells it, and the row of the log that its unit ended with. */
export interface ReportEvent {
	readonly seq: Seq;
	readonly activity: Activity;
	readonly failed: boolean;
	/** The place of the row among the rows of the log. */
	readonly place: number;
}

const kinds = {
	import: kindOf('import'),
	match: kindOf('match'),
	decide: kindOf('decide'),
	request: kindOf('request')
};
const GET = 0;

interface Known {
	readonly key: string;
	readonly events: readonly ReportEvent[];
}
const known = new WeakMap<World, Known>();

/** Everything that the service did about objects of an application, oldest first. */
export function eventsOf(world: World, app: Slot): readonly ReportEvent[] {
	const { seq, mark } = world.checkpoint();
	const key = `${app} ${seq} ${mark}`;
	const before = known.get(world);
	if (before?.key === key) return before.events;
	const rows = logRowsOf(world.sim);
	const failing = new Set<number>();
	const events: ReportEvent[] = [];
	const end = rows.before(seq);
	for (let place = 0; place < end; place++) {
		if (rows.app[place] !== app) continue;
		const failed = rows.statusAt(place) === 'failure';
		const subject = rows.subject[place]!;
		// An operation that failed before is tried again from escrow.
		events.push(...unitEvents(world, place, rows.seq[place]!, failed, failing.has(subject)));
		if (failed) failing.add(subject);
		else failing.delete(subject);
	}
	known.set(world, { key, events });
	return events;
}

/** Walks from the row back to its import; what was written is the last request, because the row follows it. */
function unitEvents({ sim }: World, place: number, row: Seq, failed: boolean, isRetry: boolean): ReportEvent[] {
	const { facts } = sim.ledger;
	const found: ReportEvent[] = [];
	let wrote = false;
	for (let seq = row; ; seq = facts.cause[seq]!) {
		const kind = facts.kind[seq];
		if (kind === kinds.request && Math.floor(facts.detail[seq]! / 1000) !== GET) wrote = true;
		if (kind === kinds.decide) found.push({ seq, activity: 'Synchronization rule action', failed: false, place });
		if (kind === kinds.match) found.push({ seq, activity: 'Import', failed: false, place });
		if (kind === kinds.import) {
			found.push({ seq, activity: 'Import', failed: false, place });
			break;
		}
		if (seq === 0 || facts.subject[facts.cause[seq]!] !== facts.subject[row]) break;
	}
	found.reverse();
	if (wrote || failed) found.push({ seq: row, activity: 'Export', failed, place });
	if (isRetry) found.push({ seq: row, activity: 'Process escrow', failed, place });
	return found;
}
