import type { Seq } from '../base';
import type { Host, SourceView } from '../host';
import type { FeedRow } from '../source';
import { inOrder, workItem, type WorkList } from './plan';
import type { ConfigRow, JobRow } from './records';

/** Steps 1 to 3 of an incremental cycle (C-140 to C-144): due escrows first, then what changed since the watermark. */
export function incrementalWork(host: Host, job: JobRow, config: ConfigRow, started: Seq): WorkList {
	const changed = changedObjects(host, job, config, host.feed(job.watermark!, host.now, job));
	const due = host
		.escrowsOf(job.slot)
		// H-412: an uploaded record is read once; one that failed waits until it is sent again.
		.filter((escrow) => (escrow.dueAt <= host.now && !job.listens) || changed.has(workItem(escrow.kind, escrow.source)))
		.map((escrow) => ({ item: workItem(escrow.kind, escrow.source), cause: escrow.cause }))
		.sort((a, b) => a.item - b.item);
	const work: number[] = [];
	const causes: Seq[] = [];
	const retried = new Set<number>();
	for (const { item, cause } of due) {
		retried.add(item);
		work.push(item);
		// C-308: a source change that made the object due is the nearer cause.
		causes.push(changed.get(item) ?? cause);
	}
	for (const item of inOrder(new Set(changed.keys()))) {
		if (retried.has(item)) continue;
		work.push(item);
		causes.push(changed.get(item) ?? started);
	}
	return withHeldRemovals(host, job, { work, causes, passed: 0, deltas: changed.size });
}

/** The last change of each object, expanded to the members of groups that were assigned or unassigned (C-158, C-159). */
function changedObjects(host: Host, job: JobRow, config: ConfigRow, feed: readonly FeedRow[]): Map<number, Seq> {
	const source = host.sourceOf(job);
	const changed = new Map<number, Seq>();
	const groupsMapped = config.groups?.enabled ?? false;
	for (const entry of feed) {
		if (entry.app !== null && entry.app !== job.app) continue;
		if (entry.kind === 'user') {
			const item = workItem('user', entry.object);
			if (!changed.has(item) || matters(source, job, entry)) changed.set(item, entry.cause);
		} else {
			if (groupsMapped) changed.set(workItem('group', entry.object), entry.cause);
			if (entry.app !== null)
				for (const member of source.membersOf(entry.object))
					if (member.kind === 'user') changed.set(workItem('user', member.member), entry.cause);
		}
	}
	return changed;
}

/** A membership is the cause only where the group is assigned to this application. */
function matters(source: SourceView, job: JobRow, { via }: FeedRow): boolean {
	if (via === null) return true;
	return source.assignmentsOfPrincipal('group', via).some(({ app }) => app === job.app);
}

/** What the incremental cycle looks at again beside what changed: removals that the guard held back (C-260, C-261). */
function withHeldRemovals(host: Host, job: JobRow, list: WorkList): WorkList {
	const held = host.removalsOf(job.slot);
	if (held.length === 0) return list;
	const known = new Set(list.work);
	const more = held.filter((row) => !known.has(row.item));
	return {
		...list,
		work: [...list.work, ...more.map((row) => row.item)],
		causes: [...list.causes, ...more.map((row) => row.cause)]
	};
}
