import { tableNames, type Row, type Slot, type TableName } from '#lib/engine/base';
import type { SourceView } from '#lib/engine/host';
import type { AssignmentRow, GroupRow, MemberRow, PrincipalKind, UserRow } from '#lib/engine/source';
import type { Table } from '../core/tables';
import { principalKey, type Tables } from '../tables/tables';
import type { Pins } from './pins';

function tableIndex(name: TableName): number {
	return tableNames.indexOf(name);
}

/** Most principals have none: nothing is made for them. */
const none: readonly never[] = [];

/** The directory as it is, or through pins as it was when a cycle began. */
export class DirectoryView implements SourceView {
	constructor(
		readonly tables: Tables,
		readonly pins: Pins | null = null
	) {}

	#row<R extends Row>(name: TableName, table: Table<R>, slot: Slot): R | null {
		const was = this.pins?.find(tableIndex(name), slot);
		return was ? ((was.row as R | undefined) ?? null) : table.get(slot);
	}

	user(slot: Slot): UserRow | null {
		return this.#row('users', this.tables.users, slot);
	}

	group(slot: Slot): GroupRow | null {
		return this.#row('groups', this.tables.groups, slot);
	}

	membersOf(group: Slot): readonly MemberRow[] {
		return this.#members(this.tables.membersByGroup.get(group), (row) => row.group === group);
	}

	membershipsOf(kind: PrincipalKind, slot: Slot): readonly MemberRow[] {
		const key = principalKey(kind, slot);
		return this.#members(this.tables.membersByMember.get(key), (row) => row.kind === kind && row.member === slot);
	}

	#members(slots: readonly Slot[], belongs: (row: MemberRow) => boolean): readonly MemberRow[] {
		const { members } = this.tables;
		if (slots.length === 0 && (!this.pins || this.pins.memberships.length === 0)) return none;
		if (!this.pins || this.pins.memberships.length === 0) return slots.map((slot) => members.get(slot)!);
		const rows: MemberRow[] = [];
		for (const slot of slots) if (!this.pins.find(tableIndex('members'), slot)) rows.push(members.get(slot)!);
		for (const changed of this.pins.memberships) {
			const was = this.pins.find(tableIndex('members'), changed.slot)!.row as MemberRow | null | undefined;
			if (was && belongs(was)) rows.push(was);
		}
		return rows.sort((a, b) => a.slot - b.slot);
	}

	/** Assignments carry their own times, so the rows of today tell of every earlier moment too. */
	assignmentsOfApp(app: Slot): readonly AssignmentRow[] {
		return this.tables.assignmentsByApp.get(app).map((slot) => this.tables.assignments.get(slot)!);
	}

	isAssigned(app: Slot): boolean {
		return this.tables.assignmentsByApp.first(app) !== undefined;
	}

	assignmentsOfPrincipal(kind: PrincipalKind, slot: Slot): readonly AssignmentRow[] {
		const slots = this.tables.assignmentsByPrincipal.get(principalKey(kind, slot));
		return slots.length === 0 ? none : slots.map((row) => this.tables.assignments.get(row)!);
	}

	get userCount(): number {
		return this.tables.users.next;
	}

	get groupCount(): number {
		return this.tables.groups.next;
	}

	userById(id: string): Slot | undefined {
		return this.tables.usersById.first(id);
	}
}
