import type { Json, Ms, Row, Slot } from './base';

export type Attributes = { readonly [name: string]: Json };

/** A user as the directory keeps it. A hard-deleted user has no row any more. */
export interface UserRow extends Row {
	readonly id: string;
	readonly attrs: Attributes;
	readonly created: Ms;
	/** When it went to the recycle bin. */
	readonly softDeletedAt: Ms | null;
}

export interface GroupRow extends Row {
	readonly id: string;
	readonly attrs: Attributes;
	readonly created: Ms;
	readonly softDeletedAt: Ms | null;
	readonly membership: 'assigned' | 'dynamic';
	readonly rule: string | null;
	readonly securityEnabled: boolean;
	readonly unified: boolean;
}

export type PrincipalKind = 'user' | 'group';

/** One membership: never an array inside the group, so that a group of 50,000 costs what changes. */
export interface MemberRow extends Row {
	readonly group: Slot;
	readonly kind: PrincipalKind;
	readonly member: Slot;
}

/** An app role assignment. It stays after its end, because the service learns of the end later than the directory (C-066). */
export interface AssignmentRow extends Row {
	readonly app: Slot;
	readonly kind: PrincipalKind;
	readonly principal: Slot;
	readonly role: string | null;
	readonly from: Ms;
	readonly visibleFrom: Ms;
	readonly until: Ms | null;
	readonly visibleUntil: Ms | null;
}

/** One entry of the tenant-wide change feed (C-142, C-143). */
export interface FeedRow extends Row {
	readonly at: Ms;
	readonly visibleAt: Ms;
	readonly kind: PrincipalKind;
	readonly object: Slot;
	/** Only this application's assignments changed; null: the object itself did. */
	readonly app: Slot | null;
	/** The group whose membership changed; null: the object itself changed. */
	readonly via: Slot | null;
	/** The fact that told the change. */
	readonly cause: number;
	/** A hard-deleted object is read from here, because its row is gone. */
	readonly deleted: { readonly id: string; readonly displayName: string } | null;
}

export function isActive(user: UserRow): boolean {
	return user.attrs.accountEnabled !== false;
}

export function displayName(object: { readonly attrs: Attributes; readonly id: string }): string {
	const name = object.attrs.displayName;
	return typeof name === 'string' && name !== '' ? name : object.id;
}
