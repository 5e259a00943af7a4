import type { Slot } from '../base';
import { durations } from '../job/durations';
import { itemKind, itemSlot } from '../job/plan';
import type { WrittenMemberRow } from '../job/records';
import { failureOf, isSuccess } from '../target/errors';
import { NEW, type Outcome, type Write } from '../unit';
import { send, type Subject, type UnitView } from './view';

interface Member {
	readonly slot: Slot;
	readonly targetId: string;
}

/** Writes the memberships of one group after users and groups (C-264 to C-272). */
export function membershipUnit(subject: Subject, view: UnitView): Outcome {
	const { host, job } = view;
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
	let exported = false;
	if (added.length > 0) {
		const done = change(subject, view, 'add', added);
		if (done) for (const member of added) if (!known.has(member.slot)) writes.push(remembered(subject, view, member));
		exported = done;
	}
	if (removed.length > 0) {
		const members = removed.map(({ member, targetId }) => ({ slot: member, targetId }));
		const done = change(subject, view, 'remove', members);
		if (done) for (const row of removed) writes.push({ table: 'written', slot: row.slot, row: null });
		exported ||= done;
	}
	return { rule: 'C-264', took: durations.reference, writes, result: 'done', exported };
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

function change(subject: Subject, view: UnitView, direction: 'add' | 'remove', members: readonly Member[]): boolean {
	const ids = members.map(({ targetId }) => targetId);
	const response = send(view, view.target.changeMembers(subject.link!.targetId, direction, ids));
	if (!isSuccess(response)) {
		const { code, reason } = failureOf(response);
		view.tell('fail', 'C-288', 1, `${code}: ${reason}`);
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
