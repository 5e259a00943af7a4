import type { Seq, Slot } from '../base';
import type { Host, SourceView } from '../host';
import type { PrincipalKind } from '../source';
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

/** One object, for a run on demand: a group comes with the members that were picked (C-393). */
export function demandWork(kind: PrincipalKind, slot: Slot, members: readonly Slot[], cause: Seq): WorkList {
	const work = inOrder(new Set([...members.map((member) => workItem('user', member)), workItem(kind, slot)]));
	return { work, causes: work.map(() => cause), passed: 0, deltas: work.length };
}

export function inOrder(items: ReadonlySet<number>): number[] {
	return [...items].sort((a, b) => a - b);
}

function countUsers(work: readonly number[]): number {
	let users = 0;
	for (const item of work) if (itemKind(item) === 'user') users++;
	return users;
}
