import type { Seq, Slot } from '../base';
import { durations } from '../job/durations';
import type { Failure } from '../job/escrow';
import { itemKind, itemSlot } from '../job/plan';
import type { WrittenMemberRow } from '../job/records';
import { failureOf, isSuccess } from '../target/errors';
import { NEW, type Outcome, type Write } from '../unit';
import { referenceWrites, writesReference } from './finish';
import { send, type Subject, type UnitView } from './view';

interface Failed extends Failure {
	readonly cause: Seq;
}

interface Member {
	readonly slot: Slot;
	readonly targetId: string;
}

/** Writes the memberships of one group after users and groups (C-264 to C-272). */
export function membershipUnit(subject: Subject, view: UnitView): Outcome {
	const { host, job } = view;
	if (!areWritten(subject, view))
		return { rule: 'C-203', took: durations.reference, writes: [], result: 'done', exported: false };
	const written = host.writtenMembers(job.slot, subject.slot);
	const { linked, unresolved, present } = resolve(subject, view, pickedOf(view));
	for (const slot of unresolved) view.tell('membership.unresolved', 'C-268', 0, slot);

	const known = new Set(written.map(({ member }) => member));
	// C-275: a restart writes every membership again, an ordinary cycle only what is new.
	const again = view.cycle.kind === 'initial';
	const added = linked.filter(({ slot }) => again || !known.has(slot));
	const isDemand = view.cycle.kind === 'demand';
	const removed = isDemand ? [] : written.filter(({ member }) => !present.has(member));
	const writes: Write[] = [];
	const failures: Failed[] = [];
	let exported = false;
	for (const members of inRequests(view, added)) {
		if (!change(subject, view, 'add', members, failures)) break;
		for (const member of members) if (!known.has(member.slot)) writes.push(remembered(subject, view, member));
		exported = true;
	}
	for (const rows of inRequests(view, removed)) {
		// An account that was made anew has another id than the one that was written first (C-116).
		const members = rows.map(({ member, targetId }) => ({
			slot: member,
			targetId: host.link(job.slot, 'user', member)?.targetId ?? targetId
		}));
		if (!change(subject, view, 'remove', members, failures)) break;
		for (const { slot } of rows) writes.push({ table: 'written', slot, row: null });
		exported = true;
	}
	const [failure = null] = failures;
	writes.push(...referenceWrites(subject, view, failure, failure?.cause ?? 0));
	return { rule: 'C-264', took: durations.reference, writes, result: 'done', exported };
}

/** C-203, C-211, C-280: members are an attribute as others are. */
function areWritten(subject: Subject, view: UnitView): boolean {
	if (!keepsPlace(subject, view)) return false;
	const { actions, cycle } = view;
	const mapping = actions.attributes.find(({ target }) => target === 'members');
	return mapping !== undefined && writesReference(subject, actions, mapping.flowType === 'ObjectAddOnly', cycle.slot);
}

/** C-182, C-188, C-196, C-558: nothing is sent of a group without a place that stays all the same, nor of its members. */
function keepsPlace({ object, entitlement }: Subject, { config, mapping }: UnitView): boolean {
	if (!object || object.softDeletedAt !== null) return false;
	if (config.scopeMode !== 'all' && !(entitlement.assigned && entitlement.role)) return false;
	return mapping.filter(object.attrs).inScope;
}

/** C-393: a run on demand writes the memberships of the members that were picked; null: those of everybody. */
function pickedOf({ host, cycle }: UnitView): ReadonlySet<Slot> | null {
	if (cycle.kind !== 'demand') return null;
	const { work } = host.plan(cycle.plan);
	return new Set(work.filter((item) => itemKind(item) === 'user').map(itemSlot));
}

/** C-265, C-266, C-277: members with a link are written; users without one are left out, nested groups always. */
function resolve(subject: Subject, { host, job, source }: UnitView, picked: ReadonlySet<Slot> | null) {
	const linked: Member[] = [];
	const unresolved: Slot[] = [];
	const present = new Set<Slot>();
	for (const { kind, member } of source.membersOf(subject.slot)) {
		if (kind !== 'user' || (picked && !picked.has(member))) continue;
		present.add(member);
		const link = host.link(job.slot, 'user', member);
		if (link?.managed) linked.push({ slot: member, targetId: link.targetId });
		else unresolved.push(member);
	}
	return { linked, unresolved, present };
}

/** C-272: one request for all, but for an application that takes only so many. */
function inRequests<T>({ app }: UnitView, members: readonly T[]): T[][] {
	const size = app.membersPerRequest ?? members.length;
	const requests: T[][] = [];
	for (let at = 0; at < members.length; at += size) requests.push(members.slice(at, at + size));
	return requests;
}

function change(
	subject: Subject,
	view: UnitView,
	direction: 'add' | 'remove',
	members: readonly Member[],
	failures: Failed[]
): boolean {
	const ids = members.map(({ targetId }) => targetId);
	const response = send(view, view.target.changeMembers(subject.link!.targetId, direction, ids));
	if (!isSuccess(response)) {
		const { code, reason } = failureOf(response);
		failures.push({ code, reason, cause: view.tell('fail', 'C-288', 1, `${code}: ${reason}`) });
		return false;
	}
	for (const { slot } of members)
		view.tell('membership', direction === 'add' ? 'C-269' : 'C-270', direction === 'add' ? 1 : 0, slot);
	return true;
}

function remembered(subject: Subject, view: UnitView, member: Member): Write {
	const row: WrittenMemberRow = {
		slot: NEW,
		job: view.job.slot,
		group: subject.slot,
		member: member.slot,
		targetId: member.targetId
	};
	return { table: 'written', slot: NEW, row };
}
