import type { Seq, Slot } from '../base';
import type { Host, SourceView } from '../host';
import type { FeedRow, PrincipalKind } from '../source';
import { assignedObjects } from './entitlement';
import type { ConfigRow, JobRow } from './records';

/** Packs an object of the work list: users come before groups, each in directory order (C-132). */
export function workItem(kind: PrincipalKind, slot: Slot): number {
	return (kind === 'group' ? 1 << 24 : 0) + slot;
}

export function itemKind(item: number): PrincipalKind {
	return item >= 1 << 24 ? 'group' : 'user';
}

export function itemSlot(item: number): Slot {
	return item & 0xffffff;
}

export interface WorkList {
	readonly work: readonly number[];
	readonly causes: readonly Seq[];
	/** Objects read and left alone without a row of their own. */
	readonly passed: number;
	readonly deltas: number;
}

const emptyList: WorkList = { work: [], causes: [], passed: 0, deltas: 0 };

/** Steps 1 and 2 of an initial cycle (C-119, C-120): whom it looks at. */
export function initialWork(host: Host, job: JobRow, config: ConfigRow, started: Seq): WorkList {
	const source = host.sourceOf(job);
	const items = new Set<number>();
	if (config.scopeMode === 'all') everyObject(source, config, items);
	else {
		const { users, groups } = assignedObjects(source, job.app, host.now);
		for (const slot of users) if (source.user(slot)) items.add(workItem('user', slot));
		if (config.groups?.enabled) for (const slot of groups) items.add(workItem('group', slot));
	}
	// C-129, C-130: after a restart that kept links, linked objects are evaluated too; C-135: hard-deleted ones are not read.
	for (const link of host.linksOf(job.slot)) {
		const there = link.kind === 'user' ? source.user(link.source) : source.group(link.source);
		if (there && (link.kind === 'user' || config.groups?.enabled)) items.add(workItem(link.kind, link.source));
	}
	const work = inOrder(items);
	return { work, causes: work.map(() => started), passed: source.userCount - countUsers(work), deltas: 0 };
}

/** C-076, C-092: every user, and every group where groups are mapped; C-172: nobody from the recycle bin. */
function everyObject(source: SourceView, config: ConfigRow, items: Set<number>): void {
	for (let slot = 0; slot < source.userCount; slot++) {
		const user = source.user(slot);
		if (user && user.softDeletedAt === null) items.add(workItem('user', slot));
	}
	if (!config.groups?.enabled) return;
	for (let slot = 0; slot < source.groupCount; slot++) {
		const group = source.group(slot);
		if (group && group.softDeletedAt === null) items.add(workItem('group', slot));
	}
}

/** Steps 1 to 3 of an incremental cycle (C-140 to C-144): due escrows first, then what changed since the watermark. */
export function incrementalWork(host: Host, job: JobRow, config: ConfigRow, started: Seq): WorkList {
	if (job.watermark === null) return emptyList;
	const changed = changedObjects(host, job, config, host.feed(job.watermark, host.now, job));
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
	return { work, causes, passed: 0, deltas: changed.size };
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

/** One object, for a run on demand: a group comes with the members that were picked (C-393). */
export function demandWork(kind: PrincipalKind, slot: Slot, members: readonly Slot[], cause: Seq): WorkList {
	const work = inOrder(new Set([...members.map((member) => workItem('user', member)), workItem(kind, slot)]));
	return { work, causes: work.map(() => cause), passed: 0, deltas: work.length };
}

function inOrder(items: ReadonlySet<number>): number[] {
	return [...items].sort((a, b) => a - b);
}

function countUsers(work: readonly number[]): number {
	let users = 0;
	for (const item of work) if (itemKind(item) === 'user') users++;
	return users;
}
